import { statementsOf } from '../../rules/statements.js';
import { issuesOf } from '../../rules/mentions.js';
import { isNews } from '../../rules/news.js';
import { FORMS } from '../../vocabulary/events/report.js';
import { MODALITIES } from '../../vocabulary/modality.js';
import { blockOf, fromColumn, STILL, toColumn } from '../columns.js';
import type { InForceRow } from '../in-force-row.js';
import type { Lookups, StoredContent } from '../lookups.js';
import { insert, type RowChange, update, widen } from '../row-change.js';
import { daysThatMatter } from './turns.js';

/** A content that counts from a position on, for a range of K. */
export interface Counting {
  readonly negotiation: string;
  /** The position at which the report was first recorded. */
  readonly report: number;
  readonly content: StoredContent;
  readonly row: InForceRow;
  /** The position from which on it counts. */
  readonly from: number;
}

/** The issue of a proposition. */
export type IssueOf = (proposition: string) => string | undefined;

/** The rows of a content that counts from now on. */
export function begin(counting: Counting, lookups: Lookups): RowChange[] {
  const { negotiation, report, row, from, content } = counting;
  const { k_to, p_lo, p_hi, o_lo, o_hi, as_written, dated } = row;
  const news = isNews(content.body);
  const open = { r_to: STILL, k_to, p_lo };
  return [
    insert('in_force', { ...inForceKey(counting), ...open, p_hi, o_lo, o_hi, report, as_written, dated }),
    insert('timeline', { ...timelineKey(counting, lookups), ...open, content: content.content }),
    ...daysThatMatter(row, content.body).map((day) => insert('turn', { ...turnKey(counting, lookups), day })),
    ...issuesIn(counting, (proposition) => lookups.issueOf(negotiation, proposition), lookups).flatMap((issue) => [
      insert('standing', { ...standingKey(counting, issue), ...open, o_lo, as_written, dated, news: news ? 1 : 0 }),
      ...(news ? [widen('standing_block', [issue, blockOf(o_hi)], [p_hi, from])] : []),
    ]),
    ...saidIn(counting, lookups).flatMap(({ strand, pair, statement }) => {
      const names = statement.names === null ? null : (lookups.reportNumber(negotiation, statement.names) ?? null);
      const { rank, conditions, by, form, source } = statement;
      const until = toColumn(statement.until);
      const superseding =
        names === null
          ? []
          : [
              insert('superseding', { ...supersedingKey(counting, names, pair), rank, ...open, p_hi, o_lo, o_hi, until }),
              ...lookups.flag(pair, 'superseding'),
            ];
      const ending =
        statement.until === Infinity
          ? []
          : [insert('ending', { ...statementKey(counting, strand), ...open, until }), ...lookups.flag(pair, 'ending')];
      return [
        insert('statement', {
          ...statementKey(counting, strand),
          ...open,
          until,
          names,
          modality: MODALITIES.indexOf(statement.modality),
          conditions: conditions.length === 0 ? null : JSON.stringify(conditions),
          speakers: by.length === 0 ? null : JSON.stringify(by),
          form: FORMS.indexOf(form),
          source: lookups.name(negotiation, 'source', source),
          as_written,
          dated,
        }),
        widen('statement_block', [strand, blockOf(o_lo)], [p_lo, from]),
        ...superseding,
        ...ending,
      ];
    }),
  ];
}

/**
 * Ends the rows of a content that counts no longer, or differently.
 * @param issueOf the issue of a proposition before that
 */
export function end(counting: Counting, position: bigint, lookups: Lookups, issueOf: IssueOf): RowChange[] {
  const set = { r_to: position };
  return [
    update('in_force', set, inForceKey(counting)),
    update('timeline', set, timelineKey(counting, lookups)),
    ...issuesIn(counting, issueOf, lookups).map((issue) => update('standing', set, standingKey(counting, issue))),
    ...saidIn(counting, lookups).flatMap(({ strand, pair, statement }) => {
      const names = statement.names === null ? undefined : lookups.reportNumber(counting.negotiation, statement.names);
      return [
        update('statement', set, statementKey(counting, strand)),
        ...(statement.until === Infinity ? [] : [update('ending', set, statementKey(counting, strand))]),
        ...(names === undefined ? [] : [update('superseding', set, supersedingKey(counting, names, pair))]),
      ];
    }),
  ];
}

/** The numbers of the content's issues. */
function issuesIn({ negotiation, content }: Counting, issueOf: IssueOf, lookups: Lookups): number[] {
  return issuesOf(content.body, issueOf).map((issue) => lookups.name(negotiation, 'issue', issue));
}

/** The statements of the content, each with the number of its pair and of its strand. */
function saidIn({ negotiation, content, row, report }: Counting, lookups: Lookups) {
  const { body, claimants } = content;
  const statements = statementsOf({
    id: body.id,
    content: body,
    claimants,
    occurred: { lo: fromColumn(row.o_lo), hi: fromColumn(row.o_hi) },
    published: { lo: fromColumn(row.p_lo), hi: fromColumn(row.p_hi) },
    occurredAsWritten: row.as_written,
    isDated: row.dated === 1,
    firstPosition: BigInt(report),
    certainty: 'certain',
    uncertain: [],
  });
  return statements.map((statement) => {
    const { target, party, rank, weight } = statement;
    const pair = lookups.pair(lookups.name(negotiation, target.kind, target.id), lookups.name(negotiation, 'party', party));
    return { statement, pair, strand: lookups.strand(pair, rank, weight) };
  });
}

function inForceKey({ content, from, row: { k_from } }: Counting) {
  return { content: content.content, r_from: from, k_from };
}

function timelineKey({ negotiation, report, from, row: { o_lo, o_hi, p_hi, k_from } }: Counting, lookups: Lookups) {
  return { negotiation: lookups.name(negotiation, 'negotiation', negotiation), o_lo, o_hi, p_hi, report, r_from: from, k_from };
}

function turnKey({ negotiation, report }: Counting, lookups: Lookups) {
  return { negotiation: lookups.name(negotiation, 'negotiation', negotiation), report };
}

function standingKey({ report, from, row: { o_hi, p_hi, k_from } }: Counting, issue: number) {
  return { issue, o_hi, p_hi, report, r_from: from, k_from };
}

function statementKey({ report, from, row: { o_lo, o_hi, p_hi, k_from } }: Counting, strand: number) {
  return { strand, o_lo, o_hi, p_hi, report, r_from: from, k_from };
}

function supersedingKey({ report, from, row: { k_from } }: Counting, named: number, pair: number) {
  return { named, pair, report, r_from: from, k_from };
}
