import type { At } from '../../src/vocabulary/axes.js';
import { type Day, parseDay } from '../../src/vocabulary/day.js';
import type { LogEvent, Recorded } from '../../src/vocabulary/events/log-event.js';
import type { MeetingData } from '../../src/vocabulary/events/meeting-reports.js';
import type { AssessmentData } from '../../src/vocabulary/events/other-reports.js';
import type { PlanRevisedData } from '../../src/vocabulary/events/plan-reports.js';
import type { PositionData } from '../../src/vocabulary/events/position-stated.js';
import type { Claim } from '../../src/vocabulary/events/report.js';
import type { MeetingReport, ReportContent } from '../../src/vocabulary/events/report-content.js';
import type { Reason } from '../../src/vocabulary/events/report-corrections.js';
import type { Entries, EntryKind } from '../../src/vocabulary/events/registry-entries.js';
import { registryEvent } from '../../src/vocabulary/events/registry-events.js';
import type { Modality } from '../../src/vocabulary/modality.js';
import { LogWriter } from './histories-log-writer.js';
import { reportedDate } from './histories-registry.js';

/** The envelope of a report; what is left out is as plain as can be, the source is `early`. */
export interface Told {
  occurred?: string;
  source?: string;
  by?: Claim['by'];
  form?: Claim['form'];
  issues?: string[];
  meeting?: string;
}

type Stated = Told & Partial<Omit<PositionData, 'until' | 'modality' | 'party'>> & { until?: string };

/**
 * A small history, written by hand. It starts with the parties `a`, `b`, `c`, the person `ann` of `a`, the issue `i` with the
 * propositions `p` and `q`, the plans `one` and `two`, the meeting `m`, and sources of 5, 6 and 20 January 2026.
 */
export class Story {
  private readonly writer = new LogWriter();

  constructor(negotiation: Partial<Entries['negotiation']> = {}) {
    const opened = { title: 'Talks', opened: null, description: null, principals: [], staleAfterDays: 30, ...negotiation };
    this.define('negotiation', 'n', opened);
    for (const id of ['a', 'b', 'c']) this.define('party', id, { name: id, kind: 'state', aliases: [] });
    this.define('person', 'ann', { name: 'Ann', party: 'a', role: null, aliases: [] });
    this.define('issue', 'i', { title: 'Issue', parent: null, description: null, principals: [] });
    for (const id of ['p', 'q']) this.define('proposition', id, { issue: 'i', text: `text of ${id}` });
    for (const id of ['one', 'two']) this.define('plan', id, { title: `plan ${id}`, aliases: [] });
    this.define('meeting', 'm', { title: 'Meeting', aliases: [] });
    this.source('early', '2026-01-05');
    this.source('next', '2026-01-06');
    this.source('late', '2026-01-20');
  }

  get log(): readonly Recorded[] {
    return this.writer.log;
  }

  define<K extends EntryKind>(kind: K, id: string, entry: Entries[K], change: 'defined' | 'changed' = 'defined'): Recorded {
    return this.append(registryEvent(kind, change, 'n', id, entry));
  }

  source(id: string, published: string, change: 'defined' | 'changed' = 'defined'): Recorded {
    const unsaid = { publisher: null, headline: null, author: null, url: null, language: null, notes: [] };
    return this.define('source', id, { ...unsaid, published: reportedDate(published) }, change);
  }

  position(id: string, party: string, modality: Modality, told: Stated = {}): Recorded {
    return this.append(position(id, party, modality, told));
  }

  agreement(id: string, parties: string[], propositions: string[], told: Told & Pick<Stated, 'conditions'> = {}): Recorded {
    const signatories = parties.map((party) => ({ party, person: null }));
    const document = { id: null, title: 'Memorandum', kind: 'memorandum' };
    const data = { document, signatories, propositions, conditions: told.conditions ?? [] };
    return this.append({ ...envelope(id, told), type: 'AgreementSigned', data });
  }

  /** Of the meeting `m`. */
  meeting(
    type: MeetingReport['type'],
    id: string,
    { scheduledFor, ...data }: Partial<Omit<MeetingData, 'scheduledFor'>> & { scheduledFor?: string } = {},
    told: Told = {},
  ): Recorded {
    const unsaid = { change: null, place: null, format: null, purpose: null, outcome: null, durationMinutes: null, level: null };
    const schedule = scheduledFor === undefined ? null : reportedDate(scheduledFor);
    const whole = { ...unsaid, reason: null, hosts: [], attendance: [], ...data, scheduledFor: schedule };
    return this.append({ ...envelope(id, { meeting: 'm', ...told }), type, data: whole } as MeetingReport);
  }

  plan(id: string, data: Partial<PlanRevisedData> & { plan: string }, told: Told = {}): Recorded {
    const type = data.revises ? 'PlanRevised' : 'PlanTabled';
    return this.append({ ...envelope(id, told), type, data: { by: [], pointCount: null, points: [], ...data } } as ReportContent);
  }

  assessment(id: string, data: Partial<AssessmentData>, told: Told = {}): Recorded {
    const unsaid = { about: null, measure: null, blocker: false, resolves: null };
    return this.append({ ...envelope(id, told), type: 'AssessmentMade', data: { ...unsaid, ...data } });
  }

  role(id: string, person: string, party: string, told: Told = {}): Recorded {
    return this.append({
      ...envelope(id, told),
      type: 'RoleChanged',
      data: { person, party, role: 'envoy', change: 'appointed', reason: null },
    });
  }

  context(id: string, told: Told = {}): Recorded {
    return this.append({ ...envelope(id, told), type: 'ContextReported', data: { kind: 'background' } });
  }

  /** @param published null is the reason `coding` */
  correct(published: string | null, report: ReportContent): Recorded {
    return this.append({ type: 'ReportCorrected', negotiation: 'n', id: report.id, ...erratum(published), note: 'erratum', report });
  }

  remove(type: 'ReportRetracted' | 'SourceWithdrawn', id: string, published: string | null): Recorded {
    return this.append({ type, negotiation: 'n', id, ...erratum(published), note: null });
  }

  /** Takes the last removal back. */
  restore(type: 'ReportReinstated' | 'SourceReadmitted', id: string, published: string | null): Recorded {
    return this.append({ type, negotiation: 'n', id, ...erratum(published), note: null });
  }

  private append(event: LogEvent): Recorded {
    return this.writer.append(event);
  }
}

/** A PositionStated, on the proposition `p` if nothing else is said. */
export function position(id: string, party: string, modality: Modality, told: Stated = {}): ReportContent {
  const { speaker = null, plan = null, conditions = [], until, previous = null } = told;
  const data = {
    party,
    speaker,
    proposition: plan === null ? (told.proposition ?? 'p') : null,
    plan,
    modality,
    conditions,
    until: until === undefined ? null : reportedDate(until),
    previous,
  };
  return { ...envelope(id, told), type: 'PositionStated', data };
}

/** The end of a day; if nothing else is said, without a limit on what was published or recorded. */
export function on(asOf: string, rest: Partial<Omit<At, 'asOf' | 'knownBy'>> & { knownBy?: string } = {}): At {
  const knownBy = rest.knownBy === undefined ? Infinity : dayIn(rest.knownBy);
  return { recordedBy: 1_000_000n, certainty: 'any', ...rest, asOf: dayIn(asOf), knownBy };
}

function dayIn(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`${text} is no day`);
  return day;
}

function erratum(published: string | null): { reason: Reason; published: ReturnType<typeof reportedDate> | null } {
  return published === null ? { reason: 'coding', published } : { reason: 'source', published: reportedDate(published) };
}

function envelope(id: string, { occurred, source = 'early', by = [], form = 'stated', issues = [], meeting }: Told) {
  return {
    negotiation: 'n',
    id,
    occurred: occurred === undefined ? null : reportedDate(occurred),
    source: { id: source, locator: null, quote: null },
    claim: { by, via: [], form },
    issues,
    meeting: meeting ?? null,
    summary: `summary of ${id}`,
  };
}
