import { windowOf } from '../../vocabulary/edtf-window.js';
import { isReport, type Recorded } from '../../vocabulary/events/log-event.js';
import { isMeetingReport, type ReportContent } from '../../vocabulary/events/report-content.js';
import type { ReportCorrected } from '../../vocabulary/events/report-corrections.js';
import { claimantsOf } from '../../rules/claimants.js';
import { actorsOf, issuesOf, meetingsOf, plansOf, propositionsOf, propositionsOfConditions } from '../../rules/mentions.js';
import { toColumn, typeNumber } from '../columns.js';
import type { Lookups, NameKind } from '../lookups.js';
import { insert, type RowChange } from '../row-change.js';
import { ties } from './filing.js';

/**
 * Tables `report` and `content`: each content that a report ever had; `mention`, `tie` and `meeting_told`: what it names. The
 * parties who speak in it are settled here, since a person's party is the one registered when the report was first recorded: no
 * later change of party moves it (design 4, "Recorded").
 */
export function projectContents(recorded: Recorded, lookups: Lookups): RowChange[] {
  const { event, position } = recorded;
  if (isReport(event)) {
    const report = Number(position);
    const negotiation = lookups.name(event.negotiation, 'negotiation', event.negotiation);
    return [
      insert('report', { report, negotiation, id: event.id }),
      ...contentRows(recorded, { body: event, version: 0, report }, lookups),
    ];
  }
  if (event.type !== 'ReportCorrected') return [];
  const { contents, firstPosition } = lookups.report(event.negotiation, event.id);
  // A parked report has no content: its correction must not pass for the original.
  if (contents.length === 0) throw new Error(`the report ${event.id} is not in the log before its correction, or is parked`);
  const corrected = { body: event.report, version: contents.length, report: Number(firstPosition), correction: event };
  return contentRows(recorded, corrected, lookups);
}

interface NewContent {
  readonly body: ReportContent;
  readonly version: number;
  readonly report: number;
  readonly correction?: ReportCorrected;
}

function contentRows(
  { position, metadata, event }: Recorded,
  { body, version, report, correction }: NewContent,
  lookups: Lookups,
): RowChange[] {
  const { negotiation } = event;
  const content = Number(position);
  const occurred = body.occurred && windowOf(body.occurred.edtf);
  const firstRecorded = correction && BigInt(report);
  const claimants = claimantsOf(body, (person) => lookups.partyOf(negotiation, person, firstRecorded));
  const published = correction?.published ?? null;
  const row = insert('content', {
    content,
    report,
    version,
    recorded_at: metadata.recordedAt,
    posted_by: metadata.postedBy,
    reason: correction?.reason ?? null,
    published: published && JSON.stringify(published),
    published_hi: published && toColumn(windowOf(published.edtf).hi),
    note: correction?.note ?? null,
    source: body.source.id,
    o_lo: occurred && toColumn(occurred.lo),
    o_hi: occurred && toColumn(occurred.hi),
    claimants: claimants && JSON.stringify(claimants),
    body: JSON.stringify(body),
  });
  return [row, ...mentions(body, negotiation, content, lookups), ...meetingTold(body, negotiation, content, lookups)];
}

function mentions(body: ReportContent, negotiation: string, content: number, lookups: Lookups): RowChange[] {
  const type = typeNumber(body.type);
  const issues = issuesOf(body, (proposition) => lookups.issueOf(negotiation, proposition));
  const named = new Set(namesIn(body, issues).map(([kind, id]) => lookups.name(negotiation, kind, id)));
  return [
    ...[...named].map((name) => insert('mention', { name, type, content })),
    ...issues.flatMap((issue) => ties(body, negotiation, content, issue, lookups)),
  ];
}

/** What a content names, by kind. */
function namesIn(body: ReportContent, issues: readonly string[]): [kind: NameKind, id: string][] {
  const resolves = body.type === 'AssessmentMade' ? body.data.resolves : null;
  const actors = actorsOf(body).flatMap((actor) => (typeof actor === 'string' ? actor : (actor.party ?? [])));
  return [
    ['source', body.source.id],
    ...allOf('issue', issues),
    ...(issues.length === 0 ? allOf('unassigned', ['']) : []),
    ...allOf('proposition', [...propositionsOf(body), ...propositionsOfConditions(body)]),
    ...allOf('meeting', meetingsOf(body)),
    ...allOf('plan', plansOf(body)),
    ...allOf('actor', actors),
    ...allOf('resolves', resolves === null ? [] : [resolves]),
  ];
}

function allOf(kind: NameKind, ids: readonly string[]): [kind: NameKind, id: string][] {
  return ids.map((id) => [kind, id]);
}

function meetingTold(body: ReportContent, negotiation: string, content: number, lookups: Lookups): RowChange[] {
  if (!isMeetingReport(body) || body.meeting === null) return [];
  const row = {
    meeting: lookups.name(negotiation, 'meeting', body.meeting),
    content,
    type: body.type,
    change: body.data.change,
    scheduled_for: body.data.scheduledFor?.edtf ?? null,
    source: body.source.id,
  };
  return [insert('meeting_told', row)];
}
