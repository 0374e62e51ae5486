import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { ReadModel } from '../../../src/read-model/read-model.js';
import { ReadModelFile, ReadModelUnavailable } from '../../../src/read-model/tables/read-model-file.js';
import { BEFORE_ALL } from '../../../src/vocabulary/position.js';
import { Story } from '../../support/histories-by-hand.js';
import { folder, noBodies, rowsOf, stored } from './files.js';

const EVENTS = stored(new Story().log);

/** A complete file, closed. */
function written(path: string): { applied: bigint; rows: string[] } {
  const readModel = new ReadModel(path);
  readModel.apply(EVENTS);
  const result = { applied: readModel.applied, rows: rowsOf(readModel.rows) };
  readModel.close();
  return result;
}

function alter(path: string, sql: string): void {
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
}

const DAMAGES: readonly [string, (path: string) => void][] = [
  [
    'of tables of an older shape',
    (path) => {
      alter(path, `UPDATE meta SET value = '0' WHERE key = 'shape'`);
    },
  ],
  [
    'of tables of a newer shape',
    (path) => {
      alter(path, `UPDATE meta SET value = '999' WHERE key = 'shape'`);
    },
  ],
  [
    'that does not say the shape of its tables',
    (path) => {
      alter(path, `DELETE FROM meta WHERE key = 'shape'`);
    },
  ],
  [
    'that misses a table',
    (path) => {
      alter(path, 'DROP TABLE parked');
    },
  ],
  [
    'of another program',
    (path) => {
      alter(path, 'DROP TABLE meta; CREATE TABLE song (title TEXT)');
    },
  ],
  [
    'that is no database',
    (path) => {
      writeFileSync(path, 'a diary\n'.repeat(1_000));
    },
  ],
  [
    'that is empty',
    (path) => {
      writeFileSync(path, '');
    },
  ],
  [
    'that was cut off',
    (path) => {
      writeFileSync(path, readFileSync(path).subarray(0, 5_000));
    },
  ],
  [
    'with a broken page at its start',
    (path) => {
      writeFileSync(path, readFileSync(path).fill(0xab, 4_096, 12_288));
    },
  ],
  [
    'with a broken page that its position does not stand on',
    (path) => {
      writeFileSync(path, readFileSync(path).fill(0xab, 20_480, 24_576));
    },
  ],
];

describe('a read-model file', () => {
  it('that is whole is taken up where it stood', () => {
    using own = folder();
    const before = written(own.file('r.db'));
    const file = ReadModelFile.open(own.file('r.db'), noBodies);
    expect(file.applied).toBe(before.applied);
    expect(rowsOf(file)).toEqual(before.rows);
    file.close();
  });

  it.each(DAMAGES)('%s is emptied at open, and the log fills it with the same rows', (_, damage) => {
    using own = folder();
    const { rows } = written(own.file('r.db'));
    damage(own.file('r.db'));
    const readModel = new ReadModel(own.file('r.db'));
    expect(readModel.applied).toBe(BEFORE_ALL);
    expect(rowsOf(readModel.rows)).toEqual([]);
    readModel.apply(EVENTS);
    expect(rowsOf(readModel.rows)).toEqual(rows);
    readModel.close();
  });

  it.each(['0', '999'])('of version %s of the projections is taken up all the same', (version) => {
    using own = folder();
    const before = written(own.file('r.db'));
    alter(own.file('r.db'), `UPDATE meta SET value = '${version}' WHERE key = 'version'`);
    const readModel = new ReadModel(own.file('r.db'));
    expect([readModel.isOutdated, readModel.version, readModel.applied]).toEqual([true, Number(version), before.applied]);
    expect(rowsOf(readModel.rows)).toEqual(before.rows);
    readModel.close();
  });

  it('that another one uses is not touched, and the error says so', () => {
    using own = folder();
    const user = new ReadModel(own.file('r.db'));
    user.apply(EVENTS);
    const before = rowsOf(user.rows);
    const opening = (): unknown => new ReadModel(own.file('r.db'));
    expect(opening).toThrow(ReadModelUnavailable);
    expect(opening).toThrow(/in use by another process/);
    expect(rowsOf(user.rows)).toEqual(before);
    user.close();
  });

  it('that cannot be made there is an error that names it', () => {
    using own = folder();
    const path = own.file('missing/r.db');
    expect(() => ReadModelFile.open(path, noBodies)).toThrow(ReadModelUnavailable);
    expect(() => ReadModelFile.open(path, noBodies)).toThrow(path);
  });
});
