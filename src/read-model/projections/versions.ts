import { windowOf } from '../../vocabulary/edtf-window.js';
import { isReport, type Recorded } from '../../vocabulary/events/log-event.js';
import type { ReportContent } from '../../vocabulary/events/report-content.js';
import type { ReportCorrected } from '../../vocabulary/events/report-corrections.js';
import { claimantsOf } from '../../rules/claimants.js';
import { actorsOf, issuesOf, meetingsOf, plansOf, propositionsOf, propositionsOfConditions } from '../../rules/mentions.js';
import { toColumn } from '../columns.js';
import type { Lookups } from '../lookups.js';
import { insert, type RowChange } from '../row-change.js';

/**
 * Tables `version` and `mention`: each content that a report ever had, and what it names. The parties who speak in it are
 * settled here, since a person's party is the one registered when the content was recorded (design 4, "Recorded").
 */
export function projectVersions(recorded: Recorded, lookups: Lookups): RowChange[] {
  const { event } = recorded;
  if (isReport(event)) return version(recorded, event, 0, null, lookups);
  if (event.type !== 'ReportCorrected') return [];
  const number = lookups.report(event.negotiation, event.id).versions.length;
  // A parked report has no version: its correction must not pass for the original.
  if (number === 0) throw new Error(`the report ${event.id} is not in the log before its correction, or is parked`);
  return version(recorded, event.report, number, event, lookups);
}

function version(
  { position, metadata, event }: Recorded,
  content: ReportContent,
  number: number,
  correction: ReportCorrected | null,
  lookups: Lookups,
): RowChange[] {
  const { negotiation, id } = event;
  const occurred = content.occurred && windowOf(content.occurred.edtf);
  const claimants = claimantsOf(content, (person) => lookups.partyOf(negotiation, person));
  const published = correction?.published ?? null;
  const row = insert('version', {
    negotiation,
    report: id,
    version: number,
    position,
    recorded_at: metadata.recordedAt,
    posted_by: metadata.postedBy,
    reason: correction?.reason ?? null,
    published: published && JSON.stringify(published),
    published_hi: published && toColumn(windowOf(published.edtf).hi),
    note: correction?.note ?? null,
    type: content.type,
    source: content.source.id,
    o_lo: occurred && toColumn(occurred.lo),
    o_hi: occurred && toColumn(occurred.hi),
    claimants: claimants && JSON.stringify(claimants),
    content: JSON.stringify(content),
  });
  return [row, ...mentions(content, negotiation, lookups).map(([kind, to]) => mention(negotiation, kind, to, id, number))];
}

/** What a content names, by kind. */
function mentions(content: ReportContent, negotiation: string, lookups: Lookups): [kind: string, id: string][] {
  const issues = issuesOf(content, (proposition) => lookups.issueOf(negotiation, proposition));
  const resolves = content.type === 'AssessmentMade' ? content.data.resolves : null;
  const named: [string, string][] = [
    ['source', content.source.id],
    ...issues.map((id): [string, string] => ['issue', id]),
    ...[...propositionsOf(content), ...propositionsOfConditions(content)].map((id): [string, string] => ['proposition', id]),
    ...meetingsOf(content).map((id): [string, string] => ['meeting', id]),
    ...plansOf(content).map((id): [string, string] => ['plan', id]),
    ...actorsOf(content).flatMap((actor): [string, string][] => {
      if (typeof actor === 'string') return [['actor', actor]];
      return actor.party === null ? [] : [['actor', actor.party]];
    }),
  ];
  if (resolves !== null) named.push(['resolves', resolves]);
  return [...new Map(named.map((pair) => [pair.join(' '), pair])).values()];
}

function mention(negotiation: string, kind: string, id: string, report: string, version: number): RowChange {
  return insert('mention', { negotiation, kind, id, report, version });
}
