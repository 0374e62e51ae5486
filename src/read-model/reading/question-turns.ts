import { ShortTurns } from '../../waiting/short-turns.js';
import { checkQuestion } from './question-limit.js';

/** The turns of one question whose work is long. */
export class QuestionTurns extends ShortTurns {
  /** The same, where anybody still waits for the answer. @throws QuestionDropped, QuestionTooDear */
  override async worked(): Promise<void> {
    checkQuestion();
    await super.worked();
  }
}
