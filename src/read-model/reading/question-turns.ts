import { checkQuestion } from './question-limit.js';

/** So long may one question keep others of its thread waiting, in milliseconds. */
const LONGEST_TURN_MS = 10;

const waiting: (() => void)[] = [];

/**
 * Settles when it is the turn of whoever asks: one in each round of the event loop, in the order in which they ask, so that what is asked
 * meanwhile is heard behind one piece of long work, not behind a piece of every long work that is under way (docs/adr/0032).
 */
export async function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    if (waiting.length === 1) setImmediate(giveTurn);
  });
}

function giveTurn(): void {
  waiting[0]?.();
  waiting.shift();
  if (waiting.length > 0) setImmediate(giveTurn);
}

/** The turns of one question whose work is long. */
export class QuestionTurns {
  private begun = performance.now();

  /** To be awaited behind each piece of its work: lets others have their turn where this one was long enough. @throws QuestionDropped, QuestionTooDear */
  async worked(): Promise<void> {
    checkQuestion();
    if (performance.now() - this.begun < LONGEST_TURN_MS) return;
    await nextTurn();
    this.begun = performance.now();
  }
}
