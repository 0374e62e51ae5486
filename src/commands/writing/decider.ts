import type { StreamName } from '../../event-store/event-store.js';
import type { LogEvent } from '../../vocabulary/events/log-event.js';
import type { Fault } from '../../vocabulary/refusal.js';
import type { Warning } from '../../vocabulary/warning.js';
import type { Brought } from './doubts/doubts.js';
import type { HiddenBy } from './hidden-by.js';
import type { Reference, Subject } from './reference.js';
import type { Evolve, LastEvent, State, StreamAsked } from './state.js';
import type { WriteModel } from './write-model.js';

/**
 * How one kind of command is carried out: its stream is read, folded by `evolve`, and `decide` tells what to append.
 * Only `ask` touches more than that.
 */
export interface Decider<C extends Request = Request, S extends State = State, B = unknown> {
  /** The stream that is read and appended to. */
  stream(command: C): StreamName;
  /** What the path names and must exist: else 404. */
  subjects(command: C): Subject[];
  /** What the body names and must exist: else 422. */
  references(command: C): Reference[];
  /** The state after one more event of the stream. */
  readonly evolve: Evolve<S>;
  /** The events to append; none where the command repeats what stands. @throws Refusal */
  decide(command: C, state: S | undefined, beside: B): LogEvent[];
  /** Streams that `ask` will read, as far as the command tells which: an import reads those of many lines at once. */
  reads?(command: C): StreamAsked[];
  /** The propositions that may move to another issue: none does while it is used elsewhere. */
  moves?(command: C): string[];
  /** What is wrong with the body on what stands. */
  faults?(command: C, state: S | undefined, beside: B): Fault[];
  /** What hides what the command is about. */
  hiddenBy?(state: S | undefined, beside: B): HiddenBy[];
  /** The content that it brings into force: that may be doubtful. */
  brings?(command: C, beside: B): Brought;
  /** What must be known beside the stream. @throws StoreUnavailable */
  ask?(command: C, state: S | undefined, model: WriteModel): Promise<B>;
  /** The last event of what the command is about, where that is not the whole stream. */
  lastOf?(command: C, state: S | undefined): LastEvent | undefined;
  /**
   * Whether the command is never refused where the stream is not there yet, but for `faults`. That is then presumed at first, without
   * reading, and the append tells where it is wrong.
   */
  isRightOnNothing?(command: C): boolean;
}

/** The one type under which deciders of several kinds are treated alike: each is only ever given its own state. */
export function alike<C extends Request, S extends State, B>(decider: Decider<C, S, B>): Decider<C> {
  return decider as unknown as Decider<C>;
}

/** What every command carries. */
export interface Request {
  readonly negotiation: string;
  /** Of what the command is about. */
  readonly id: string;
  /** The name of the key that it was posted with. */
  readonly postedBy: string;
  readonly correlationId: string;
  /** Of all events of one command that brings many; left out where each has its own. */
  readonly causationId?: string;
  /** Of what was recorded elsewhere before, and keeps its time; else left out. */
  readonly recordedAt?: string;
}

/** What became of a command. */
export interface Receipt extends LastEvent {
  readonly outcome: 'created' | 'changed' | 'unchanged';
  readonly id: string;
  /** What hides it though it is recorded. */
  readonly hiddenBy: readonly HiddenBy[];
  /** What is doubtful in what was appended. */
  readonly warnings: readonly Warning[];
}
