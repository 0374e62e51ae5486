import { ShortTurns } from '../../waiting/short-turns.js';
import { checkQuestion } from './question-limit.js';

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
export class QuestionTurns extends ShortTurns {
  constructor() {
    super(nextTurn);
  }

  /** The same, where anybody still waits for the answer. @throws QuestionDropped, QuestionTooDear */
  override async worked(): Promise<void> {
    checkQuestion();
    await super.worked();
  }
}
