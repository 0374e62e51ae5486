import { AsyncLocalStorage } from 'node:async_hooks';
import { QuestionDropped, QuestionTooDear } from '../../ports/question-errors.js';

const underWay = new AsyncLocalStorage<QuestionLimit>();

/** How long somebody waits for the answer to a question, whichever thread works it out. */
export class QuestionLimit {
  /**
   * @param dropped its first number is not 0 once whoever asked has left; shared with the thread that knows
   * @param deadline in milliseconds of `now`; Infinity for a stream, which ends when its client leaves
   * @param now milliseconds, from whenever
   */
  constructor(
    private readonly dropped: Int32Array,
    private readonly deadline: number,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** @throws QuestionDropped, QuestionTooDear */
  check(): void {
    if (Atomics.load(this.dropped, 0) !== 0) throw new QuestionDropped('whoever asked has left');
    if (this.now() > this.deadline) throw new QuestionTooDear('working out the answer takes too long');
  }

  /** Does work under this limit, also what it does later. */
  within<T>(work: () => T): T {
    return underWay.run(this, work);
  }
}

/** To be called before each piece of work on a question: work that nobody waits for ends. @throws QuestionDropped, QuestionTooDear */
export function checkQuestion(): void {
  underWay.getStore()?.check();
}
