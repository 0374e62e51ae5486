import type { QueryBus } from '@nestjs/cqrs';
import { isLong, QUERY_CLASSES } from '../queries/query-classes.js';
import { QuestionLimit } from '../read-model/reading/question-limit.js';
import { nextTurn } from '../waiting/next-turn.js';
import type { Position } from '../vocabulary/position.js';
import { GatheredChunks } from './gathered-chunks.js';
import type { AskedQuery, FromQueryThread } from './query-messages.js';
import { toldError } from './told-errors.js';
import { toldResult } from './told-results.js';
import { exactly, type Worked } from './worked.js';

interface Stream {
  readonly chunks: GatheredChunks;
  readonly limit: QuestionLimit;
}

/** The queries that this thread works on, and the answers that are made as they are taken. */
export class QueriesUnderWay {
  private readonly streams = new Map<number, Stream>();

  /** @param rootAt the root of the log up to a position, where it is known */
  constructor(
    private readonly queries: QueryBus,
    private readonly tell: (message: FromQueryThread) => void,
    private readonly rootAt: (position: Position) => string | undefined,
  ) {}

  /** Works out an answer; never throws. */
  async ask({ number, name, fields, dropped, limitMs, isTraced }: AskedQuery): Promise<void> {
    const begunAt = isTraced ? exactly() : undefined;
    const worked = (): Worked | undefined => (begunAt === undefined ? undefined : { begunAt, endedAt: exactly() });
    const flag = new Int32Array(dropped);
    const limit = new QuestionLimit(flag, performance.now() + limitMs);
    try {
      // What is about one thing is answered at once.
      if (isLong(name)) await nextTurn();
      const query = Object.assign(Object.create(QUERY_CLASSES[name]?.prototype as object) as object, fields);
      const { result, chunks } = toldResult(await limit.within(() => this.queries.execute(query as never)), this.rootAt);
      // What is made as it is taken may take as long as its taker.
      if (chunks) this.streams.set(number, { chunks: gathered(chunks), limit: new QuestionLimit(flag, Infinity) });
      this.tell({ type: 'result', number, result, worked: worked() });
    } catch (error) {
      this.tell({ type: 'failure', number, error: toldError(error), worked: worked() });
    }
  }

  /** Tells the next chunks of an answer; never throws. */
  async pull(number: number): Promise<void> {
    const stream = this.streams.get(number);
    if (stream === undefined) return;
    try {
      await nextTurn();
      const { text, isLast } = await stream.limit.within(() => stream.chunks.next());
      if (isLast) this.streams.delete(number);
      this.tell({ type: 'chunks', number, text, isLast });
    } catch (error) {
      this.streams.delete(number);
      this.tell({ type: 'failure', number, error: toldError(error) });
    }
  }

  /** Nobody takes the rest of an answer. */
  async enough(number: number): Promise<void> {
    const stream = this.streams.get(number);
    this.streams.delete(number);
    await stream?.chunks.enough().catch(() => undefined);
  }
}

function gathered(chunks: AsyncIterable<string>): GatheredChunks {
  return new GatheredChunks(chunks[Symbol.asyncIterator]());
}
