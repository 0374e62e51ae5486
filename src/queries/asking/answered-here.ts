import { clientGone } from '../../http/client-gone.js';
import type { Patience } from '../../http/patience.js';
import { QuestionLimit } from '../../read-model/reading/question-limit.js';

/**
 * Works out the answer to a question in this thread, because the log alone has it: under the same limit as in the threads of questions.
 * @param work takes its turns; they end it where the client has left, or where it takes too long
 * @throws QuestionDropped, QuestionTooDear
 */
export async function answeredHere<T>({ questionMs }: Pick<Patience, 'questionMs'>, work: () => Promise<T>): Promise<T> {
  const dropped = new Int32Array(1);
  const gone = clientGone();
  const drop = (): void => {
    dropped[0] = 1;
  };
  gone?.addEventListener('abort', drop, { once: true });
  try {
    return await new QuestionLimit(dropped, performance.now() + questionMs).within(work);
  } finally {
    gone?.removeEventListener('abort', drop);
  }
}
