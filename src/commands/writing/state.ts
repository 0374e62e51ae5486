import type { StreamName } from '../../event-store/event-store.js';
import type { LogEvent, Recorded } from '../../vocabulary/events/log-event.js';

/** Where an event stands. */
export interface LastEvent {
  readonly revision: bigint;
  readonly position: bigint;
  readonly recordedAt: string;
}

/** What the events of a stream leave. */
export interface State {
  /** The last event of the stream. */
  readonly last: LastEvent;
  /** What another program has written into the stream: nothing is written behind it. */
  readonly foreign?: Error | undefined;
}

/** An event with as much of its place as states keep. */
export type RecordedAt = Pick<Recorded, 'revision' | 'position'> & {
  readonly event: LogEvent;
  readonly metadata: Pick<Recorded['metadata'], 'recordedAt'>;
};

/** A state after one more event of its stream; undefined while there is none. */
export type Evolve<S extends State> = (state: S | undefined, recorded: RecordedAt) => S | undefined;

/** A stream, and the state that is asked of it. */
export interface StreamAsked {
  readonly stream: StreamName;
  readonly evolve: Evolve<State>;
}

/** Where an event stands, of what its store says of it. */
export function lastEvent({ revision, position, metadata }: Omit<RecordedAt, 'event'>): LastEvent {
  return { revision, position, recordedAt: metadata.recordedAt };
}
