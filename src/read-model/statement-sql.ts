import { visible } from './axes-filter.js';
import { DAYS_IN_BLOCK } from './columns.js';

/** The key of a statement within its strand: the order of section 4, "Order", then what tells rows of one report apart. */
const KEY = ['o_lo', 'o_hi', 'p_hi', 'report', 'r_from', 'k_from'] as const;

const ordered = (direction: string): string => KEY.map((column) => `x.${column} ${direction}`).join(', ');

/** A key as one text: a subquery in a row gives one value. */
const PLACE = KEY.map((column) => `x.${column}`).join(` || ' ' || `);
const PLACE_AND_IF_SUPERSEDED = (superseded: string): string => `${PLACE} || ' ' || ${superseded}`;

const UNEXPIRED = 'x.until >= $d';

/** Whether an unexpired statement names `x` as its previous, and that counts: design 4, "Stance". `x` is a statement of the strand `c`. */
const SUPERSEDED = `(c.superseding = 1 AND EXISTS (
  SELECT 1 FROM superseding n WHERE n.named = x.report AND n.pair = c.pair AND n.report > x.report AND n.rank >= c.rank
     AND n.until >= $d AND ${visible('n')}))`;

const CANDIDATE = `${UNEXPIRED} AND NOT ${SUPERSEDED}`;
const X = '(x.o_lo, x.o_hi, x.p_hi, x.report)';
const BOUND = '(c.o_lo, c.o_hi, c.p_hi, c.report)';

/** What may be sought: a strand, or those of a pair that are of no lower rank; then the place of a statement as a bound. */
export type StrandSeek = readonly [strand: number, o_lo: number, o_hi: number, p_hi: number, report: number];
export type PairSeek = readonly [pair: number, rank: number, o_lo: number, o_hi: number, p_hi: number, report: number];

/** A day before all. */
export const BELOW_ALL = -1_000_000_000;

const COLUMNS = 'c.strand, c.pair, c.rank, c.weight, p.superseding';
const bound = (first: number): string =>
  ['o_lo', 'o_hi', 'p_hi', 'report'].map((column, i) => `j.value ->> ${String(first + i)} AS ${column}`).join(', ');
/** The strands that a seek is of, as `c`. */
const STRANDS = {
  allOfPairs: `SELECT ${COLUMNS} FROM json_each($seeks) j CROSS JOIN pair p CROSS JOIN strand c WHERE p.pair = j.value AND c.pair = p.pair`,
  given: `SELECT ${COLUMNS}, ${bound(1)} FROM json_each($seeks) j CROSS JOIN strand c CROSS JOIN pair p
    WHERE c.strand = j.value ->> 0 AND p.pair = c.pair`,
  /** A statement of a higher rank is stronger wherever it stands. */
  noLowerRank: `WITH b AS MATERIALIZED (SELECT j.value ->> 0 AS pair, j.value ->> 1 AS rank, ${bound(2)} FROM json_each($seeks) j)
    SELECT ${COLUMNS}, iif(c.rank > b.rank, ${String(BELOW_ALL)}, b.o_lo) AS o_lo, b.o_hi, b.p_hi, b.report
    FROM b CROSS JOIN pair p CROSS JOIN strand c WHERE p.pair = b.pair AND c.pair = p.pair AND c.rank >= b.rank`,
} as const;

interface Asked {
  readonly strands: keyof typeof STRANDS;
  /** The table that `x` is read from. */
  readonly from: 'statement' | 'ending';
  /** On a statement `x` of the strand `c`, beside that it must be visible. */
  readonly where: string;
  /** On a block `b` of the strand: into which others it would be pointless to look. */
  readonly block: string;
  readonly direction: 'DESC' | 'ASC';
  /** What is told of the statement; left out: its place. */
  readonly told?: string;
}

/** What is asked of each strand: the strongest, or the weakest, of some statements. */
const ASKED = {
  /** With whether it is superseded: if not, it is the strongest candidate too. */
  strongestUnexpired: {
    strands: 'allOfPairs',
    from: 'statement',
    where: UNEXPIRED,
    block: 'TRUE',
    direction: 'DESC',
    told: PLACE_AND_IF_SUPERSEDED(SUPERSEDED),
  },
  strongestCandidateBelow: {
    strands: 'given',
    from: 'statement',
    where: `${CANDIDATE} AND ${X} < ${BOUND}`,
    block: 'b.block <= (c.o_lo >> 4)',
    direction: 'DESC',
  },
  strongestCandidateEndedBefore: {
    strands: 'given',
    from: 'statement',
    where: `${CANDIDATE} AND x.o_lo < c.o_lo AND x.o_hi < c.o_lo`,
    block: 'b.block <= (c.o_lo >> 4)',
    direction: 'DESC',
  },
  strongestUnexpiredBelow: {
    strands: 'given',
    from: 'statement',
    where: `${UNEXPIRED} AND ${X} < ${BOUND}`,
    block: 'b.block <= (c.o_lo >> 4)',
    direction: 'DESC',
  },
  weakestUnexpiredAbove: {
    strands: 'given',
    from: 'statement',
    where: `${UNEXPIRED} AND ${X} > ${BOUND}`,
    block: 'b.block >= (c.o_lo >> 4)',
    direction: 'ASC',
  },
  /** Few statements have an end: those that do stand once more by themselves. */
  strongestExpiredAbove: {
    strands: 'noLowerRank',
    from: 'ending',
    where: `x.until < $d AND ${X} > ${BOUND}`,
    block: 'b.block >= (c.o_lo >> 4)',
    direction: 'DESC',
  },
} as const satisfies Record<string, Asked>;
export type AskedOfStrands = keyof typeof ASKED;

/**
 * The place of one statement of each strand, null where there is none: `strand, pair, rank, weight, place`.
 * @param isSparse whether K or R may leave out many rows in between: blocks in which none counts are then passed over
 */
export function placeInEach(asked: AskedOfStrands, isSparse: boolean): string {
  const { strands, from, where, direction, told = PLACE }: Asked = ASKED[asked];
  const condition = `x.strand = c.strand AND ${visible('x')} AND ${where}`;
  const given = isSparse
    ? `g AS MATERIALIZED (${STRANDS[strands]}), c AS MATERIALIZED (SELECT c.*, ${firstBlock(asked, condition)} AS first_day FROM g c)`
    : `c AS MATERIALIZED (${STRANDS[strands]})`;
  return `WITH ${given} SELECT c.strand, c.pair, c.rank, c.weight, (SELECT ${told} FROM ${from} x
      WHERE ${isSparse ? `${inBlock('c.first_day')} AND` : ''} ${condition} ORDER BY ${ordered(direction)} LIMIT 1) AS place FROM c`;
}

/** The first day of the block that holds what is asked for. */
function firstBlock(asked: AskedOfStrands, condition: string): string {
  const { from, block, direction } = ASKED[asked];
  const day = `b.block * ${String(DAYS_IN_BLOCK)}`;
  return `(SELECT ${day} FROM statement_block b
    WHERE b.strand = c.strand AND b.block <= ($d >> 4) AND ${block} AND b.p_lo <= $k AND b.r_from <= $r
      AND EXISTS (SELECT 1 FROM ${from} x WHERE ${inBlock(day)} AND ${condition})
    ORDER BY b.block ${direction} LIMIT 1)`;
}

function inBlock(firstDay: string): string {
  return `x.o_lo >= ${firstDay} AND x.o_lo <= ${firstDay} + ${String(DAYS_IN_BLOCK - 1)}`;
}

const ROW = `s.strand, s.report, s.o_lo, s.o_hi, s.p_lo, s.p_hi, s.until, s.names, s.modality, s.conditions, s.speakers, s.form, s.source,
  s.as_written, s.dated, r.id`;

/** The statements with the keys `$keys`, each a list that begins with the strand. */
export const AT_PLACES = `SELECT ${ROW} FROM json_each($keys) j CROSS JOIN statement s CROSS JOIN report r
  WHERE (s.strand, ${KEY.map((column) => `s.${column}`).join(', ')}) = (${[0, 1, 2, 3, 4, 5, 6].map((i) => `j.value ->> ${String(i)}`).join(', ')})
    AND r.report = s.report`;

/** The visible statement of the report `$report` in the pair `$pair`, with its rank and weight. */
export const OF_REPORT = `WITH t AS (SELECT $report AS content UNION ALL SELECT content FROM content WHERE report = $report AND version > 0)
  SELECT ${ROW}, c.rank, c.weight FROM t CROSS JOIN in_force f CROSS JOIN strand c CROSS JOIN statement s CROSS JOIN report r
  WHERE f.content = t.content AND ${visible('f')} AND c.pair = $pair AND s.strand = c.strand
    AND (${KEY.map((column) => `s.${column}`).join(', ')}) = (${KEY.map((column) => `f.${column}`).join(', ')}) AND r.report = s.report`;
