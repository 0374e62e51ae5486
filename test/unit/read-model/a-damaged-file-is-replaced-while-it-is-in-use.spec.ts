import { jest } from '@jest/globals';
import { Follower } from '../../../src/read-model/following/follower.js';
import { ReadModelDamaged } from '../../../src/ports/read-model-errors.js';
import { openToFill, startAnew } from '../../../src/read-model/tables/open-read-model-file.js';
import { ReadModel } from '../../../src/read-model/read-model.js';
import { Rebuild } from '../../../src/read-model/rebuilding/rebuild.js';
import { Renewal } from '../../../src/read-model/rebuilding/renewal.js';
import { Story } from '../../support/histories-by-hand.js';
import { appendTo, folder, logAndReadModel, noBodies, rowsOf, scratch, scratchPages } from './files.js';

/** A read model with more than a page of everything, and one event that is not in its log yet. */
async function setting(own: ReturnType<typeof folder>) {
  const story = new Story();
  for (let i = 0; i < 60; i += 1) story.position(`r-${String(i)}`, 'a', 'demands', { occurred: '2026-01-02' });
  const world = await logAndReadModel(own, story);
  return { ...world, later: story.position('later', 'b', 'rejects') };
}

const ANY = 'SELECT * FROM chunk';

describe('a damaged file', () => {
  it('is found by the statement that meets it, and answers nothing from then on', async () => {
    using own = folder();
    const { readModel, store } = await setting(own);
    const told = jest.fn();
    readModel.onDamage(told);
    scratch(readModel);
    const { applied, rows } = readModel;
    expect(() => rows.all(ANY)).toThrow(ReadModelDamaged);
    expect(() => rows.all(ANY)).toThrow(ReadModelDamaged);
    expect(() => readModel.rows).toThrow(ReadModelDamaged);
    expect([readModel.isDamaged, readModel.applied]).toEqual([true, applied]);
    expect(told).toHaveBeenCalledTimes(1);
    readModel.close();
    await store.close();
  });

  it('takes no events, and parks none of them', async () => {
    using own = folder();
    const { readModel, store, later } = await setting(own);
    scratch(readModel);
    const { applied } = readModel;
    await appendTo(store, later);
    for await (const events of store.readAll(applied))
      expect(() => {
        readModel.apply(events);
      }).toThrow(ReadModelDamaged);
    expect([readModel.isDamaged, readModel.applied]).toEqual([true, applied]);
    readModel.close();
    await store.close();
  });

  it('takes nothing of a batch that met the damage, even where the error was caught on the way', () => {
    using own = folder();
    const made = startAnew(own.file('r.db'), noBodies);
    made.run('CREATE TABLE ballast (text TEXT)');
    for (let i = 0; i < 100; i += 1) made.run('INSERT INTO ballast VALUES (?)', 'x'.repeat(1_000));
    const pages = made.all<{ pageno: number }>(`SELECT pageno FROM dbstat WHERE name = 'ballast'`).map(({ pageno }) => pageno);
    made.close();
    const file = openToFill(own.file('r.db'), noBodies);
    file.run('PRAGMA shrink_memory');
    scratchPages(own.file('r.db'), pages);
    const apply = (): void => {
      file.transaction({ events: 7, position: 7n }, () => {
        // As a projector does that parks what it cannot project.
        expect(() => file.all('SELECT * FROM ballast')).toThrow(ReadModelDamaged);
      });
    };
    expect(apply).toThrow(ReadModelDamaged);
    expect([file.applied, file.get(`SELECT value FROM meta WHERE key = 'applied'`)]).toEqual([0n, { value: '0' }]);
    file.close();
  });

  it('is replaced by one from the log, and following goes on behind it without a gap', async () => {
    using own = folder();
    const { readModel, store, later } = await setting(own);
    const warnings: string[] = [];
    const cutOffs: unknown[] = [];
    const rebuild = new Rebuild(store, readModel);
    new Renewal(readModel, rebuild, { warn: (message) => warnings.push(message) }).start();
    const follower = new Follower(
      store,
      readModel,
      { check: async () => true },
      { jitter: () => 0, onCutOff: (error) => cutOffs.push(error) },
    );
    follower.start();
    scratch(readModel);
    await appendTo(store, later);
    expect(await readModel.reaches(await store.head(), 10_000)).toBe(true);
    expect(rebuild.progress).toMatchObject({ state: 'swapped', reason: 'damage', same: null, cleared: null });
    const whole = new ReadModel(own.file('whole.db'));
    for await (const events of store.readAll()) whole.apply(events);
    expect(rowsOf(readModel.rows)).toEqual(rowsOf(whole.rows));
    whole.close();
    expect(warnings).toEqual([expect.stringMatching(/r\.db is damaged; it is built anew from the log/)]);
    expect(cutOffs).toEqual([]);
    follower.stop();
    readModel.close();
    await store.close();
  });
});
