import type { At } from '../../src/vocabulary/axes.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import type { Entries } from '../../src/vocabulary/events/registry-entries.js';
import { actorsNamed } from './actors-named.js';
import { issuesOf } from './issues-of-report.js';
import { namesMeeting, namesPlan, propositionsNamed } from './naming.js';
import { entriesAt } from './registry.js';
import { type StateAt, stateAt } from './state-at.js';
import type { VisibleReport } from './visible-reports.js';

const KINDS = ['party', 'person', 'issue', 'proposition', 'plan', 'meeting'] as const;
type Kind = (typeof KINDS)[number];

interface Called {
  readonly kind: Kind;
  readonly id: string;
  readonly entry: Entries[Kind];
  readonly words: readonly string[];
}

/** The words of a search, and what it is narrowed by: one value of each, or any of several. */
export interface SearchAsked {
  readonly q: string;
  readonly type?: AnyOf;
  readonly party?: AnyOf;
  readonly issue?: AnyOf;
  readonly source?: AnyOf;
}

type AnyOf = string | readonly string[] | undefined;

/** What a search finds, each as its type, its id and where it matched; sorted as texts. */
export function foldSearch(log: readonly Recorded[], negotiation: string, at: At, filters: SearchAsked): string[] {
  const state = stateAt(log, negotiation, at);
  const asked = wordsIn(filters.q);
  const called = KINDS.flatMap((kind) =>
    [...entriesAt(log, negotiation, kind, at.recordedBy)].map(([id, entry]): Called => ({
      kind,
      id,
      entry,
      words: wordsIn(textOf(entry)),
    })),
  );
  const entries = called
    .filter(({ words }) => asked.every((word) => words.some((one) => one.startsWith(word))))
    .filter((one) => isEntryAskedFor(one, filters) && state.reports.some((report) => isNamed(state, report, one)))
    .map(({ kind, id }) => `${kind} ${id} name`);
  const reports = state.reports.filter((report) => isReportAskedFor(state, report, filters));
  return [...entries, ...reports.flatMap((report) => reportHit(state, report, asked, called))].toSorted();
}

/** A party is its own, a person of its party; an issue is its own, a proposition of its issue. Nothing of the registry is of a source. */
function isEntryAskedFor({ kind, id, entry }: Called, { type, party, issue, source }: SearchAsked): boolean {
  const parties = kind === 'party' ? [id] : 'party' in entry && entry.party !== null ? [entry.party] : [];
  const issues = kind === 'issue' ? [id] : 'issue' in entry ? [entry.issue] : [];
  return isOneOf([kind], type) && isOneOf(parties, party) && isOneOf(issues, issue) && source === undefined;
}

function isReportAskedFor(state: StateAt, { content }: VisibleReport, { type, party, issue, source }: SearchAsked): boolean {
  return (
    isOneOf([content.type], type) &&
    isOneOf(actorsNamed(content), party) &&
    isOneOf(issuesOf(state, content), issue) &&
    isOneOf([content.source.id], source)
  );
}

function isOneOf(values: readonly string[], asked: AnyOf): boolean {
  return asked === undefined || values.some((value) => [asked].flat().includes(value));
}

function reportHit(state: StateAt, report: VisibleReport, asked: readonly string[], called: readonly Called[]): string[] {
  const { content } = report;
  const places = new Set<string>();
  const points = 'points' in content.data ? content.data.points.flatMap(({ text }) => wordsIn(text)) : [];
  for (const word of asked) {
    const begins = (one: string) => one.startsWith(word);
    if (wordsIn(content.summary).some(begins)) places.add('summary');
    else if (points.some(begins)) places.add('points');
    else if (called.some((entry) => entry.words.some(begins) && isNamed(state, report, entry))) places.add('named');
    else return [];
  }
  const matched = ['summary', 'points', 'named'].filter((place) => places.has(place));
  return [`${content.type} ${content.id} ${matched.join(' ')}`];
}

function isNamed(state: StateAt, { content }: VisibleReport, { kind, id }: Called): boolean {
  switch (kind) {
    case 'party':
    case 'person':
      return actorsNamed(content).includes(id);
    case 'issue':
      return issuesOf(state, content).includes(id);
    case 'proposition':
      return propositionsNamed(content).includes(id);
    case 'plan':
      return namesPlan(content, id);
    case 'meeting':
      return namesMeeting(content, id);
  }
}

function textOf(entry: Entries[Kind]): string {
  if ('text' in entry) return entry.text;
  return [...('name' in entry ? [entry.name] : [entry.title]), ...('aliases' in entry ? entry.aliases : [])].join(' | ');
}

function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
