import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { ShortRows } from '../../../src/read-model/reading/short-rows.js';
import { OPEN_END, STILL } from '../../../src/read-model/tables/columns.js';
import { STATEMENT } from '../../../src/read-model/tables/list-kinds.js';
import { idLengthOfHead, packHead, strandOfHead } from '../../../src/read-model/tables/statement-head.js';
import { FORMS } from '../../../src/vocabulary/events/report.js';

type Column = Exclude<keyof typeof STATEMENT, 'width'>;
type Row = Record<Column, number>;

const day = fc.oneof(fc.integer({ min: 20_000, max: 20_010 }), fc.constant(-OPEN_END), fc.constant(OPEN_END));
const length = fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3 }), fc.constantFrom(0x7fff, 0x8000, 0xffff, 0x10000));
const mostly = (usual: number, other: fc.Arbitrary<number>) => fc.oneof({ weight: 4, arbitrary: fc.constant(usual) }, other);
const end = (start: number, days: number): number => Math.min(OPEN_END, start + days);
const event = fc.integer({ min: 1, max: 6 });

const row: fc.Arbitrary<Row> = fc
  .record({
    strand: fc.constantFrom(0, 5, 12),
    idLength: fc.integer({ min: 1, max: 9 }),
    oLo: day,
    o: length,
    pLo: day,
    p: length,
    report: event,
    later: mostly(0, fc.integer({ min: 1, max: 2 })),
    content: mostly(0, fc.integer({ min: 1, max: 2 })),
    rTo: mostly(STILL, fc.integer({ min: 7, max: 9 })),
    kFrom: mostly(-OPEN_END, fc.integer({ min: 20_000, max: 20_002 })),
    kTo: mostly(OPEN_END, fc.integer({ min: 20_000, max: 20_002 })),
    until: mostly(OPEN_END, day),
    names: mostly(0, event),
    written: fc.integer({ min: -5, max: 5 }),
    source: event,
    by: fc.nat(3),
  })
  .map(({ strand, idLength, o, p, later, content, ...same }) => ({
    ...same,
    head: packHead({ strand, modality: 'supports', form: FORMS[0], hasConditions: false, idLength }),
    oHi: end(same.oLo, o),
    pHi: end(same.pLo, p),
    rFrom: same.report + later,
    content: same.report + content,
  }));
const rows = fc.array(row, { maxLength: 40 });

const COLUMNS = Object.keys(STATEMENT).filter((name) => name !== 'width') as Column[];
const ORDER: readonly Column[] = ['oLo', 'oHi', 'pHi', 'report', 'rFrom', 'kFrom', 'content'];

function listOf(some: readonly Row[]): Int32Array {
  const list = new Int32Array(some.length * STATEMENT.width);
  for (const [i, one] of some.entries()) for (const column of COLUMNS) list[i * STATEMENT.width + STATEMENT[column]] = one[column];
  return list;
}

/** Each row has an id that tells its place among those that came. */
function idsOf(some: readonly Row[], first = 0): string[] {
  return some.map(({ head }, i) => String.fromCharCode(48 + first + i).repeat(idLengthOfHead(head)));
}

function told(short: ShortRows) {
  return Array.from({ length: short.count }, (_, place) => ({ row: [...short.stored(place)], id: short.idOf(place) }));
}

/** The same by sorting and comparing all of them: of rows that are one, the one that ended first; of these the first that came. */
function expected(some: readonly Row[]) {
  const ids = idsOf(some);
  const compare = (a: Row, b: Row): number =>
    strandOfHead(a.head) - strandOfHead(b.head) || ORDER.reduce((found, column) => found || a[column] - b[column], 0);
  const sorted = some.map((one, i) => ({ one, id: ids[i] })).sort((a, b) => compare(a.one, b.one));
  const kept: typeof sorted = [];
  for (const next of sorted) {
    const last = kept.at(-1);
    if (last === undefined || compare(last.one, next.one) !== 0) kept.push(next);
    else if (next.one.rTo < last.one.rTo) kept[kept.length - 1] = next;
  }
  return kept.map(({ one, id }) => ({ row: [...listOf([one])], id }));
}

describe('the statements of a pair', () => {
  it('are told as they are stored, in order, whatever of them is not as it mostly is', () => {
    fc.assert(
      fc.property(rows, (some) => {
        expect(told(ShortRows.of(listOf(some), Buffer.from(idsOf(some).join(''), 'latin1')))).toEqual(expected(some));
      }),
    );
  });

  it('are the same where some of them came later', () => {
    fc.assert(
      fc.property(rows, rows, (some, more) => {
        const first = ShortRows.of(listOf(some), Buffer.from(idsOf(some).join(''), 'latin1'));
        const grown = first.grown(listOf(more), Buffer.from(idsOf(more, some.length).join(''), 'latin1'));
        expect(told(grown)).toEqual(expected([...some, ...more]));
      }),
    );
  });

  it('tell what counts for K and R as they are stored', () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 19_999, max: 20_004 }), fc.integer({ min: 0, max: 10 }), (some, k, r) => {
        const short = ShortRows.of(listOf(some), Buffer.from(idsOf(some).join(''), 'latin1'));
        for (const [place, { row: numbers }] of told(short).entries()) {
          const of = (column: Column): number => numbers[STATEMENT[column]] ?? NaN;
          expect(short.countsAt(place, k, r)).toBe(of('rFrom') <= r && r < of('rTo') && of('kFrom') <= k && k <= of('kTo'));
        }
      }),
    );
  });
});
