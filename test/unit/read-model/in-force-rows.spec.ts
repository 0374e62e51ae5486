import type { Amendment, CountedRemoval } from '../../../src/rules/in-force.js';
import { fromColumn, toColumn } from '../../../src/read-model/columns.js';
import type { RecordedReport, SourceInfo } from '../../../src/read-model/lookups.js';
import { inForceRows } from '../../../src/read-model/projections/in-force.js';
import { windowOf } from '../../../src/vocabulary/edtf-window.js';
import { formatDay, parseDay } from '../../../src/vocabulary/day.js';

const CODING: Amendment = { reason: 'coding', publishedHi: null };
const erratumOf = (text: string): Amendment => ({ reason: 'source', publishedHi: parseDay(text) ?? NaN });

const removing = (amendment: Amendment): CountedRemoval => ({ ...amendment, takesBack: false });
const takingBack = (amendment: Amendment): CountedRemoval => ({ ...amendment, takesBack: true });

const source = (published: string, ...removals: CountedRemoval[]): SourceInfo => ({
  publishedEdtf: published,
  published: windowOf(published),
  removals,
});

/** Each version names the source of its number; the original and its corrections are from 1, 2, … January. */
function report(corrections: Amendment[] = [], removals: CountedRemoval[] = []): RecordedReport {
  const versions = [null, ...corrections].map((_, i) => {
    const occurredEdtf = `2026-01-0${String(i + 1)}`;
    return { source: `s${String(i)}`, occurred: windowOf(occurredEdtf), occurredEdtf };
  });
  return { firstPosition: 7n, versions, corrections, removals };
}

const shown = (column: number): string => {
  const day = fromColumn(column);
  return Number.isFinite(day) ? formatDay(day) : day < 0 ? '' : '..';
};

/** What counts for which K. */
function brief(recorded: RecordedReport, sources: Record<string, SourceInfo> = {}): string[] {
  const rows = inForceRows(recorded, (id) => sources[id] ?? source('2026-01-05'));
  return rows.map(({ k_from, k_to, version }) => `${shown(k_from)}/${shown(k_to)} version ${String(version)}`);
}

describe('what is in force of a report', () => {
  it.each<[string, RecordedReport, Record<string, SourceInfo>, string[]]>([
    ['the original on every K', report(), {}, ['/.. version 0']],
    ['an erratum from its day on', report([erratumOf('2026-01-09')]), {}, ['/2026-01-08 version 0', '2026-01-09/.. version 1']],
    ['a correction of a misreading on every K', report([CODING]), {}, ['/.. version 1']],
    ['nothing of a misreading that is retracted', report([], [removing(CODING)]), {}, []],
    ['nothing from a retraction on', report([], [removing(erratumOf('2026-01-09'))]), {}, ['/2026-01-08 version 0']],
    [
      'a withdrawn source takes the contents that name it, not those that name another',
      report([erratumOf('2026-01-09')]),
      { s0: source('2026-01-05', removing(CODING)) },
      ['2026-01-09/.. version 1'],
    ],
    [
      'a source withdrawn later takes them from then on',
      report([erratumOf('2026-01-09')]),
      { s1: source('2026-01-05', removing(erratumOf('2026-01-12'))) },
      ['/2026-01-08 version 0', '2026-01-09/2026-01-11 version 1'],
    ],
    [
      'what was retracted, again from its reinstatement on',
      report([], [removing(erratumOf('2026-01-09')), takingBack(erratumOf('2026-01-12'))]),
      {},
      ['/2026-01-08 version 0', '2026-01-12/.. version 0'],
    ],
    ['all of what we retracted by mistake', report([], [removing(CODING), takingBack(CODING)]), {}, ['/.. version 0']],
    [
      'a correction recorded after a reinstatement, on its own days',
      report([erratumOf('2026-01-14')], [removing(erratumOf('2026-01-09')), takingBack(erratumOf('2026-01-12'))]),
      {},
      ['/2026-01-08 version 0', '2026-01-12/2026-01-13 version 0', '2026-01-14/.. version 1'],
    ],
    [
      'a source readmitted gives back the contents that name it',
      report([erratumOf('2026-01-09')]),
      { s0: source('2026-01-05', removing(CODING), takingBack(erratumOf('2026-01-07'))) },
      ['2026-01-07/2026-01-08 version 0', '2026-01-09/.. version 1'],
    ],
    [
      'a source readmitted gives no retracted report back',
      report([], [removing(erratumOf('2026-01-09'))]),
      { s0: source('2026-01-05', removing(CODING), takingBack(CODING)) },
      ['/2026-01-08 version 0'],
    ],
    [
      'a report reinstated stays hidden while its source is withdrawn',
      report([], [removing(CODING), takingBack(CODING)]),
      { s0: source('2026-01-05', removing(erratumOf('2026-01-07'))) },
      ['/2026-01-06 version 0'],
    ],
    [
      'a source named by a later version says nothing of an earlier one',
      report([erratumOf('2026-01-09')]),
      { s1: source('2026-01-05', removing(CODING)) },
      ['/2026-01-08 version 0'],
    ],
    [
      'errata of two days, in the order of the days',
      report([erratumOf('2026-01-12'), erratumOf('2026-01-09')]),
      {},
      ['/2026-01-08 version 0', '2026-01-09/2026-01-11 version 2', '2026-01-12/.. version 2'],
    ],
  ])('%s', (_, recorded, sources, expected) => {
    expect(brief(recorded, sources)).toEqual(expected);
  });

  it('an erratum without a last day counts without a limit only', () => {
    const [before, only] = inForceRows(report([{ reason: 'source', publishedHi: Infinity }]), () => source('2026-01-05'));
    expect(before).toMatchObject({ version: 0, k_from: toColumn(-Infinity), k_to: toColumn(Infinity) - 1 });
    expect(only).toMatchObject({ version: 1, k_from: toColumn(Infinity), k_to: toColumn(Infinity) });
  });

  it('has the windows of its own content and source', () => {
    const [original, corrected] = inForceRows(report([erratumOf('2026-01-09')]), (id) =>
      source(id === 's0' ? '2026-01-05' : '../2026-01-01'),
    );
    const day = (text: string): number => parseDay(text) ?? NaN;
    expect(original).toMatchObject({ p_lo: day('2026-01-05'), o_lo: day('2026-01-01'), as_written: '2026-01-01', first_position: 7 });
    expect(corrected).toMatchObject({
      p_lo: toColumn(-Infinity),
      p_hi: day('2026-01-01'),
      o_hi: day('2026-01-01'),
      as_written: '2026-01-02',
    });
  });

  it('without an occurred date is as written for the source', () => {
    const undated: RecordedReport = { ...report(), versions: [{ source: 's0', occurred: null, occurredEdtf: null }] };
    const [row] = inForceRows(undated, () => source('2026-01-05/2026-01-06'));
    expect(row).toMatchObject({ as_written: '2026-01-05/2026-01-06', o_lo: row?.p_lo, o_hi: row?.p_hi });
  });
});

describe('a day in a column', () => {
  it.each([-Infinity, -719_528, 0, 2_932_896, Infinity])('%d comes back as it was', (day) => {
    expect(fromColumn(toColumn(day))).toBe(day);
  });
});
