import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import { issuesOf, meetingsOf, plansOf } from '../mentions.js';
import type { VisibleReport } from '../scene.js';
import { type Statement, statementsOf, type Target } from '../statements.js';

/**
 * What is worked out as one, when one of the reports that it rests on changes: it gives the elements of the state. What a
 * report touches and what it is the cause of are the same.
 */
export type Subject =
  | { readonly kind: 'stance'; readonly party: string; readonly target: Target }
  /** How the parties stand to each other on a proposition. */
  | { readonly kind: 'verdict'; readonly proposition: string }
  | { readonly kind: 'convergence'; readonly issue: string }
  /** Whether the last evidence on an issue is too old. */
  | { readonly kind: 'staleness'; readonly issue: string }
  /** A report of an agreement. */
  | { readonly kind: 'agreement'; readonly id: string }
  | { readonly kind: 'meeting'; readonly id: string }
  | { readonly kind: 'plan'; readonly id: string }
  /** A report that may be a blocker. */
  | { readonly kind: 'blocker'; readonly id: string };

/** Stances come before the verdicts that rest on them, and these before the convergence that they come to. */
const ORDER = {
  stance: 0,
  verdict: 1,
  convergence: 2,
  staleness: 3,
  agreement: 4,
  meeting: 5,
  plan: 6,
  blocker: 7,
} as const satisfies Record<Subject['kind'], number>;

export function inOrderOfWork<T>(items: Iterable<T>, subjectOf: (item: T) => Subject): T[] {
  return [...items].sort((a, b) => ORDER[subjectOf(a).kind] - ORDER[subjectOf(b).kind]);
}

/** What tells a subject from all others. Ids hold no space. */
export function subjectKey(subject: Subject): string {
  switch (subject.kind) {
    case 'stance':
      return `stance ${subject.party} ${subject.target.kind} ${subject.target.id}`;
    case 'verdict':
      return `verdict ${subject.proposition}`;
    case 'convergence':
    case 'staleness':
      return `${subject.kind} ${subject.issue}`;
    case 'agreement':
    case 'meeting':
    case 'plan':
    case 'blocker':
      return `${subject.kind} ${subject.id}`;
  }
}

/**
 * Everything that rests on a report. Design 4.
 * @param issueOf the issue of a proposition
 */
export function subjectsOf(report: VisibleReport, issueOf: (proposition: string) => string | undefined): Subject[] {
  const { id, content } = report;
  const subjects = [
    ...statementsOf(report).flatMap((statement) => subjectsOfStatement(statement, issueOf)),
    ...issuesOf(content, issueOf).map((issue): Subject => ({ kind: 'staleness', issue })),
    ...meetingsOf(content).map((meeting): Subject => ({ kind: 'meeting', id: meeting })),
    ...plansOf(content).map((plan): Subject => ({ kind: 'plan', id: plan })),
  ];
  if (content.type === 'AgreementSigned') subjects.push({ kind: 'agreement', id });
  if (content.type !== 'AssessmentMade') return subjects;
  if (content.data.blocker) subjects.push({ kind: 'blocker', id });
  if (content.data.resolves !== null) subjects.push({ kind: 'blocker', id: content.data.resolves });
  return subjects;
}

/** Whether what the registry says of an entry shows in a subject: titles, texts, principals. */
export function restsOnEntry(subject: Subject, kind: EntryKind, id: string): boolean {
  switch (kind) {
    case 'negotiation':
      return subject.kind === 'verdict' || subject.kind === 'convergence' || subject.kind === 'staleness';
    case 'issue':
      return subject.kind === 'verdict' || subject.kind === 'convergence';
    case 'proposition':
      if (subject.kind === 'verdict') return subject.proposition === id;
      // A blocker yields its path to a proposition with its id.
      return isStanceOn(subject, 'proposition', id) || (subject.kind === 'blocker' && subject.id === id);
    case 'plan':
      return isStanceOn(subject, 'plan', id) || (subject.kind === 'plan' && subject.id === id);
    case 'meeting':
      return subject.kind === 'meeting' && subject.id === id;
    case 'party':
    case 'person':
    case 'source':
      return false;
  }
}

function isStanceOn(subject: Subject, kind: Target['kind'], id: string): boolean {
  return subject.kind === 'stance' && subject.target.kind === kind && subject.target.id === id;
}

function subjectsOfStatement({ party, target }: Statement, issueOf: (proposition: string) => string | undefined): Subject[] {
  const stance: Subject = { kind: 'stance', party, target };
  const issue = target.kind === 'proposition' ? issueOf(target.id) : undefined;
  if (issue === undefined) return [stance];
  return [stance, { kind: 'verdict', proposition: target.id }, { kind: 'convergence', issue }];
}
