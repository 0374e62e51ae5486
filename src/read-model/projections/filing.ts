import { issuesOf, meetingsOf, plansOf } from '../../rules/mentions.js';
import type { Recorded } from '../../vocabulary/events/log-event.js';
import type { ReportContent } from '../../vocabulary/events/report-content.js';
import { STILL, typeNumber } from '../columns.js';
import type { Lookups, StoredContent, StoredReport } from '../lookups.js';
import { insert, type RowChange, update } from '../row-change.js';
import { begin, type Counting, end, type IssueOf } from './counting.js';

/**
 * Table `filed_elsewhere`, and what is kept by issue: a proposition that reports use moves to another issue where two nodes wrote at
 * once. From then on its reports are of that issue, since registry entries count as recorded by R (design 4, "Recorded").
 */
export function projectFiling({ event, position }: Recorded, lookups: Lookups): RowChange[] {
  if (event.type !== 'PropositionChanged') return [];
  const { negotiation, id, entry } = event;
  const before = lookups.issueBefore(negotiation, id, position);
  if (before === undefined || before === entry.issue) return [];
  return lookups
    .reportsNaming(negotiation, 'proposition', id)
    .flatMap((report) => refile(lookups.report(negotiation, report), negotiation, { id, before }, position, lookups));
}

/** What ties the meetings and plans that a content names to one of its issues. @param content the position that recorded it */
export function ties(body: ReportContent, negotiation: string, content: number, issue: string, lookups: Lookups): RowChange[] {
  const number = lookups.name(negotiation, 'issue', issue);
  const meetings = meetingsOf(body).map((meeting) => lookups.name(negotiation, 'meeting', meeting));
  const plans = plansOf(body).map((plan) => lookups.name(negotiation, 'plan', plan));
  return [...meetings, ...plans].map((name) => insert('tie', { issue: number, name, content }));
}

/** @param moved the proposition, and the issue that it had */
function refile(
  { contents, firstPosition }: StoredReport,
  negotiation: string,
  moved: { readonly id: string; readonly before: string },
  position: bigint,
  lookups: Lookups,
): RowChange[] {
  const issueNow: IssueOf = (proposition) => lookups.issueOf(negotiation, proposition);
  const issueBefore: IssueOf = (proposition) => (proposition === moved.id ? moved.before : issueNow(proposition));
  const rows = lookups.openRows(contents);
  return contents.flatMap((content, version) => {
    const [was, is] = [issuesOf(content.body, issueBefore), issuesOf(content.body, issueNow)];
    const left = was.filter((issue) => !is.includes(issue));
    const entered = is.filter((issue) => !was.includes(issue));
    if (left.length + entered.length === 0) return [];
    const counting = rows
      .filter((row) => row.version === version)
      .map((row): Counting => ({ negotiation, report: Number(firstPosition), content, row, from: row.r_from }));
    return [
      ...left.flatMap((issue) => leave(content, lookups.name(negotiation, 'issue', issue), position)),
      ...entered.flatMap((issue) => enter(content, negotiation, issue, position, lookups)),
      ...counting.flatMap((one) => end(one, position, lookups, issueBefore)),
      ...counting.flatMap((one) => begin({ ...one, from: Number(position) }, lookups)),
    ];
  });
}

function leave({ content }: StoredContent, issue: number, position: bigint): RowChange[] {
  return [insert('filed_elsewhere', { issue, content, r_from: position, r_to: STILL })];
}

function enter({ content, body }: StoredContent, negotiation: string, issue: string, position: bigint, lookups: Lookups): RowChange[] {
  const number = lookups.name(negotiation, 'issue', issue);
  // It was of that issue before, and left it.
  if (lookups.isMentioned(number, body.type, content)) {
    return [update('filed_elsewhere', { r_to: position }, { issue: number, content, r_to: STILL })];
  }
  return [
    insert('mention', { name: number, type: typeNumber(body.type), content }),
    ...ties(body, negotiation, content, issue, lookups),
    insert('filed_elsewhere', { issue: number, content, r_from: 0, r_to: position }),
  ];
}
