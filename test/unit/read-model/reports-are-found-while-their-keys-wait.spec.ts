import { GrowingReportKeys } from '../../../src/read-model/projecting/growing-report-keys.js';
import { reportKey } from '../../../src/read-model/tables/report-keys.js';
import { emptyReadModel } from './files.js';

const MANY = 3_000;
const idOf = (report: number): string => `report-${String(report)}`;

function filled(): { keys: GrowingReportKeys; written: () => unknown[] } & Disposable {
  const readModel = emptyReadModel();
  const keys = new GrowingReportKeys(readModel.rows, (report, negotiation, id) => negotiation === 'peace' && id === idOf(report));
  for (let report = 1; report <= MANY; report += 1) {
    keys.add(reportKey('peace', idOf(report)), report);
    keys.keep();
  }
  return {
    keys,
    written: () => readModel.rows.arrays('SELECT report, key FROM report_key ORDER BY report'),
    [Symbol.dispose]: () => {
      readModel[Symbol.dispose]();
    },
  };
}

const all = Array.from({ length: MANY }, (_, i) => [i + 1, reportKey('peace', idOf(i + 1))]);

it('in between they may wait, and are found; in the end all are written', () => {
  using own = filled();
  own.keys.flush(true);
  expect(own.written()).toEqual([]);
  expect(own.keys.find('peace', idOf(7))).toBe(7);
  own.keys.flush(false);
  expect(own.written()).toEqual(all);
  expect(own.keys.find('peace', idOf(7))).toBe(7);
  expect(own.keys.find('peace', 'none')).toBeUndefined();
});

it('what is taken back is found no more, and the others are', () => {
  using own = filled();
  own.keys.add(reportKey('peace', idOf(MANY + 1)), MANY + 1);
  expect(own.keys.find('peace', idOf(MANY + 1))).toBe(MANY + 1);
  own.keys.takeBack();
  expect(own.keys.find('peace', idOf(MANY + 1))).toBeUndefined();
  expect(own.keys.find('peace', idOf(MANY))).toBe(MANY);
});

it('of reports that have one key each is found, and the first of two that are called the same', () => {
  using readModel = emptyReadModel();
  const names = ['', 'one', 'other', 'other'];
  const keys = new GrowingReportKeys(readModel.rows, (report, _, id) => names[report] === id);
  for (const report of [1, 2, 3]) keys.add(reportKey('peace', 'other'), report);
  expect(keys.find('peace', 'other')).toBe(2);
  keys.flush(false);
  const first = reportKey('peace', 'other');
  expect(readModel.rows.arrays('SELECT key, report FROM report_key ORDER BY key')).toEqual([0, 1, 2].map((i) => [first + i, i + 1]));
  expect(keys.find('peace', 'other')).toBe(2);
});
