import { visible } from './axes-filter.js';
import { DAYS_IN_BLOCK } from './columns.js';

/** The key of a statement within its strand: the order of section 4, "Order", then what tells rows of one report apart. */
const KEY = ['o_lo', 'o_hi', 'p_hi', 'report', 'r_from', 'k_from'] as const;

const keyOf = (t: string): string => KEY.map((column) => `${t}.${column}`).join(', ');
const ordered = (t: string, direction: string): string => KEY.map((column) => `${t}.${column} ${direction}`).join(', ');

const ROW =
  'c.strand, c.pair, c.rank, c.weight, s.o_lo, s.o_hi, s.p_lo, s.p_hi, s.report, s.until, s.names, s.modality, s.conditions, s.as_written, r.id';

/** "Neither expired nor superseded": design 4, "Stance". `x` is a statement of the strand `c`. */
const CANDIDATE = `x.until >= $d AND (c.superseding = 0 OR NOT EXISTS (
  SELECT 1 FROM superseding n WHERE n.named = x.report AND n.pair = c.pair AND n.report > x.report AND n.rank >= c.rank
     AND n.until >= $d AND ${visible('n')}))`;

const UNEXPIRED = 'x.until >= $d';
const X = '(x.o_lo, x.o_hi, x.p_hi, x.report)';
const BOUND = '(c.o_lo, c.o_hi, c.p_hi, c.report)';

interface Conditions {
  /** On a statement `x` of the strand `c`, beside that it must be visible. */
  readonly statement: string;
  /** The table that `x` is read from. */
  readonly from: 'statement' | 'ending';
  /** On a block `b` of the strand: what it would be pointless to look into. */
  readonly block: string;
}

/** What is asked of a strand, some of it with the place of another statement as a bound. */
const ASKED = {
  candidate: { from: 'statement', statement: CANDIDATE, block: 'TRUE' },
  candidateEndedBefore: {
    from: 'statement',
    statement: `${CANDIDATE} AND x.o_lo < c.o_lo AND x.o_hi < c.o_lo`,
    block: 'b.block <= (c.o_lo >> 4)',
  },
  unexpiredBelow: { from: 'statement', statement: `${UNEXPIRED} AND ${X} < ${BOUND}`, block: 'b.block <= (c.o_lo >> 4)' },
  unexpiredAbove: { from: 'statement', statement: `${UNEXPIRED} AND ${X} > ${BOUND}`, block: 'b.block >= (c.o_lo >> 4)' },
  /** Few statements have an end: those that do stand once more by themselves. */
  expired: { from: 'ending', statement: 'x.until < $d', block: 'TRUE' },
} as const satisfies Record<string, Conditions>;
export type Asked = keyof typeof ASKED;

export type End = 'strongest' | 'weakest';

/** A strand, and the place of a statement as a bound: o_lo, o_hi, p_hi and report. */
export type Seek = readonly [strand: number, o_lo: number, o_hi: number, p_hi: number, report: number];

/** All strands of the pairs `$numbers`. */
const OF_PAIRS = `SELECT c.strand, c.pair, c.rank, c.weight, p.superseding FROM json_each($numbers) j CROSS JOIN pair p CROSS JOIN strand c
  WHERE p.pair = j.value AND c.pair = p.pair`;

/** The strands of the seeks `$numbers`, each with its bound. */
const OF_SEEKS = `SELECT c.strand, c.pair, c.rank, c.weight, p.superseding, j.value ->> 1 AS o_lo, j.value ->> 2 AS o_hi, j.value ->> 3 AS p_hi,
    j.value ->> 4 AS report
  FROM json_each($numbers) j CROSS JOIN strand c CROSS JOIN pair p WHERE c.strand = j.value ->> 0 AND p.pair = c.pair`;

/**
 * One statement of each strand: the strongest, or weakest, of those asked for.
 * @param of what `$numbers` are: a list of pairs, or of seeks
 * @param isSparse whether K or R may leave out many rows in between: blocks in which none counts are then passed over
 */
export function oneOfEach(of: 'pairs' | 'seeks', asked: Asked, end: End, isSparse: boolean): string {
  const direction = end === 'strongest' ? 'DESC' : 'ASC';
  const condition = `x.strand = c.strand AND ${visible('x')} AND ${ASKED[asked].statement}`;
  const strands = of === 'pairs' ? OF_PAIRS : OF_SEEKS;
  const given = isSparse
    ? `g AS MATERIALIZED (${strands}), c AS MATERIALIZED (SELECT c.*, ${firstBlock(asked, condition, direction)} AS first_day FROM g c)`
    : `c AS MATERIALIZED (${strands})`;
  return `WITH ${given} SELECT ${ROW} FROM c CROSS JOIN statement s CROSS JOIN report r
    WHERE s.strand = c.strand AND (${keyOf('s')}) = (
      SELECT ${keyOf('x')} FROM ${ASKED[asked].from} x WHERE ${isSparse ? `${inBlock('c.first_day')} AND` : ''} ${condition}
       ORDER BY ${ordered('x', direction)} LIMIT 1)
    AND r.report = s.report`;
}

/** The first day of the block that holds what is asked for. */
function firstBlock(asked: Asked, condition: string, direction: string): string {
  const day = `b.block * ${String(DAYS_IN_BLOCK)}`;
  return `(SELECT ${day} FROM statement_block b
    WHERE b.strand = c.strand AND b.block <= ($d >> 4) AND ${ASKED[asked].block} AND b.p_lo <= $k AND b.r_from <= $r
      AND EXISTS (SELECT 1 FROM ${ASKED[asked].from} x WHERE ${inBlock(day)} AND ${condition})
    ORDER BY b.block ${direction} LIMIT 1)`;
}

function inBlock(firstDay: string): string {
  return `x.o_lo >= ${firstDay} AND x.o_lo <= ${firstDay} + ${String(DAYS_IN_BLOCK - 1)}`;
}

/** The visible statement of the report `$report` in the pair `$pair`. */
export const OF_REPORT = `WITH t AS (SELECT $report AS content UNION ALL SELECT content FROM content WHERE report = $report AND version > 0)
  SELECT ${ROW} FROM t CROSS JOIN in_force f CROSS JOIN strand c CROSS JOIN statement s CROSS JOIN report r
  WHERE f.content = t.content AND ${visible('f')} AND c.pair = $pair
    AND s.strand = c.strand AND (${keyOf('s')}) = (f.o_lo, f.o_hi, f.p_hi, f.report, f.r_from, f.k_from) AND r.report = s.report`;
