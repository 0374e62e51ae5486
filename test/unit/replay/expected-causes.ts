import type { Cause, Change } from '../../../src/rules/replay/change.js';
import type { At } from '../../../src/vocabulary/axes.js';
import type { Recorded } from '../../../src/vocabulary/events/log-event.js';
import type { ReportContent } from '../../../src/vocabulary/events/report-content.js';
import { issuesOf } from '../../oracle/issues-of-report.js';
import { namesMeeting, namesPlan } from '../../oracle/naming.js';
import { reportsInForce } from '../../oracle/reports-in-force.js';
import { stateAt, type StateAt } from '../../oracle/state-at.js';
import type { VisibleReport } from '../../oracle/visible-reports.js';
import { NEGOTIATION } from '../../support/histories-universe.js';
import { keyOf, type StateElements } from './state-elements.js';

/** One end of a way: what the queries show there, and the reports that a fold of the log makes visible. */
export interface End {
  /** null where the way starts empty. */
  readonly at: At | null;
  readonly elements: StateElements;
  readonly state: StateAt | null;
}

/** Both are worked out where they are asked for, once. */
export class EndAt implements End {
  private knownElements: StateElements | undefined;
  private knownState: StateAt | undefined;

  constructor(
    private readonly log: readonly Recorded[],
    private readonly negotiation: string,
    readonly at: At | null,
    private readonly elementsAt: (at: At) => StateElements,
  ) {}

  get elements(): StateElements {
    return (this.knownElements ??= this.at === null ? new Map<never, never>() : this.elementsAt(this.at));
  }

  get state(): StateAt | null {
    return this.at && (this.knownState ??= stateAt(this.log, this.negotiation, this.at));
  }
}

/** What `because` of a change must be, from its two ends. api.md, "changes and replay". */
export interface ExpectedCauses {
  /** The reports that are named, these and no others, unless only time passed; null where the way in between decides. */
  readonly exactly: ReadonlySet<string> | null;
  /** Those that tell something else at one end than at the other, and touch the element. */
  readonly touching: ReadonlySet<string>;
}

export function expectedCauses(change: Change, before: End, after: End): ExpectedCauses {
  const key = keyOf(change.issue, change.path);
  const [was, is] = [before, after].map(({ elements }) => new Set(elements.get(key)?.evidence)) as [Set<string>, Set<string>];
  const touching = new Set([...newsBetween(before, after)].filter((id) => touchesAtOneEnd(id, change, before, after)));
  if (change.path === 'stale') {
    const last = (change.after === true && was.size > 0) || is.size === 0 ? was : is;
    return { exactly: last.intersection(touching), touching };
  }
  const differing = was.symmetricDifference(is);
  return { exactly: differing.size > 0 ? differing : null, touching };
}

/** The reports that tell something else at one end than at the other. */
export function newsBetween(before: End, after: End): Set<string> {
  const told = ({ state }: End) => new Map(state?.reports.map((report) => [report.id, tellsOf(report)]));
  const [was, is] = [told(before), told(after)];
  return new Set([...was.keys(), ...is.keys()].filter((id) => was.get(id) !== is.get(id)));
}

/**
 * What may make a report count otherwise at one end than at the other: one word, or none. Two where the rule leaves it open.
 */
export function expectedAmendments(report: string, before: End, after: End, log: readonly Recorded[]): (string | undefined)[] {
  // On the first day that is told what was before is not: what had it hidden till then may be over.
  if (before.state === null || after.state === null) return [undefined, 'correction', ...takenBack(report, after.state, log)];
  const [from, to] = [before.state, after.state];
  const isRecorded = log.some(({ event, position }) => event.id === report && 'source' in event && position <= from.at.recordedBy);
  if (!isRecorded) return [undefined];
  const inForce = (state: StateAt, of = log) => reportsInForce(of, NEGOTIATION, state.at).find(({ id }) => id === report);
  const [was, is] = [inForce(from), inForce(to)];
  if (was !== undefined && is !== undefined) {
    const isVisible = from.reports.some(({ id }) => id === report);
    if (was.content !== is.content) return isVisible ? ['correction'] : ['correction', undefined];
    const published = ({ at }: StateAt) => lastEntry(log, is.content.source.id, at);
    return [published(from) === published(to) ? undefined : 'source-change'];
  }
  const ofReportsAlone = log.filter(({ event }) => event.type !== 'SourceWithdrawn' && event.type !== 'SourceReadmitted');
  const [wasThere, isThere] = [inForce(from, ofReportsAlone), inForce(to, ofReportsAlone)].map((found) => found !== undefined);
  if (wasThere !== isThere) return [isThere ? 'reinstatement' : 'retraction'];
  return [is === undefined ? 'withdrawal' : 'readmission', 'correction'];
}

/** What takes back that a report, or its source, was hidden; only where that is recorded. */
function takenBack(report: string, state: StateAt | null, log: readonly Recorded[]): string[] {
  const source = state?.reports.find(({ id }) => id === report)?.content.source.id;
  const recorded = log.map(({ event }) => event);
  const isReinstated = recorded.some(({ type, id }) => type === 'ReportReinstated' && id === report);
  const isReadmitted = recorded.some(({ type, id }) => type === 'SourceReadmitted' && id === source);
  return [...(isReinstated ? ['reinstatement'] : []), ...(isReadmitted ? ['readmission'] : [])];
}

/** The reports that are named, each with what it counts otherwise by. */
export function reportsNamed(because: readonly Cause[]): Map<string, string | undefined> {
  return new Map(because.flatMap((cause) => ('report' in cause ? [[cause.report, cause.by] as const] : [])));
}

function tellsOf({ content, occurred, published, publishedAsWritten }: VisibleReport): string {
  return JSON.stringify([content, occurred, published, content.occurred?.edtf ?? publishedAsWritten]);
}

function touchesAtOneEnd(report: string, change: Change, before: End, after: End): boolean {
  return [before, after].some(({ state }) => {
    const seen = state?.reports.find(({ id }) => id === report);
    return state !== null && seen !== undefined && touches(state, seen, change);
  });
}

/** Whether an element may rest on a report. */
function touches(state: StateAt, { id, content }: VisibleReport, { issue, path }: Change): boolean {
  const [list, ...rest] = path.split('/');
  const last = rest.at(-1) ?? '';
  switch (list) {
    case 'stale':
      return issue !== null && issuesOf(state, content).includes(issue);
    case 'convergence':
      return statedOn(content).some((proposition) => state.propositions.get(proposition)?.issue === issue);
    case 'agreements':
      return id === last;
    case 'meetings':
      return namesMeeting(content, last);
    case 'plans':
      return namesPlan(content, last);
    case 'blockers': {
      const blocker = last.replace(/^report:/, '');
      const resolves = content.type === 'AssessmentMade' && content.data.resolves === blocker;
      return id === blocker || resolves || statedOn(content).includes(blocker);
    }
    default: {
      const [kind, target] = last.split(':');
      if (content.type === 'AgreementSigned') {
        return (
          kind === 'proposition' &&
          content.data.signatories.some(({ party }) => party === rest[0]) &&
          statedOn(content).includes(target ?? '')
        );
      }
      if (content.type !== 'PositionStated' || content.data.party !== rest[0]) return false;
      return (kind === 'plan' ? content.data.plan : content.data.proposition) === target;
    }
  }
}

function statedOn(content: ReportContent): readonly string[] {
  if (content.type === 'AgreementSigned') return content.data.propositions;
  return content.type === 'PositionStated' && content.data.proposition !== null ? [content.data.proposition] : [];
}

function lastEntry(log: readonly Recorded[], source: string, { recordedBy }: At): string | undefined {
  const entries = log.filter(({ event, position }) => position <= recordedBy && event.id === source);
  const last = entries.findLast(({ event }) => event.type === 'SourceDefined' || event.type === 'SourceChanged')?.event;
  return last !== undefined && 'entry' in last && 'published' in last.entry ? last.entry.published.edtf : undefined;
}
