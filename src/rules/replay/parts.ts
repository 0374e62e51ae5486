import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import { issuesOf, meetingsOf, plansOf } from '../mentions.js';
import type { VisibleReport } from '../scene.js';
import { type Statement, statementsOf, type Target } from '../statements.js';

/**
 * What is worked out as one, when one of the reports that it rests on changes: it gives the elements of the state. What a
 * report touches and what it is the cause of are the same.
 */
export type Part =
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
} as const satisfies Record<Part['kind'], number>;

/** Things in the order in which their parts are worked out. */
export function inOrderOfWork<T>(items: Iterable<T>, partOf: (item: T) => Part): T[] {
  return [...items].sort((a, b) => ORDER[partOf(a).kind] - ORDER[partOf(b).kind]);
}

/** What tells a part from all others. Ids hold no space. */
export function partKey(part: Part): string {
  switch (part.kind) {
    case 'stance':
      return `stance ${part.party} ${part.target.kind} ${part.target.id}`;
    case 'verdict':
      return `verdict ${part.proposition}`;
    case 'convergence':
    case 'staleness':
      return `${part.kind} ${part.issue}`;
    case 'agreement':
    case 'meeting':
    case 'plan':
    case 'blocker':
      return `${part.kind} ${part.id}`;
  }
}

/**
 * Everything that rests on a report. Design 4.
 * @param issueOf the issue of a proposition
 */
export function partsOf(report: VisibleReport, issueOf: (proposition: string) => string | undefined): Part[] {
  const { id, content } = report;
  const parts = [
    ...statementsOf(report).flatMap((statement) => partsOfStatement(statement, issueOf)),
    ...issuesOf(content, issueOf).map((issue): Part => ({ kind: 'staleness', issue })),
    ...meetingsOf(content).map((meeting): Part => ({ kind: 'meeting', id: meeting })),
    ...plansOf(content).map((plan): Part => ({ kind: 'plan', id: plan })),
  ];
  if (content.type === 'AgreementSigned') parts.push({ kind: 'agreement', id });
  if (content.type !== 'AssessmentMade') return parts;
  if (content.data.blocker) parts.push({ kind: 'blocker', id });
  if (content.data.resolves !== null) parts.push({ kind: 'blocker', id: content.data.resolves });
  return parts;
}

/** Whether what the registry says of an entry shows in a part: titles, texts, principals. */
export function restsOnEntry(part: Part, kind: EntryKind, id: string): boolean {
  switch (kind) {
    case 'negotiation':
      return part.kind === 'verdict' || part.kind === 'convergence' || part.kind === 'staleness';
    case 'issue':
      return part.kind === 'verdict' || part.kind === 'convergence';
    case 'proposition':
      if (part.kind === 'verdict') return part.proposition === id;
      // A blocker yields its path to a proposition with its id.
      return isStanceOn(part, 'proposition', id) || (part.kind === 'blocker' && part.id === id);
    case 'plan':
      return isStanceOn(part, 'plan', id) || (part.kind === 'plan' && part.id === id);
    case 'meeting':
      return part.kind === 'meeting' && part.id === id;
    case 'party':
    case 'person':
    case 'source':
      return false;
  }
}

function isStanceOn(part: Part, kind: Target['kind'], id: string): boolean {
  return part.kind === 'stance' && part.target.kind === kind && part.target.id === id;
}

function partsOfStatement({ party, target }: Statement, issueOf: (proposition: string) => string | undefined): Part[] {
  const stance: Part = { kind: 'stance', party, target };
  const issue = target.kind === 'proposition' ? issueOf(target.id) : undefined;
  if (issue === undefined) return [stance];
  return [stance, { kind: 'verdict', proposition: target.id }, { kind: 'convergence', issue }];
}
