import { existsSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { Follower } from '../../../src/read-model/following/follower.js';
import { indexOf } from '../../../src/read-model/reading/opened-lists.js';
import { ReadModel } from '../../../src/read-model/read-model.js';
import { Rebuild } from '../../../src/read-model/rebuilding/rebuild.js';
import { Renewal } from '../../../src/read-model/rebuilding/renewal.js';
import { NotInThisForm, ReadModelDamaged } from '../../../src/ports/read-model-errors.js';
import { FORM } from '../../../src/read-model/tables/form.js';
import { LIST_KINDS, LIST_LAYOUTS } from '../../../src/read-model/tables/list-kinds.js';
import { Lists } from '../../../src/read-model/tables/lists.js';
import { Story } from '../../support/histories-by-hand.js';
import { appendTo, folder, logAndReadModel, rowsOf } from './files.js';

interface Form {
  columns: Record<string, Record<string, string>>;
  lists: Record<string, number>;
  layouts: Record<string, unknown>;
}

/** A file that a program of another form would have left. @param change what is otherwise in it, in its tables and in what it says of itself */
async function leftBehind(own: ReturnType<typeof folder>, change: (form: Form) => void, sql = '') {
  const story = new Story();
  story.position('r', 'a', 'demands', { occurred: '2026-01-02' });
  const log = await logAndReadModel(own, story);
  const rows = rowsOf(log.readModel.rows);
  const { applied } = log.readModel;
  log.readModel.close();
  const form = JSON.parse(FORM) as Form;
  change(form);
  const file = new DatabaseSync(log.readModel.path);
  file.exec(sql);
  file.prepare(`UPDATE meta SET value = 'other' WHERE key = 'shape'`).run();
  file.prepare(`UPDATE meta SET value = ? WHERE key = 'form'`).run(JSON.stringify(form));
  file.close();
  story.position('s', 'a', 'rejects', { occurred: '2026-01-03' });
  const later = story.log.at(-1);
  if (later === undefined) throw new Error('the story has no end');
  return { ...log, later, rows, applied, readModel: new ReadModel(log.readModel.path) };
}

const nothing = (): void => undefined;

describe('a read model of another form', () => {
  it('answers all that is as it is today, and takes nothing', async () => {
    using own = folder();
    const { readModel, store, rows, applied } = await leftBehind(own, nothing);
    expect([readModel.renewal, readModel.takesEvents, readModel.applied]).toEqual(['form', false, applied]);
    expect(rowsOf(readModel.rows)).toEqual(rows);
    expect(() => {
      readModel.apply([]);
    }).toThrow(ReadModelDamaged);
    readModel.close();
    await store.close();
  });

  it.each<[string, (form: Form) => void]>([
    ['it has not', (form) => delete form.lists.moved],
    ['it has under another number', (form) => (form.lists.moved = 15)],
  ])('says so of a list that %s, and answers what other lists hold', async (_, change) => {
    using own = folder();
    const { readModel, store, applied } = await leftBehind(own, change);
    const lists = new Lists(readModel.rows);
    expect(() => lists.bytes(LIST_KINDS.moved, 1)).toThrow(NotInThisForm);
    expect(indexOf(readModel.rows).eventAt(applied)).toBeGreaterThan(0);
    readModel.close();
    await store.close();
  });

  it('has no list whose numbers meant something else, unless they only became more', async () => {
    using own = folder();
    const { readModel, store } = await leftBehind(own, ({ layouts }) => {
      layouts.STANDING = { ...LIST_LAYOUTS.STANDING, content: 2 };
      layouts.MODALITIES = LIST_LAYOUTS.MODALITIES.slice(0, -1);
      layouts.REPORT_TYPES = [...LIST_LAYOUTS.REPORT_TYPES].reverse();
    });
    const lists = new Lists(readModel.rows);
    expect(() => lists.lengthOf(LIST_KINDS.standing, 1)).toThrow(NotInThisForm);
    for (let type = 0; type < LIST_LAYOUTS.REPORT_TYPES.length; type += 1)
      expect(() => lists.chunk(LIST_KINDS.naming + type, 1, 0)).toThrow(NotInThisForm);
    expect(lists.bytes(LIST_KINDS.statements, 1).length).toBeGreaterThan(0);
    readModel.close();
    await store.close();
  });

  it('says so of a table and of a column that it lacks', async () => {
    using own = folder();
    const { readModel, store } = await leftBehind(own, nothing, 'DROP TABLE parked; ALTER TABLE link DROP COLUMN made');
    expect(() => readModel.rows.all('SELECT * FROM parked')).toThrow(NotInThisForm);
    expect(() => readModel.rows.all('SELECT made FROM link')).toThrow(NotInThisForm);
    expect(readModel.rows.all('SELECT report FROM link')).toEqual([]);
    readModel.close();
    await store.close();
  });

  it.each<[string, (form: Form) => void]>([
    ['whose names are kept otherwise', ({ columns }) => delete columns.name?.defined],
    ['whose columns keep their names and not their types', ({ columns }) => (columns.later = { ...columns.later, reason: 'INTEGER?' })],
    ['that says nothing of its form', (form) => delete (form as Partial<Form>).lists],
  ])('%s answers nothing, and stays until another one is there', async (_, change) => {
    using own = folder();
    const { readModel, store, rows } = await leftBehind(own, change);
    const bytes = readFileSync(readModel.path);
    expect([readModel.renewal, readModel.isDamaged]).toEqual(['form', true]);
    expect(() => readModel.rows).toThrow(/r\.db is of a form that this version cannot read/);
    const rebuild = new Rebuild(store, readModel);
    const running = rebuild.run('form');
    expect(readFileSync(readModel.path).equals(bytes)).toBe(true);
    await running;
    expect(rebuild.progress).toMatchObject({ state: 'swapped', reason: 'form', same: null, cleared: null });
    expect([readModel.renewal, rowsOf(readModel.rows)]).toEqual([undefined, rows]);
    readModel.close();
    await store.close();
  });

  it('is replaced by itself with one that has what was recorded meanwhile, and is followed from there', async () => {
    using own = folder();
    const { readModel, store, rows, later, applied } = await leftBehind(own, nothing);
    await appendTo(store, later);
    const warnings: string[] = [];
    const follower = new Follower(store, readModel, { check: async () => true }, { jitter: () => 0 });
    follower.start();
    const rebuild = new Rebuild(store, readModel);
    new Renewal(readModel, rebuild, { warn: (message) => warnings.push(message) }).start();
    expect([rowsOf(readModel.rows), readModel.applied]).toEqual([rows, applied]);
    expect(await readModel.reaches(await store.head(), 10_000)).toBe(true);
    expect(rebuild.progress).toMatchObject({ state: 'swapped', reason: 'form', same: null });
    expect(readModel.takesEvents).toBe(true);
    expect(warnings).toEqual([expect.stringMatching(/r\.db is of another form; it answers what it can/)]);
    expect(existsSync(`${readModel.path}-wal`)).toBe(true);
    follower.stop();
    readModel.close();
    await store.close();
  });
});
