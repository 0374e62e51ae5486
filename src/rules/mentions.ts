import type { Actor } from '../vocabulary/actor.js';
import type { ReportContent } from '../vocabulary/events/report-content.js';
import type { IdKind } from '../vocabulary/events/texts.js';
import { tellingIds } from '../vocabulary/events/ids-in.js';
import { withoutRepeats } from './order.js';

/** What of a report names an issue, a proposition, … is told by the class of its type (`texts`). */
const issuesNamed = idsOf('issue');
const propositionsNamed = idsOf('proposition');
const meetingsNamed = idsOf('meeting');
const plansNamed = idsOf('plan');
const tellActors = tellingIds(['party', 'person', 'actor']);
const tellAll = tellingIds(['issue', 'proposition', 'proposition of a condition', 'meeting', 'plan', 'party', 'person', 'actor']);

/** All that a report names, the reports and the source left out. */
export interface Mentions {
  /** Those that it names itself: `issues`, `about.issue`. */
  readonly issues: string[];
  readonly propositions: string[];
  readonly propositionsOfConditions: string[];
  readonly meetings: string[];
  readonly plans: string[];
  readonly actors: Actor[];
}

/** A report's issues. Design 4, "A report's issues". @param issueOf the issue of a proposition */
export function issuesOf(content: ReportContent, issueOf: (proposition: string) => string | undefined): string[] {
  return issuesOfNamed({ issues: issuesNamed(content), propositions: propositionsNamed(content) }, issueOf);
}

/**
 * The same by what a report names, ids or what stands for them: `issues`, `about.issue`, and the issues of the propositions, those of
 * conditions left out.
 */
export function issuesOfNamed<I, P>(
  { issues, propositions }: { readonly issues: readonly I[]; readonly propositions: readonly P[] },
  issueOf: (proposition: P) => I | undefined,
): I[] {
  const all = [...issues];
  for (const proposition of propositions) {
    const issue = issueOf(proposition);
    if (issue !== undefined) all.push(issue);
  }
  return withoutRepeats(all);
}

/** The meetings that a report names. */
export function meetingsOf(content: ReportContent): string[] {
  return withoutRepeats(meetingsNamed(content));
}

/** The plans that a report names. */
export function plansOf(content: ReportContent): string[] {
  return withoutRepeats(plansNamed(content));
}

/** The parties, persons and named actors anywhere in a report. */
export function actorsOf(content: ReportContent): Actor[] {
  const actors: Actor[] = [];
  tellActors(content, (_, actor) => actors.push(actor));
  return actors;
}

/** All of these at once, which takes a fraction of the time where all are asked for. */
export function mentionsOf(content: ReportContent): Mentions {
  const all: Mentions = { issues: [], propositions: [], propositionsOfConditions: [], meetings: [], plans: [], actors: [] };
  tellAll(content, (kind, id) => {
    if (kind === 'party' || kind === 'person' || kind === 'actor') all.actors.push(id);
    else idsIn(all, kind).push(id as string);
  });
  return {
    issues: withoutRepeats(all.issues),
    propositions: withoutRepeats(all.propositions),
    propositionsOfConditions: withoutRepeats(all.propositionsOfConditions),
    meetings: withoutRepeats(all.meetings),
    plans: withoutRepeats(all.plans),
    actors: all.actors,
  };
}

function idsIn(mentions: Mentions, kind: IdKind): string[] {
  if (kind === 'proposition') return mentions.propositions;
  if (kind === 'issue') return mentions.issues;
  if (kind === 'meeting') return mentions.meetings;
  return kind === 'plan' ? mentions.plans : mentions.propositionsOfConditions;
}

function idsOf(kind: Exclude<IdKind, 'actor'>): (content: ReportContent) => string[] {
  const tell = tellingIds([kind]);
  return (content) => {
    const ids: string[] = [];
    tell(content, (_, id) => ids.push(id as string));
    return ids;
  };
}
