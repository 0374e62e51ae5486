import { Injectable } from '@nestjs/common';
import { v4 as randomUuid, v7 as uuid } from 'uuid';
import { type NewEvent, type Revision, RevisionConflict, type StreamName } from '../../event-store/event-store.js';
import { EventStore } from '../../event-store/event-store.token.js';
import { toStoredData } from '../../event-store/typed-event.js';
import type { LogEvent } from '../../vocabulary/events/log-event.js';
import { currentVersion } from '../../vocabulary/events/upcasters/upcasters.js';
import { Refusal } from '../../vocabulary/refusal.js';
import type { Decider, Loaded, Receipt, Request } from './decider.js';
import { KnownIds } from './known-ids.js';
import { LogWriteModel } from './log-write-model.js';
import { SnapshotWriteModel } from './snapshot-write-model.js';
import { Turns } from './turns.js';
import type { WriteModel } from './write-model.js';

const MOST_ATTEMPTS = 20;

/** What is taken for given while a command is decided. */
export interface Presumptions {
  /** Keys of what exists by then, though the log does not hold it yet. */
  readonly alsoKnown?: ReadonlySet<string>;
  /** What the command would bring is new; where it is not, the append conflicts. */
  readonly isNew?: boolean;
}

/** A command that was decided: what it appends, or that it changes nothing. */
export type Prepared =
  | { readonly unchanged: Receipt }
  | {
      readonly id: string;
      readonly outcome: 'created' | 'changed';
      readonly stream: StreamName;
      readonly decided: readonly LogEvent[];
      readonly events: readonly NewEvent[];
      readonly expected: Revision | 'no-stream';
    };

/** Carries out every command: read, fold, decide, append. Where a writer of another node was faster it starts again. */
@Injectable()
export class CommandRunner {
  /** Writers of this node on one stream would only make each other start again. */
  readonly turns = new Turns();

  constructor(
    private readonly store: EventStore,
    private readonly log: LogWriteModel,
    private readonly known: KnownIds,
  ) {}

  /**
   * @param id of what the command is about, for the receipt
   * @param isNew whether to take what the command brings for new at first: then nothing is read for it
   * @throws Refusal, RevisionConflict, StoreUnavailable, UnstorableEvent
   */
  async run<C extends Request, S>(decider: Decider<C, S>, command: C, id: string, isNew = true): Promise<Receipt> {
    return this.turns.take(decider.stream(command), () => this.runInTurn(decider, command, id, isNew));
  }

  private async runInTurn<C extends Request, S>(decider: Decider<C, S>, command: C, id: string, isNew: boolean): Promise<Receipt> {
    for (let attempt = 1; ; attempt += 1) {
      const prepared = await this.prepare(decider, command, id, this.snapshot(), { isNew: isNew && attempt === 1 });
      try {
        return await this.append(prepared);
      } catch (error) {
        if (!(error instanceof RevisionConflict) || attempt === MOST_ATTEMPTS) throw error;
      }
    }
  }

  /** What commands that are decided together see of the log: each stream is read once. */
  snapshot(): WriteModel {
    return new SnapshotWriteModel(this.log);
  }

  /** Everything up to the append. @throws Refusal, StoreUnavailable */
  async prepare<C extends Request, S>(
    decider: Decider<C, S>,
    command: C,
    id: string,
    model = this.snapshot(),
    presumptions: Presumptions = {},
  ): Promise<Prepared> {
    const { events, loaded } = await this.decide(decider, command, model, presumptions);
    if (events.length === 0) return { unchanged: { outcome: 'unchanged', id, ...lastOf(loaded) } };
    return {
      id,
      outcome: loaded.last === undefined ? 'created' : 'changed',
      stream: decider.stream(command),
      decided: events,
      events: this.toNewEvents(events, command),
      expected: loaded.streamRevision,
    };
  }

  /** @throws RevisionConflict where another writer was faster; StoreUnavailable, UnstorableEvent */
  async append(prepared: Prepared): Promise<Receipt> {
    if ('unchanged' in prepared) return prepared.unchanged;
    const { id, outcome, stream, decided, events, expected } = prepared;
    const { revision, position, recordedAt } = await this.store.append(stream, events, expected);
    for (const event of decided) this.log.note(event);
    return { outcome, id, revision, position, recordedAt };
  }

  /** Decides without appending. @throws Refusal */
  async decide<C extends Request, S>(
    decider: Decider<C, S>,
    command: C,
    model: WriteModel,
    { alsoKnown, isNew = false }: Presumptions = {},
  ): Promise<{ events: LogEvent[]; loaded: Loaded<S> }> {
    await this.known.requireSubjects(command.negotiation, decider.subjects(command), model);
    const named = decider.references(command);
    const references = alsoKnown ? named.filter(({ kind, id }) => !isAlsoKnown(alsoKnown, kind, id)) : named;
    const faults = await this.known.unknown(command.negotiation, references, model);
    if (faults.length > 0) throw new Refusal('invalid-body', 'The body names ids that do not exist.', faults);
    const loaded = (isNew ? decider.ifNew?.(command) : undefined) ?? (await decider.load(command, model));
    return { events: decider.decide(command, loaded.state), loaded };
  }

  /** Events as a store takes them, with who posted them. */
  toNewEvents(events: readonly LogEvent[], { postedBy, correlationId }: Request): NewEvent[] {
    const causationId = randomUuid();
    return events.map((event) => ({
      id: uuid(),
      type: event.type,
      data: toStoredData(event),
      metadata: { postedBy, correlationId, causationId, version: currentVersion(event.type) },
    }));
  }
}

/** One key for what an import brings along: its other lines may name it before it is appended. */
export function knownKey(kind: string, id: string): string {
  return `${kind} ${id}`;
}

function isAlsoKnown(keys: ReadonlySet<string>, kind: string, id: string): boolean {
  if (kind === 'actor') return keys.has(knownKey('party', id)) || keys.has(knownKey('person', id));
  return keys.has(knownKey(kind, id));
}

function lastOf<S>({ last }: Loaded<S>): Pick<Receipt, 'revision' | 'position' | 'recordedAt'> {
  if (last === undefined) throw new Error('nothing was to be appended to a stream that does not exist');
  return { revision: last.revision, position: last.position, recordedAt: last.recordedAt };
}
