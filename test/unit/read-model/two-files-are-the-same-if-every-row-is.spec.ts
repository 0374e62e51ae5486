import { startBuilding } from '../../../src/read-model/tables/open-read-model-file.js';
import type { ReadModelFile } from '../../../src/read-model/tables/read-model-file.js';
import { haveSameRows } from '../../../src/read-model/rebuilding/same-rows.js';
import { COMPARED_TABLES } from '../../../src/read-model/tables/definition.js';
import { folder, noBodies } from './files.js';

/** More than two pages of rows in a table with a key of four parts, and some in one with a key of one. */
function filled(path: string, alter: (file: ReadModelFile) => void = () => undefined): ReadModelFile {
  const file = startBuilding(path, noBodies);
  file.transaction({ events: 1, position: 1n }, () => {
    for (let i = 0; i < 5_000; i += 1) {
      file.run(`INSERT INTO parked (event, type, negotiation, issues, error) VALUES (?, 'T', 'n', '[]', ?)`, i + 1, `error ${String(i)}`);
    }
  });
  alter(file);
  return file;
}

const DIFFERENCES: readonly [string, string][] = [
  ['a value in the first page', `UPDATE parked SET error = 'other' WHERE event = 1`],
  ['a value in the last page', `UPDATE parked SET error = 'other' WHERE event = 5000`],
  ['a row that is missing', 'DELETE FROM parked WHERE event = 2500'],
  ['a row at the end that is missing', 'DELETE FROM parked WHERE event = 5000'],
  ['a row more', `INSERT INTO parked (event, type, negotiation, issues, error) VALUES (5001, 'T', 'n', '[]', '')`],
  ['a key', 'UPDATE parked SET event = 9000 WHERE event = 5000'],
];

describe('two files', () => {
  it('of the same rows are the same, whatever else they differ in', async () => {
    using own = folder();
    const [a, b] = [filled(own.file('a')), filled(own.file('b'))];
    b.transaction({ events: 7, position: 7n }, () => undefined);
    let [turns, compared] = [0, 0];
    const same = await haveSameRows(a, b, async (rows) => {
      turns += 1;
      compared += rows;
    });
    expect([same, compared]).toEqual([true, 5_000]);
    expect(turns).toBeGreaterThanOrEqual(COMPARED_TABLES.length + 2);
    a.close();
    b.close();
  });

  it.each(DIFFERENCES)('that differ in %s are not, whichever is which', async (_, sql) => {
    using own = folder();
    const [a, b] = [
      filled(own.file('a')),
      filled(own.file('b'), (file) => {
        file.run(sql);
      }),
    ];
    const turn = async (): Promise<void> => undefined;
    expect([await haveSameRows(a, b, turn), await haveSameRows(b, a, turn)]).toEqual([false, false]);
    a.close();
    b.close();
  });

  it('that take the same rows between two pages are still the same', async () => {
    using own = folder();
    const [a, b] = [filled(own.file('a')), filled(own.file('b'))];
    let position = 10_000;
    const same = await haveSameRows(a, b, async () => {
      position += 1;
      if (position > 10_010) return;
      for (const file of [a, b])
        file.run(`INSERT INTO parked (event, type, negotiation, issues, error) VALUES (?, 'T', 'n', '[]', '')`, position);
    });
    expect(same).toBe(true);
    a.close();
    b.close();
  });
});
