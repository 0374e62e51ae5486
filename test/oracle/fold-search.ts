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
  readonly words: readonly string[];
}

/** What a search finds, each as its type, its id and where it matched; sorted as texts. */
export function foldSearch(log: readonly Recorded[], negotiation: string, at: At, question: string): string[] {
  const state = stateAt(log, negotiation, at);
  const asked = wordsIn(question);
  const called = KINDS.flatMap((kind) =>
    [...entriesAt(log, negotiation, kind, at.recordedBy)].map(([id, entry]): Called => ({ kind, id, words: wordsIn(textOf(entry)) })),
  );
  const entries = called
    .filter(({ words }) => asked.every((word) => words.some((one) => one.startsWith(word))))
    .filter((entry) => state.reports.some((report) => isNamed(state, report, entry)))
    .map(({ kind, id }) => `${kind} ${id} name`);
  return [...entries, ...state.reports.flatMap((report) => reportHit(state, report, asked, called))].toSorted();
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
