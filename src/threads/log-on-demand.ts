import type { OnPassed, ReadableLog, RecordedEvent, Revision, StreamName } from '../event-store/event-store.js';
import type { Position } from '../vocabulary/position.js';
import { openLogInAThread } from './log-in-a-thread.js';
import type { ThreadData } from './thread-data.js';

/** The log for a thread that seldom reads it: opened when it is first asked. */
export class LogOnDemand implements ReadableLog {
  private opened: Promise<ReadableLog> | undefined;

  constructor(private readonly data: ThreadData['log']) {}

  async *readStream(stream: StreamName, from?: Revision): AsyncIterable<RecordedEvent> {
    yield* (await this.log()).readStream(stream, from);
  }

  async eventAt(position: Position): Promise<RecordedEvent | undefined> {
    return (await this.log()).eventAt(position);
  }

  async *readAll(after?: Position): AsyncIterable<readonly RecordedEvent[]> {
    yield* (await this.log()).readAll(after);
  }

  async *subscribeAll(after: Position, signal: AbortSignal, onPassed?: OnPassed): AsyncIterable<readonly RecordedEvent[]> {
    yield* (await this.log()).subscribeAll(after, signal, onPassed);
  }

  async head(): Promise<Position> {
    return (await this.log()).head();
  }

  async close(): Promise<void> {
    await (await this.opened)?.close();
  }

  private async log(): Promise<ReadableLog> {
    return (this.opened ??= openLogInAThread(this.data, Date.now).then(({ log }) => log));
  }
}
