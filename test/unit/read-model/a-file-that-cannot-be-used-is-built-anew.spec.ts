import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { ReadModel } from '../../../src/read-model/read-model.js';
import { Rebuild } from '../../../src/read-model/rebuilding/rebuild.js';
import { openToFill } from '../../../src/read-model/tables/open-read-model-file.js';
import { ReadModelDamaged, ReadModelUnavailable } from '../../../src/ports/read-model-errors.js';
import { BEFORE_ALL } from '../../../src/vocabulary/position.js';
import { Story } from '../../support/histories-by-hand.js';
import { folder, logAndReadModel, noBodies, rowsOf, stored } from './files.js';

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
    const file = openToFill(own.file('r.db'), noBodies);
    expect(file.applied).toBe(before.applied);
    expect(rowsOf(file)).toEqual(before.rows);
    file.close();
  });

  it.each(DAMAGES)('%s stays and answers nothing, until one is built from the log in its place', async (_, damage) => {
    using own = folder();
    await using log = await logAndReadModel(own, new Story());
    const path = own.file('r.db');
    const rows = rowsOf(log.readModel.rows);
    log.readModel.close();
    damage(path);
    const bytes = readFileSync(path);
    const readModel = new ReadModel(path);
    expect([readModel.applied, readModel.renewal]).toEqual([BEFORE_ALL, 'damage']);
    expect(() => readModel.rows).toThrow(ReadModelDamaged);
    expect(() => {
      readModel.apply(EVENTS);
    }).toThrow(ReadModelDamaged);
    expect(readFileSync(path).equals(bytes)).toBe(true);
    const rebuild = new Rebuild(log.store, readModel);
    await rebuild.run('damage');
    expect(rebuild.progress).toMatchObject({ state: 'swapped', same: null, cleared: null });
    expect(readModel.renewal).toBeUndefined();
    expect(rowsOf(readModel.rows)).toEqual(rows);
    readModel.close();
  });

  it('that is empty starts anew', () => {
    using own = folder();
    writeFileSync(own.file('r.db'), '');
    const readModel = new ReadModel(own.file('r.db'));
    expect([readModel.applied, readModel.renewal, rowsOf(readModel.rows)]).toEqual([BEFORE_ALL, undefined, []]);
    readModel.close();
  });

  it.each(['0', '999'])('of version %s of the projections is taken up all the same', (version) => {
    using own = folder();
    const before = written(own.file('r.db'));
    alter(own.file('r.db'), `UPDATE meta SET value = '${version}' WHERE key = 'version'`);
    const readModel = new ReadModel(own.file('r.db'));
    expect([readModel.renewal, readModel.version, readModel.applied]).toEqual(['version', Number(version), before.applied]);
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
    expect(() => openToFill(path, noBodies)).toThrow(ReadModelUnavailable);
    expect(() => openToFill(path, noBodies)).toThrow(path);
  });
});
