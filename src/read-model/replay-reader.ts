import { setImmediate as nextTurn } from 'node:timers/promises';
import { daySteps } from '../rules/replay/day-steps.js';
import type { Journey, RecordedJourney } from '../rules/replay/journey.js';
import { type RecordedHappening, type RecordedState, RecordedWay, type ReportAt } from '../rules/replay/recorded-steps.js';
import { type EntryVersion, RegistryMaps } from '../rules/replay/registry-maps.js';
import { type Step, Steps, type Told } from '../rules/replay/step.js';
import type { EntryKind } from '../vocabulary/events/registry-entries.js';
import { KIND_OF_REGISTRY_EVENT } from '../vocabulary/events/registry-events.js';
import { BEFORE_ALL, type Position } from '../vocabulary/position.js';
import { toPosition } from './columns.js';
import type { ReadModelFile } from './read-model-file.js';
import { RegistryReader } from './registry-reader.js';
import type { ContentInForce } from '../rules/content-in-force.js';
import { numberOfName, numberOfReport } from './names.js';
import { REPORT_COLUMNS, type ReportRow, toContentInForce } from './report-rows.js';

/** After so many steps others have their turn, and so many events are read at a time. */
const STEPS_PER_TURN = 50;

/** The kinds of entry that the rules read. */
const KINDS_OF_RULES = ['negotiation', 'issue', 'proposition', 'plan', 'meeting'] as const satisfies EntryKind[];

const CONTENTS = `
  SELECT ${REPORT_COLUMNS} FROM timeline l CROSS JOIN in_force f CROSS JOIN content t CROSS JOIN report r
  WHERE l.negotiation = $n AND f.content = l.content AND f.r_from = l.r_from AND f.k_from = l.k_from AND f.r_from <= $r AND $r < f.r_to
    AND t.content = f.content AND r.report = f.report`;

/** Where the file in use is found: it is not kept over an await, for a rebuild swaps it. */
export interface FileInUse {
  readonly rows: ReadModelFile;
}

/** The steps of a way. On an axis of days all is read now, on the axis `recorded` event by event as it is asked for. */
export function stepsOf(source: FileInUse, negotiation: string, journey: Journey): AsyncGenerator<Step> {
  if (journey.axis === 'recorded') return new RecordedReplay(source, negotiation, journey).upTo(journey.to);
  const { recordedBy } = journey.end;
  const contents = contentsInForce(source.rows, negotiation, recordedBy);
  const registry = new RegistryMaps(entriesOfRules(source.rows, negotiation, recordedBy));
  return unhurried(daySteps(journey, contents, registry), new Steps(journey.issue));
}

/** Numbers the steps and lets others have their turn in between. */
async function* unhurried(happenings: Iterable<Told>, steps: Steps): AsyncGenerator<Step> {
  let told = 0;
  for (const happening of happenings) {
    const step = steps.next(happening);
    if (step !== undefined) yield step;
    told += 1;
    if (told % STEPS_PER_TURN === 0) await nextTurn();
  }
}

/** The way along the axis `recorded`, as far as it is asked for: what is recorded later is read later. */
export class RecordedReplay {
  private readonly way: RecordedWay;
  private readonly steps: Steps;
  private reached: Position;

  constructor(
    private readonly source: FileInUse,
    private readonly negotiation: string,
    journey: RecordedJourney,
  ) {
    const { from, issue } = journey;
    this.way = new RecordedWay(journey, from === null ? null : stateAt(source.rows, negotiation, from));
    this.steps = new Steps(issue);
    this.reached = from ?? BEFORE_ALL;
  }

  /** The steps from where the last one ended up to a position, included. */
  async *upTo(position: Position): AsyncGenerator<Step> {
    for (;;) {
      const events = happenings(this.source.rows, this.negotiation, this.reached, position);
      for (const event of events) {
        this.reached = event.position;
        const step = this.steps.next(this.way.goOn(event));
        if (step !== undefined) yield step;
      }
      if (events.length < STEPS_PER_TURN) break;
      await nextTurn();
    }
    // Events of other negotiations lie between: they need not be passed over again.
    if (position > this.reached) this.reached = position;
  }
}

/** Every content that is recorded by a position and in force for some K. */
export function contentsInForce(file: ReadModelFile, negotiation: string, recordedBy: Position): ContentInForce[] {
  return file
    .allBy<ReportRow>(`${CONTENTS} ORDER BY r.id, f.r_from, f.k_from`, {
      $n: numberOfName(file, negotiation, 'negotiation', negotiation) ?? null,
      $r: recordedBy,
    })
    .map(toContentInForce);
}

/** The events of a negotiation behind one position and up to another, in order; the first of them where they are many. */
function happenings(file: ReadModelFile, negotiation: string, after: Position, upTo: Position): RecordedHappening[] {
  return file
    .all<{ position: number; type: string; subject: string }>(
      `SELECT position, type, subject FROM log WHERE negotiation = ? AND position > ? AND position <= ? ORDER BY position LIMIT ?`,
      numberOfName(file, negotiation, 'negotiation', negotiation) ?? null,
      after,
      upTo,
      STEPS_PER_TURN,
    )
    .map(({ position: column, type, subject }) => {
      const position = toPosition(column);
      return {
        position,
        type,
        subject,
        entry: entryOf(file, negotiation, type, subject, position),
        reports: reportsTouchedBy(file, negotiation, type, subject).map((id) => reportAt(file, negotiation, id, position)),
      };
    });
}

function entryOf(file: ReadModelFile, negotiation: string, type: string, id: string, recordedBy: Position): EntryVersion | null {
  if (!isRegistryType(type)) return null;
  const kind = KIND_OF_REGISTRY_EVENT[type];
  const found = new RegistryReader(file, negotiation, recordedBy).entry(kind, id);
  return found === undefined ? null : ({ kind, id, entry: found.entry } as EntryVersion);
}

function reportsTouchedBy(file: ReadModelFile, negotiation: string, type: string, subject: string): string[] {
  if (type !== 'SourceChanged' && type !== 'SourceWithdrawn') return isRegistryType(type) ? [] : [subject];
  return file
    .all<{ report: string }>(
      'SELECT DISTINCT r.id AS report FROM mention m JOIN content t USING (content) JOIN report r USING (report) WHERE m.name = ?',
      numberOfName(file, negotiation, 'source', subject) ?? null,
    )
    .map(({ report }) => report);
}

function reportAt(file: ReadModelFile, negotiation: string, id: string, recordedBy: Position): ReportAt {
  const $report = numberOfReport(file, negotiation, id, recordedBy) ?? null;
  const rows = file.allBy<ReportRow>(
    `WITH c AS (SELECT $report AS content UNION ALL SELECT content FROM content WHERE report = $report AND version > 0)
     SELECT ${REPORT_COLUMNS} FROM c CROSS JOIN in_force f CROSS JOIN content t CROSS JOIN report r
     WHERE f.content = c.content AND f.r_from <= $r AND $r < f.r_to AND t.content = f.content AND r.report = f.report ORDER BY f.k_from`,
    { $r: recordedBy, $report },
  );
  return { id, contents: rows.map(toContentInForce) };
}

function stateAt(file: ReadModelFile, negotiation: string, recordedBy: Position): RecordedState {
  const byReport = Map.groupBy(contentsInForce(file, negotiation, recordedBy), ({ id }) => id);
  return {
    entries: entriesOfRules(file, negotiation, recordedBy),
    reports: [...byReport].map(([id, contents]) => ({ id, contents })),
  };
}

function entriesOfRules(file: ReadModelFile, negotiation: string, recordedBy: Position): EntryVersion[] {
  const reader = new RegistryReader(file, negotiation, recordedBy);
  return KINDS_OF_RULES.flatMap((kind) => reader.entries(kind).map(({ id, entry }) => ({ kind, id, entry }) as EntryVersion));
}

function isRegistryType(type: string): type is keyof typeof KIND_OF_REGISTRY_EVENT {
  return Object.hasOwn(KIND_OF_REGISTRY_EVENT, type);
}
