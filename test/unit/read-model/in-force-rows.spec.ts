import type { Amendment, CountedRemoval } from '../../../src/rules/in-force.js';
import { countingOf, type RecordedReport, type SourceInfo } from '../../../src/read-model/extracting/in-force.js';
import { fromColumn, toColumn } from '../../../src/read-model/tables/columns.js';
import { windowOf } from '../../../src/vocabulary/edtf-window.js';
import { formatDay, parseDay } from '../../../src/vocabulary/day.js';

const CODING: Amendment = { reason: 'coding', publishedHi: null };
const erratumOf = (text: string): Amendment => ({ reason: 'source', publishedHi: parseDay(text) ?? NaN });

const removing = (amendment: Amendment): CountedRemoval => ({ ...amendment, takesBack: false });
const takingBack = (amendment: Amendment): CountedRemoval => ({ ...amendment, takesBack: true });

const source = (published: string, ...removals: CountedRemoval[]): SourceInfo => ({
  published: windowOf(published),
  removals,
});

/** Each version names the source of its number; the original and its corrections are from 1, 2, … January. */
function report(corrections: Amendment[] = [], removals: CountedRemoval[] = [], sources: Record<string, SourceInfo> = {}): RecordedReport {
  const versions = [null, ...corrections].map((_, i) => ({
    source: sources[`s${String(i)}`] ?? source('2026-01-05'),
    occurred: windowOf(`2026-01-0${String(i + 1)}`),
  }));
  return { versions, corrections, removals };
}

const shown = (day: number): string => (Number.isFinite(day) ? formatDay(day) : day < 0 ? '' : '..');

/** What counts for which K. */
function brief(recorded: RecordedReport): string[] {
  return countingOf(recorded).map(({ knownFrom, nextFrom, version }) => {
    const last = nextFrom === null ? Infinity : nextFrom - 1;
    return `${shown(knownFrom)}/${shown(last)} version ${String(version)}`;
  });
}

describe('what is in force of a report', () => {
  it.each<[string, RecordedReport, string[]]>([
    ['the original on every K', report(), ['/.. version 0']],
    ['an erratum from its day on', report([erratumOf('2026-01-09')]), ['/2026-01-08 version 0', '2026-01-09/.. version 1']],
    ['a correction of a misreading on every K', report([CODING]), ['/.. version 1']],
    ['nothing of a misreading that is retracted', report([], [removing(CODING)]), []],
    ['nothing from a retraction on', report([], [removing(erratumOf('2026-01-09'))]), ['/2026-01-08 version 0']],
    [
      'a withdrawn source takes the contents that name it, not those that name another',
      report([erratumOf('2026-01-09')], [], { s0: source('2026-01-05', removing(CODING)) }),
      ['2026-01-09/.. version 1'],
    ],
    [
      'a source withdrawn later takes them from then on',
      report([erratumOf('2026-01-09')], [], { s1: source('2026-01-05', removing(erratumOf('2026-01-12'))) }),
      ['/2026-01-08 version 0', '2026-01-09/2026-01-11 version 1'],
    ],
    [
      'what was retracted, again from its reinstatement on',
      report([], [removing(erratumOf('2026-01-09')), takingBack(erratumOf('2026-01-12'))]),
      ['/2026-01-08 version 0', '2026-01-12/.. version 0'],
    ],
    ['all of what we retracted by mistake', report([], [removing(CODING), takingBack(CODING)]), ['/.. version 0']],
    [
      'a correction recorded after a reinstatement, on its own days',
      report([erratumOf('2026-01-14')], [removing(erratumOf('2026-01-09')), takingBack(erratumOf('2026-01-12'))]),
      ['/2026-01-08 version 0', '2026-01-12/2026-01-13 version 0', '2026-01-14/.. version 1'],
    ],
    [
      'a source readmitted gives back the contents that name it',
      report([erratumOf('2026-01-09')], [], { s0: source('2026-01-05', removing(CODING), takingBack(erratumOf('2026-01-07'))) }),
      ['2026-01-07/2026-01-08 version 0', '2026-01-09/.. version 1'],
    ],
    [
      'a source readmitted gives no retracted report back',
      report([], [removing(erratumOf('2026-01-09'))], { s0: source('2026-01-05', removing(CODING), takingBack(CODING)) }),
      ['/2026-01-08 version 0'],
    ],
    [
      'a report reinstated stays hidden while its source is withdrawn',
      report([], [removing(CODING), takingBack(CODING)], { s0: source('2026-01-05', removing(erratumOf('2026-01-07'))) }),
      ['/2026-01-06 version 0'],
    ],
    [
      'a source named by a later version says nothing of an earlier one',
      report([erratumOf('2026-01-09')], [], { s1: source('2026-01-05', removing(CODING)) }),
      ['/2026-01-08 version 0'],
    ],
    [
      'errata of two days, in the order of the days',
      report([erratumOf('2026-01-12'), erratumOf('2026-01-09')]),
      ['/2026-01-08 version 0', '2026-01-09/2026-01-11 version 2', '2026-01-12/.. version 2'],
    ],
  ])('%s', (_, recorded, expected) => {
    expect(brief(recorded)).toEqual(expected);
  });

  it('an erratum without a last day counts without a limit only', () => {
    const [before, only] = countingOf(report([{ reason: 'source', publishedHi: Infinity }]));
    expect(before).toMatchObject({ version: 0, knownFrom: -Infinity, nextFrom: Infinity });
    expect(only).toMatchObject({ version: 1, knownFrom: Infinity, nextFrom: null });
  });

  it('has the windows of its own content and source', () => {
    const [original, corrected] = countingOf(report([erratumOf('2026-01-09')], [], { s1: source('../2026-01-01') }));
    expect(original).toMatchObject({ published: windowOf('2026-01-05'), occurred: windowOf('2026-01-01') });
    expect(corrected).toMatchObject({ published: windowOf('../2026-01-01'), occurred: windowOf('2026-01-01') });
  });

  it('without an occurred date happened by the window of its source', () => {
    const undated: RecordedReport = { ...report(), versions: [{ source: source('2026-01-05/2026-01-06'), occurred: null }] };
    expect(countingOf(undated)).toMatchObject([{ occurred: windowOf('2026-01-05/2026-01-06') }]);
  });
});

describe('a day in a column', () => {
  it.each([-Infinity, -719_528, 0, 2_932_896, Infinity])('%d comes back as it was', (day) => {
    expect(fromColumn(toColumn(day))).toBe(day);
  });
});
