import type { Revision, StreamName } from '../../event-store/event-store.js';
import type { LogEvent } from '../../vocabulary/events/log-event.js';
import type { Reference, Subject } from './reference.js';
import type { LastEvent } from './report-state.js';
import type { WriteModel } from './write-model.js';

/** A stream's state as far as a command needs it, and where the stream and its subject stand. */
export interface Loaded<S> {
  readonly state: S;
  /** Of the stream that the command appends to. */
  readonly streamRevision: Revision | 'no-stream';
  /** The last event of the subject; undefined where there is none. */
  readonly last: LastEvent | undefined;
}

/** How one kind of command is carried out. Only `load` touches the log. */
export interface Decider<C, S> {
  stream(command: C): StreamName;
  /** What the path names and must exist: else 404. */
  subjects(command: C): Subject[];
  /** What the body names and must exist: else 422. */
  references(command: C): Reference[];
  load(command: C, model: WriteModel): Promise<Loaded<S>>;
  /**
   * What `load` gives where the stream is not there yet: that is presumed at first, and the append tells where it is wrong. Only for a
   * command that is never refused in that state.
   */
  ifNew?(command: C): Loaded<S> | undefined;
  /** The events to append; none where the command repeats what stands. @throws Refusal */
  decide(command: C, state: S): LogEvent[];
}

/** What every command carries. */
export interface Request {
  readonly negotiation: string;
  /** The name of the key that it was posted with. */
  readonly postedBy: string;
  readonly correlationId: string;
}

/** What became of a command. */
export interface Receipt extends LastEvent {
  readonly outcome: 'created' | 'changed' | 'unchanged';
  readonly id: string;
}
