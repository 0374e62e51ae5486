import type { ReadableLog, RecordedEvent, Revision, StreamName } from '../event-store/event-store.js';
import type { Position } from '../vocabulary/position.js';
import { openLogInAThread } from './log-in-a-thread.js';
import type { ThreadData } from './thread-data.js';

/** The log for a thread that seldom reads it: opened when it is first asked. */
export class LogOnDemand implements ReadableLog {
  private opened: ReadableLog | undefined;

  constructor(private readonly data: ThreadData['log']) {}

  readStream(stream: StreamName, from?: Revision): AsyncIterable<RecordedEvent> {
    return this.log.readStream(stream, from);
  }

  readAll(after?: Position): AsyncIterable<readonly RecordedEvent[]> {
    return this.log.readAll(after);
  }

  subscribeAll(after: Position, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    return this.log.subscribeAll(after, signal);
  }

  async head(): Promise<Position> {
    return this.log.head();
  }

  async close(): Promise<void> {
    await this.opened?.close();
  }

  private get log(): ReadableLog {
    return (this.opened ??= openLogInAThread(this.data, Date.now).log);
  }
}
