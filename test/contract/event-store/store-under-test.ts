import { randomUUID } from 'node:crypto';
import type { Appended, EventStore, RecordedEvent, StreamName } from '../../../src/event-store/event-store.js';
import { reportStream } from '../../../src/event-store/stream-names.js';
import type { Position } from '../../../src/vocabulary/position.js';
import { collect } from '../collect.js';
import { newEvents } from '../new-event.js';

/** A log to test a store on. It may be shared with others and hold events already. */
export interface TestLog {
  /** Opens the log; never twice at a time. */
  open(): Promise<EventStore>;
  /** Removes the log, or leaves it alone where it is shared. */
  discard(): Promise<void>;
}

/** A store with a log of each test's own, or a part of a shared one. */
export class StoreUnderTest {
  store!: EventStore;
  /** The head when the test began: what lies before it is of no concern. */
  start!: Position;
  /** No other run has streams of this negotiation. */
  negotiation!: string;
  private log!: TestLog;

  constructor(private readonly makeLog: () => Promise<TestLog>) {}

  async begin(): Promise<void> {
    this.log = await this.makeLog();
    await this.open();
    this.start = await this.store.head();
    this.negotiation = `n${randomUUID()}`;
  }

  /** Opens the log, again where it was closed. */
  async open(): Promise<void> {
    this.store = await this.log.open();
  }

  async end(): Promise<void> {
    await this.store.close();
    await this.log.discard();
  }

  stream(report = 'r1'): StreamName {
    return reportStream(this.negotiation, report);
  }

  readonly isOfThisTest = (event: RecordedEvent): boolean => event.stream.includes(this.negotiation);

  async readStream(from?: bigint, name = this.stream()): Promise<RecordedEvent[]> {
    return collect(this.store.readStream(name, from));
  }

  async readAll(after: Position = this.start): Promise<RecordedEvent[]> {
    const batches = await collect(this.store.readAll(after));
    return batches.flat().filter(this.isOfThisTest);
  }

  /** Follows the log until so many events of this test have come. */
  async follow(count: number, after: Position = this.start): Promise<RecordedEvent[]> {
    const stop = new AbortController();
    const events: RecordedEvent[] = [];
    for await (const batch of this.store.subscribeAll(after, stop.signal)) {
      events.push(...batch.filter(this.isOfThisTest));
      if (events.length >= count) break;
    }
    return events;
  }

  async appendOneByOne(count: number, name = this.stream()): Promise<Appended[]> {
    const appended: Appended[] = [];
    for (const event of newEvents(count)) {
      appended.push(await this.store.append(name, [event], appended.at(-1)?.revision ?? 'no-stream'));
    }
    return appended;
  }
}
