import { ShortTurns } from '../../waiting/short-turns.js';
import { checkQuestion } from './question-limit.js';

/** So many things are looked at before it is asked whether a turn is over. */
const PIECE = 100;

/** The turns of one question whose work is long. */
export class QuestionTurns extends ShortTurns {
  /** The same, where anybody still waits for the answer. @throws QuestionDropped, QuestionTooDear */
  override async worked(): Promise<void> {
    checkQuestion();
    await super.worked();
  }

  /** All of some things. @throws QuestionDropped, QuestionTooDear */
  async all<T>(things: Iterable<T>): Promise<T[]> {
    return this.filter(things, () => true);
  }

  /** Those of some things that are as asked for. @throws QuestionDropped, QuestionTooDear */
  async filter<T>(things: Iterable<T>, isAsked: (thing: T) => boolean): Promise<T[]> {
    const found: T[] = [];
    await this.each(things, (thing) => {
      if (isAsked(thing)) found.push(thing);
    });
    return found;
  }

  /** Does something short with each of some things. @throws QuestionDropped, QuestionTooDear */
  async each<T>(things: Iterable<T>, work: (thing: T) => void): Promise<void> {
    let looked = 0;
    for (const thing of things) {
      work(thing);
      looked += 1;
      if (looked % PIECE === 0) await this.worked();
    }
  }
}
