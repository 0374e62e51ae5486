import type { EventMetadata } from '../vocabulary/events/log-event.js';
import type { Position } from '../vocabulary/position.js';
import type { HistoryFault } from './history-fault.js';

export type StreamName = string;

/** Place of an event in its stream, from 0. */
export type Revision = bigint;

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export interface NewEvent {
  /** UUID: a retry with the same id and expected revision appends once. */
  readonly id: string;
  readonly type: string;
  readonly data: Json;
  /** Without `recordedAt` the store sets it. Hashes are always the store's. */
  readonly metadata: Omit<EventMetadata, 'recordedAt'> & Partial<Pick<EventMetadata, 'recordedAt'>>;
  /** It was recorded elsewhere: its metadata stay as they are, `recordedAt` and hashes included, or their absence. */
  readonly isCopy?: true;
}

export interface RecordedEvent {
  readonly id: string;
  readonly stream: StreamName;
  readonly revision: Revision;
  readonly position: Position;
  readonly type: string;
  readonly data: Json;
  /** The same as the bytes of its JSON, where they are there: for who only keeps it. Then `data` is parsed whenever it is read. */
  readonly dataAsStored?: Uint8Array;
  readonly metadata: EventMetadata;
  /** Another program has written it into a stream of ours. */
  readonly isForeign?: true;
}

/** Of the last event that was appended. */
export interface Appended {
  readonly revision: Revision;
  readonly position: Position;
  readonly recordedAt: string;
}

/** Events for one stream. */
export interface StreamAppend {
  readonly stream: StreamName;
  readonly events: readonly NewEvent[];
  readonly expected: Revision | 'no-stream';
}

/** Told of a position up to which a subscription has passed over what is not ours. */
export type OnPassed = (position: Position) => void;

/** The log as it is read: streams of immutable events in one total order. */
export interface ReadableLog {
  /** Oldest first, from a revision on; nothing for a missing stream. @throws StoreUnavailable; HistoryErased where some are gone */
  readStream(stream: StreamName, from?: Revision): AsyncIterable<RecordedEvent>;
  /** Our event at exactly this position, as the leader of a cluster knows it; undefined where there is none. @throws StoreUnavailable */
  eventAt(position: Position): Promise<RecordedEvent | undefined>;
  /** Our events in log order after `after` (exclusive) up to the head of that moment, as many at a time as have arrived. @throws StoreUnavailable */
  readAll(after?: Position): AsyncIterable<readonly RecordedEvent[]>;
  /**
   * The same, then live until `signal`. Throws or ends when cut off: resume after what you applied.
   * @param onPassed told up to where the log has looked, now and then, while nothing is ours: a sign of life alone, for what came before may still be to be taken
   */
  subscribeAll(after: Position, signal: AbortSignal, onPassed?: OnPassed): AsyncIterable<readonly RecordedEvent[]>;
  /** The position of our last event; 0 for an empty log. @throws StoreUnavailable */
  head(): Promise<Position>;
  /** Settles what is under way and lets go of files and connections. */
  close(): Promise<void>;
}

/** What a log says of the time; in milliseconds since 1970. */
export interface LogTimes {
  /** When its newest event of ours was recorded, as that says; undefined in an empty log. */
  readonly newest: number | undefined;
  /** By the clock of its server; undefined where it has none, or does not say. */
  readonly server: number | undefined;
}

/** The log. Two stores stand behind it. */
export interface EventStore extends ReadableLog {
  /** Whether nobody but this process can append: what it has read of a stream stands until it writes there itself. */
  readonly hasOneWriter: boolean;
  /**
   * Appends to any number of streams, in their order: all or nothing, for readers too. Left out by a store that cannot.
   * @throws RevisionConflict where one of the streams is elsewhere; StoreUnavailable: outcome unknown, retry with the same ids
   */
  readonly appendTogether?: (appends: readonly StreamAppend[]) => Promise<Appended[]>;
  /**
   * All or nothing; durable when it settles. A retry with the same event ids and expectation appends once.
   * @throws RevisionConflict where the stream is elsewhere; HistoryErased; StoreUnavailable: outcome unknown, retry with the same ids
   */
  append(stream: StreamName, events: readonly NewEvent[], expected: Revision | 'no-stream'): Promise<Appended>;
  /** @throws StoreUnavailable */
  times(): Promise<LogTimes>;
  /**
   * By what streams of ours lose events, or have lost some, by whoever set that: as it stands once that is known, then whenever it changes. Ends
   * with the signal, and where nothing can change. @throws StoreUnavailable where cut off: ask again
   */
  historyFaults(signal: AbortSignal): AsyncIterable<readonly HistoryFault[]>;
}

/** The stream is not at the revision that the caller expected. */
export class RevisionConflict extends Error {
  constructor(
    readonly stream: StreamName,
    readonly expected: Revision | 'no-stream',
    readonly actual: Revision | 'no-stream',
  ) {
    super(`stream ${stream} is at ${String(actual)}, not at ${String(expected)}`);
  }
}

/** The log cannot be reached. After an append the outcome is unknown. */
export class StoreUnavailable extends Error {}

/** There is no room for what is to be recorded: nothing of it is. */
export class LogFull extends StoreUnavailable {}

/** The event cannot be stored as it is: a fault of the caller, not of the store. */
export class UnstorableEvent extends Error {}

/** The most bytes one append may hold (the limit of EventStoreDB, less room for its envelope). */
export const MAX_APPEND_BYTES = 1_000_000;
