import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v4 as randomUuid } from 'uuid';
import { EventStore } from '../../event-store/event-store.token.js';
import { clientGone } from '../../http/client-gone.js';
import { jsonElements, looksLikeArray } from '../../http/json-elements.js';
import { limits } from '../../http/limits.js';
import { ToldWith } from '../../http/problem-filter.js';
import type { Sender } from '../../http/sender.js';
import { parseJson } from '../../http/strict-json.js';
import { ShownPosition } from '../../ports/shown-position.js';
import { Spans } from '../../ports/spans.js';
import { ENTRY_KINDS } from '../../vocabulary/events/registry-entries.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { CommandRunner } from '../writing/command-runner.js';
import type { Subject } from '../writing/reference.js';
import { emptySummary, type Outcome, outcomeOf, type Summary } from './answer.js';
import { faultsAt } from './array-faults.js';
import { type CarriedOut, CarryOutLines } from './carry-out-lines.js';
import { ImportLines } from './import-lines.js';
import type { Line, Settled } from './line.js';
import { ShortTurns } from '../../waiting/short-turns.js';

/** Entries in any order, decided all before any is appended. */
export class ImportArray extends Command<ImportAnswer> {
  /** @param body the JSON array that was sent */
  constructor(
    readonly negotiation: string,
    readonly body: Uint8Array,
    readonly sender: Sender,
    readonly isDry: boolean,
  ) {
    super();
  }
}

export interface ImportAnswer {
  readonly items: readonly Outcome[];
  readonly summary: Summary;
}

/**
 * Records all entries of an array, or none: each is decided as if those that it names were there.
 * @throws Refusal with the faults of all
 */
@CommandHandler(ImportArray)
export class ImportArrayHandler implements ICommandHandler<ImportArray> {
  constructor(
    private readonly lines: ImportLines,
    private readonly runner: CommandRunner,
    private readonly store: EventStore,
    private readonly shown: ShownPosition,
    private readonly spans: Spans,
  ) {}

  /**
   * @throws Refusal `invalid-body` with the faults of the rejected entries: then nothing is appended
   * @throws ToldWith what is recorded all the same, on a log that cannot append to several streams at once
   * @throws AbortError where its client has left before anything is recorded
   */
  async execute(command: ImportArray): Promise<ImportAnswer> {
    const lines = await this.read(command);
    const { negotiation, isDry } = command;
    const way = { isDry, isAllOrNothing: true, promised: lines.flatMap(broughtBy), gone: clientGone() };
    const carrier = new CarryOutLines(this.runner, this.store, negotiation, way);
    const carriedOut = await this.spans.during('command', { 'tracker.lines': lines.length }, async () =>
      carrier.carryOut(this.lines.inOrder(worthDeciding(lines))),
    );
    requireAll(lines, carriedOut);
    const summary = emptySummary();
    const items = lines.flatMap((line) => carriedOut.settled.get(line) ?? []).map((one) => outcomeOf(one, summary));
    if (summary.position === '0') summary.position = String(this.shown.position);
    // As with every write: who reads next on this node is shown it.
    summary.projected = await this.shown.shows(BigInt(summary.position));
    return { items, summary };
  }

  /** The whole array is read before anything is decided. */
  private async read({ body, negotiation, sender }: ImportArray): Promise<Line[]> {
    const members = membersOf(body);
    // One cause of all events: followers take them as a whole.
    const read = this.lines.reader(negotiation, { ...sender, causationId: randomUuid() });
    const turns = new ShortTurns();
    const lines: Line[] = [];
    let faults = 0;
    const gone = clientGone();
    for (const bytes of members) {
      gone?.throwIfAborted();
      const line = read({ number: lines.length + 1, bytes });
      if (line === undefined) continue;
      lines.push(line);
      if (line.task === undefined) faults += faultsAt(line, line.fault).length;
      if (faults >= limits.faultsLookedFor) break;
      await turns.worked();
    }
    return lines;
  }
}

/** @throws EdgeProblem `malformed-json`; Refusal `invalid-body` where it is no array, or one of too many */
function membersOf(body: Uint8Array): (Uint8Array | null)[] {
  if (!looksLikeArray(body)) {
    // What is no JSON at all is told first.
    parseJson(body);
    throw noArray();
  }
  const members: (Uint8Array | null)[] = [];
  for (const member of jsonElements(body)) {
    if (members.length === limits.importArrayEntries) throw noArray();
    members.push(member);
  }
  return members;
}

function noArray(): Refusal {
  const detail = `must be an array of up to ${String(limits.importArrayEntries)} entries; for more, send application/x-ndjson`;
  return new Refusal('invalid-body', 'The body is not a list of entries.', [{ pointer: '#', code: 'invalid-type', detail }]);
}

/** What a line brings, or would bring if it had no fault: it is not told as unknown to those that name it. */
function broughtBy({ task, entry, id }: Line): Subject[] {
  if (task) return task.brings ? [task.brings] : [];
  const kind = [...ENTRY_KINDS, 'report' as const].find((one) => one === entry);
  return id !== null && kind ? [{ kind, id }] : [];
}

/** What is wrong with a line on an id whose own line is at fault is not known. */
function worthDeciding(lines: readonly Line[]): Line[] {
  const faulty = new Set(lines.flatMap(({ task, id }) => (task === undefined && id !== null ? [id] : [])));
  return lines.filter(({ task, id }) => task === undefined || id === null || !faulty.has(id));
}

/** @throws Refusal, ToldWith where not all lines are as they say */
function requireAll(lines: readonly Line[], { settled, failure }: CarriedOut): void {
  const rejected = lines.flatMap((line) => settled.get(line) ?? []).filter(({ outcome }) => outcome === 'rejected');
  if (rejected.length === 0 && failure === undefined) return;
  const recorded = [...settled.values()].filter(({ outcome }) => outcome === 'created' || outcome === 'changed');
  const faults = rejected.flatMap(({ line, error }) => faultsAt(line, error));
  const isAll = recorded.length === 0;
  const detail = isAll ? 'Some entries are rejected, so none is recorded.' : 'Some entries are rejected.';
  const cause = rejected.length > 0 ? new Refusal('invalid-body', detail, faults) : failure;
  throw isAll ? cause : withWhatIsRecorded(cause, recorded, lines);
}

function withWhatIsRecorded(cause: unknown, recorded: readonly Settled[], lines: readonly Line[]): ToldWith {
  const summary = emptySummary();
  const items = recorded.map((one) => outcomeOf(one, summary)).toSorted((a, b) => a.line - b.line);
  const detail = `Recorded are ${String(recorded.length)} of ${String(lines.length)} entries: this log cannot record all at once. Send them again to complete it.`;
  return new ToldWith(cause, detail, { items, summary });
}
