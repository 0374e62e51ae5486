import { DatabaseSync } from 'node:sqlite';
import { setImmediate as nextRound, setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '../../../src/event-store/event-store.js';
import { ReadModel } from '../../../src/read-model/read-model.js';
import { Rebuild } from '../../../src/read-model/rebuilding/rebuild.js';
import { Renewal } from '../../../src/read-model/rebuilding/renewal.js';
import { PROJECTION_VERSION } from '../../../src/read-model/tables/definition.js';
import { Story } from '../../support/histories-by-hand.js';
import { folder, logAndReadModel, rowsOf } from './files.js';

/** A file as projections of an earlier version would have left it: with other rows. */
async function outdated(own: ReturnType<typeof folder>) {
  const story = new Story();
  story.position('r', 'a', 'demands', { occurred: '2026-01-02' });
  const { readModel: current, store } = await logAndReadModel(own, story);
  const rows = rowsOf(current.rows);
  current.close();
  const file = new DatabaseSync(current.path);
  file.exec(`UPDATE meta SET value = '0' WHERE key = 'version'; DELETE FROM report_key`);
  file.close();
  return { store, rows, readModel: new ReadModel(current.path) };
}

const noted = (): { warnings: string[]; warn: (message: string) => void } => {
  const warnings: string[] = [];
  return { warnings, warn: (message) => warnings.push(message) };
};

describe('a file of other projections', () => {
  it('answers until the one of these projections is there', async () => {
    using own = folder();
    const { readModel, store, rows } = await outdated(own);
    const rebuild = new Rebuild(store, readModel);
    const notes = noted();
    const old = rowsOf(readModel.rows);
    new Renewal(readModel, rebuild, notes).start();
    while (rebuild.isRunning) {
      if (readModel.renewal === 'version') expect(rowsOf(readModel.rows)).toEqual(old);
      await nextRound();
    }
    expect(rebuild.progress).toMatchObject({ state: 'swapped', reason: 'version', same: false });
    expect([readModel.version, readModel.renewal]).toEqual([PROJECTION_VERSION, undefined]);
    expect(rowsOf(readModel.rows)).toEqual(rows);
    expect(notes.warnings).toEqual([]);
    readModel.close();
    await store.close();
  });

  it('is tried again where the log was away', async () => {
    using own = folder();
    const { readModel, store } = await outdated(own);
    let times = 0;
    const away: EventStore['readAll'] = (after) => {
      times += 1;
      if (times === 1) throw new Error('the log is away');
      return store.readAll(after);
    };
    const rebuild = new Rebuild(Object.assign(Object.create(store) as EventStore, { readAll: away }), readModel);
    const notes = noted();
    new Renewal(readModel, rebuild, notes).start();
    while (readModel.renewal === 'version') await pause(20);
    expect(notes.warnings).toEqual(['the rebuild failed: the log is away; it is tried again']);
    expect(rebuild.progress).toMatchObject({ state: 'swapped', reason: 'version' });
    readModel.close();
    await store.close();
  });

  it('stays where the program is stopped', async () => {
    using own = folder();
    const { readModel, store } = await outdated(own);
    const rebuild = new Rebuild(store, readModel);
    const notes = noted();
    new Renewal(readModel, rebuild, notes).start();
    await rebuild.stop();
    await nextRound();
    expect([rebuild.progress?.error, readModel.renewal, rebuild.isRunning]).toEqual(['stopped', 'version', false]);
    expect(notes.warnings).toEqual([]);
    readModel.close();
    await store.close();
  });
});

it('a file of these projections is left as it is', async () => {
  using own = folder();
  await using world = await logAndReadModel(own, new Story());
  const rebuild = new Rebuild(world.store, world.readModel);
  new Renewal(world.readModel, rebuild, noted()).start();
  await nextRound();
  expect(rebuild.progress).toBeUndefined();
});
