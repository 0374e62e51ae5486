import type { IssueState } from '../../src/rules/issue-state.js';

/** A row of what PostgreSQL answers: a stance, with what is said of others as text. */
export interface StanceRow {
  readonly proposition: string;
  readonly party: string;
  readonly modality: string;
  readonly report: string;
  readonly conditions: string;
  readonly contested: string | null;
  readonly previous: string | null;
  readonly since: string;
  readonly lapsed: string | null;
}

const visible = (x: string): string =>
  `${x}.r_from <= $4 AND ${x}.r_to > $4 AND ${x}.k_from <= $3 AND ${x}.k_to >= $3 AND ${x}.p_lo <= $3 AND ${x}.o_lo <= $2`;
const order = (x: string, direction = 'DESC'): string => ['o_lo', 'o_hi', 'p_hi', 'report'].map((c) => `${x}.${c} ${direction}`).join(', ');
const key = (x: string): string => `(${x}.o_lo, ${x}.o_hi, ${x}.p_hi, ${x}.report)`;
const strand = (x: string, s: string): string => `${x}.pair = ${s}.pair AND ${x}.rank = ${s}.rank AND ${x}.weight = ${s}.weight`;
const superseded = (x: string): string => `EXISTS (SELECT 1 FROM statement n WHERE n.names = ${x}.report AND n.pair = ${x}.pair
  AND n.report > ${x}.report AND n.rank >= ${x}.rank AND n.until >= $2 AND ${visible('n')})`;
const candidates = (x: string): string => `${x}.until >= $2 AND ${visible(x)}`;

/** The strongest unexpired visible statement of each pair: nothing superseded, contested or before. $1 issue, $2 D, $3 K, $4 R. */
export const CURRENT_ALONE = `
  SELECT p.proposition, p.party, c.modality, c.report_id AS report FROM pair p CROSS JOIN LATERAL (
    SELECT * FROM (
      (SELECT x.* FROM statement x WHERE x.pair = p.pair AND x.rank = 1 AND ${candidates('x')} ORDER BY ${order('x')} LIMIT 1)
      UNION ALL
      (SELECT x.* FROM statement x WHERE x.pair = p.pair AND x.rank = 0 AND ${candidates('x')} ORDER BY ${order('x')} LIMIT 1)
    ) u ORDER BY rank DESC LIMIT 1) c
  WHERE p.issue = $1`;

/** All that design 4 says under "Stance", for every pair of an issue. The same parameters. */
export const ALL_RULES = `
  WITH top AS MATERIALIZED (
    SELECT s.pair, s.rank, s.weight, x.o_lo, x.o_hi, x.p_hi, x.report, x.modality, x.report_id, x.names, ${superseded('x')} AS superseded
    FROM pair p JOIN strand s USING (pair) CROSS JOIN LATERAL (
      SELECT x.* FROM statement x WHERE ${strand('x', 's')} AND ${candidates('x')} ORDER BY ${order('x')} LIMIT 1) x
    WHERE p.issue = $1),
  candidate AS MATERIALIZED (
    SELECT pair, rank, weight, o_lo, o_hi, p_hi, report, modality, report_id, names FROM top WHERE NOT superseded
    UNION ALL
    SELECT s.pair, s.rank, s.weight, x.o_lo, x.o_hi, x.p_hi, x.report, x.modality, x.report_id, x.names FROM top s CROSS JOIN LATERAL (
      SELECT x.* FROM statement x WHERE ${strand('x', 's')} AND ${candidates('x')} AND ${key('x')} < ${key('s')} AND NOT ${superseded('x')}
      ORDER BY ${order('x')} LIMIT 1) x WHERE s.superseded),
  current AS MATERIALIZED (SELECT DISTINCT ON (pair) * FROM candidate ORDER BY pair, rank DESC, o_lo DESC, o_hi DESC, p_hi DESC, report DESC)
  SELECT p.proposition, p.party, c.modality, c.report_id AS report,
    (SELECT x.conditions FROM statement x WHERE x.report = c.report AND x.pair = c.pair AND ${visible('x')} LIMIT 1) AS conditions,
    (SELECT string_agg(k.report_id || ' ' || k.modality, ',' ORDER BY k.rank DESC, k.o_lo DESC, k.o_hi DESC, k.p_hi DESC, k.report DESC)
       FROM candidate k WHERE k.pair = c.pair AND k.weight <> c.weight AND k.o_hi >= c.o_lo) AS contested,
    coalesce(named.said, before.said) AS previous, since.since, lapsed.said AS lapsed
  FROM current c JOIN pair p USING (pair)
  LEFT JOIN LATERAL (
    SELECT x.report_id || ' ' || x.modality AS said FROM statement x WHERE x.report = c.names AND x.pair = c.pair AND x.report < c.report
      AND x.rank <= c.rank AND ${visible('x')} LIMIT 1) named ON true
  LEFT JOIN LATERAL (
    SELECT b.report_id || ' ' || b.modality AS said FROM (
      SELECT k.o_lo, k.o_hi, k.p_hi, k.report, k.report_id, k.modality FROM candidate k
      WHERE k.pair = c.pair AND k.rank = c.rank AND k.weight <> c.weight AND k.o_hi < c.o_lo
      UNION ALL
      SELECT x.o_lo, x.o_hi, x.p_hi, x.report, x.report_id, x.modality FROM candidate k CROSS JOIN LATERAL (
        SELECT x.* FROM statement x WHERE ${strand('x', 'k')} AND ${candidates('x')} AND x.o_lo < c.o_lo AND x.o_hi < c.o_lo AND NOT ${superseded('x')}
        ORDER BY ${order('x')} LIMIT 1) x
      WHERE k.pair = c.pair AND k.rank = c.rank AND k.weight <> c.weight AND k.o_hi >= c.o_lo) b ORDER BY ${order('b')} LIMIT 1) before ON true
  LEFT JOIN LATERAL (
    SELECT u.o_lo, u.o_hi, u.p_hi, u.report FROM (
      SELECT k.o_lo, k.o_hi, k.p_hi, k.report FROM top k
      WHERE k.pair = c.pair AND k.rank = c.rank AND k.weight <> c.weight AND ${key('k')} < ${key('c')}
      UNION ALL
      SELECT x.o_lo, x.o_hi, x.p_hi, x.report FROM top k CROSS JOIN LATERAL (
        SELECT x.* FROM statement x WHERE ${strand('x', 'k')} AND ${candidates('x')} AND ${key('x')} < ${key('c')} ORDER BY ${order('x')} LIMIT 1) x
      WHERE k.pair = c.pair AND k.rank = c.rank AND k.weight <> c.weight AND ${key('k')} > ${key('c')}) u ORDER BY ${order('u')} LIMIT 1) turn ON true
  CROSS JOIN LATERAL (
    SELECT x.since FROM statement x WHERE ${strand('x', 'c')} AND ${candidates('x')}
      AND ${key('x')} > (coalesce(turn.o_lo, -2000000000), coalesce(turn.o_hi, 0), coalesce(turn.p_hi, 0), coalesce(turn.report, 0))
    ORDER BY ${order('x', 'ASC')} LIMIT 1) since
  LEFT JOIN LATERAL (
    SELECT x.report_id || ' ' || x.modality AS said FROM statement x WHERE x.pair = c.pair AND x.until < 4000000 AND x.until < $2 AND ${visible('x')}
      AND (x.rank > c.rank OR (x.rank = c.rank AND ${key('x')} > ${key('c')})) ORDER BY x.rank DESC, ${order('x')} LIMIT 1) lapsed ON true`;

/** Whether PostgreSQL answers what the service answers. */
export function areSameStances(rows: readonly StanceRow[], { stances }: IssueState): boolean {
  const here = stances.flatMap((stance) => {
    const { party, target, modality, evidence, contestedBy, previous, since, lapsed, conditions } = stance;
    if (!('proposition' in target)) return [];
    const said = (one: { readonly report: string; readonly modality: string } | null): string =>
      one === null ? '' : `${one.report} ${one.modality}`;
    const parts = [target.proposition, party, modality, evidence[0], JSON.stringify(conditions)];
    return [[...parts, contestedBy.map(said).join(','), said(previous), since, said(lapsed)].join('|')];
  });
  const there = rows.map(({ proposition, party, modality, report, conditions, contested, previous, since, lapsed }) =>
    [proposition, party, modality, report, conditions, contested ?? '', previous ?? '', since, lapsed ?? ''].join('|'),
  );
  return here.sort().join('\n') === there.sort().join('\n');
}
