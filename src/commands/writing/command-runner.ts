import { Injectable } from '@nestjs/common';
import { v4 as randomUuid } from 'uuid';
import { type NewEvent, type Revision, RevisionConflict, type StreamName } from '../../event-store/event-store.js';
import { EventStore } from '../../event-store/event-store.token.js';
import { toStoredData } from '../../event-store/typed-event.js';
import type { LogEvent } from '../../vocabulary/events/log-event.js';
import { currentVersion } from '../../vocabulary/events/upcasters/upcasters.js';
import { Refusal } from '../../vocabulary/refusal.js';
import type { Warning } from '../../vocabulary/warning.js';
import { tryAgain } from '../../waiting/try-again.js';
import { OneAtATime } from '../../waiting/one-at-a-time.js';
import type { Decider, Receipt, Request } from './decider.js';
import { Doubts, type Taken } from './doubts/doubts.js';
import { newEventId } from './event-id.js';
import type { HiddenBy } from './hidden-by.js';
import { KnownIds } from './known-ids.js';
import { LogWriteModel } from './log-write-model.js';
import { SnapshotWriteModel } from './snapshot-write-model.js';
import type { LastEvent, State } from './state.js';
import { Uses } from './uses.js';
import type { WriteModel } from './write-model.js';

const MOST_ATTEMPTS = 20;

/** A command that was decided, on what stood then. */
export interface Decided<S extends State = State> {
  /** None: it repeats what stands. */
  readonly events: readonly LogEvent[];
  /** What stood in the stream. */
  readonly state: S | undefined;
  /** The revision that the append is made for. */
  readonly expected: Revision | 'no-stream';
  /** The last event of what the command is about. */
  readonly last: LastEvent | undefined;
  /** What hides it though it is recorded. */
  readonly hiddenBy: readonly HiddenBy[];
  /** What of it may be doubtful. */
  readonly taken: Taken;
}

/** Carries out every command: read, fold, decide, append. Where a writer of another node was faster it starts again. */
@Injectable()
export class CommandRunner {
  /** Writers of this node on one stream would only make each other start again. */
  readonly oneAtATime = new OneAtATime();
  private readonly propositions = new Uses();

  constructor(
    private readonly store: EventStore,
    readonly log: LogWriteModel,
    readonly known: KnownIds,
    readonly doubts: Doubts,
  ) {}

  /** @throws Refusal, RevisionConflict, StoreUnavailable, HistoryErased, UnstorableEvent, UnreadableEvent */
  async run<C extends Request, S extends State, B>(decider: Decider<C, S, B>, command: C): Promise<Receipt> {
    const { negotiation } = command;
    const used = decider.references(command).flatMap(({ kind, id }) => (kind === 'proposition' ? keyIn(negotiation, id) : []));
    const moves = decider.moves?.(command) ?? [];
    const alone = async (): Promise<Receipt> => this.moving(negotiation, moves, () => this.runAlone(decider, command));
    return this.propositions.during(used, () => this.oneAtATime.take(decider.stream(command), alone));
  }

  /**
   * Does what may move propositions to another issue while no report is written that uses them (design 4, "Recorded").
   * @param propositions their ids
   */
  async moving<T>(negotiation: string, propositions: readonly string[], work: () => Promise<T>): Promise<T> {
    const keys = propositions.map((id) => keyIn(negotiation, id));
    return this.propositions.change(keys, work);
  }

  private async runAlone<C extends Request, S extends State, B>(decider: Decider<C, S, B>, command: C): Promise<Receipt> {
    const once = async (attempt: number): Promise<Receipt> => {
      const decided = await this.decide(decider, command, this.snapshot(), attempt === 1);
      // Looked for while the log is at work.
      const warnings = decided.events.length === 0 ? [] : this.warningsOf(command.negotiation, decided.taken);
      const receipt = await this.append(decider.stream(command), command, decided);
      return { ...receipt, warnings: await warnings };
    };
    return tryAgain(once, { where: (error) => error instanceof RevisionConflict, mostTries: MOST_ATTEMPTS });
  }

  /** What commands that are decided together see of the log: each stream is read once. */
  snapshot(): WriteModel {
    return new SnapshotWriteModel(this.log);
  }

  /**
   * Decides without appending.
   * @param isPresumedNew whether nothing is read where the command would be right on an empty stream
   * @param near finds what unknown ids look like; one for all commands of a request
   * @throws Refusal, StoreUnavailable, HistoryErased, UnreadableEvent
   */
  async decide<C extends Request, S extends State, B>(
    decider: Decider<C, S, B>,
    command: C,
    model: WriteModel,
    isPresumedNew: boolean,
    near = this.known.lookUps(),
  ): Promise<Decided<S>> {
    await this.known.requireSubjects(command.negotiation, decider.subjects(command), model, near);
    const references = decider.references(command);
    const unknown = await this.known.unknown(command.negotiation, references, model, near);
    const isNew = isPresumedNew && decider.isRightOnNothing?.(command) === true;
    const state = isNew ? undefined : await model.state(decider.stream(command), decider.evolve);
    if (state?.foreign) throw state.foreign;
    const beside = (await decider.ask?.(command, state, model)) as B;
    const impossible = decider.faults?.(command, state, beside) ?? [];
    // What stands already is not refused again.
    if (isNew && impossible.length > 0) return this.decide(decider, command, model, false, near);
    if (unknown.length > 0) throw new Refusal('invalid-body', 'The body names ids that do not exist.', [...unknown, ...impossible]);
    if (impossible.length > 0) throw new Refusal('invalid-body', 'The body tells what cannot be.', impossible);
    // In one turn: a registry may grow in the next one, and what is appended must be for what was decided on.
    const events = decider.decide(command, state, beside);
    const last = decider.lastOf ? decider.lastOf(command, state) : state?.last;
    const hiddenBy = decider.hiddenBy?.(state, beside) ?? [];
    const taken = { references, brought: decider.brings?.(command, beside) };
    return { events, state, expected: state?.last.revision ?? 'no-stream', last, hiddenBy, taken };
  }

  /** A write is not refused for what cannot be told of it. */
  private async warningsOf(negotiation: string, taken: Taken): Promise<readonly Warning[]> {
    try {
      const [warnings = []] = await this.doubts.of([taken], await this.log.knownRegistry(negotiation));
      return warnings;
    } catch {
      return [];
    }
  }

  /** @throws RevisionConflict where another writer was faster; StoreUnavailable, UnstorableEvent */
  private async append(
    stream: StreamName,
    command: Request,
    { events, expected, last, hiddenBy }: Decided,
  ): Promise<Omit<Receipt, 'warnings'>> {
    const about = { id: command.id, hiddenBy };
    if (events.length === 0) return { outcome: 'unchanged', ...about, ...lastOf(last) };
    const { revision, position, recordedAt } = await this.store.append(stream, this.toNewEvents(events, command), expected);
    this.log.note(stream);
    return { outcome: last === undefined ? 'created' : 'changed', ...about, revision, position, recordedAt };
  }

  /** Events as a store takes them, with who posted them. */
  toNewEvents(events: readonly LogEvent[], { postedBy, correlationId, causationId = randomUuid(), recordedAt }: Request): NewEvent[] {
    const kept = recordedAt === undefined ? {} : { recordedAt };
    return events.map((event) => ({
      id: newEventId(),
      type: event.type,
      data: toStoredData(event),
      metadata: { postedBy, correlationId, causationId, version: currentVersion(event.type), ...kept },
    }));
  }
}

function keyIn(negotiation: string, proposition: string): string {
  return `${negotiation} ${proposition}`;
}

function lastOf(last: LastEvent | undefined): LastEvent {
  if (last === undefined) throw new Error('nothing was to be appended to a stream that does not exist');
  return { revision: last.revision, position: last.position, recordedAt: last.recordedAt };
}
