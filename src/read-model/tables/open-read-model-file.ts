import { existsSync, rmSync, statSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { BEFORE_ALL } from '../../vocabulary/position.js';
import { QuestionDropped, QuestionTooDear } from '../../ports/question-errors.js';
import { ReadModelDamaged } from '../../ports/read-model-errors.js';
import type { Bodies } from './bodies.js';
import { PROJECTION_VERSION, SCHEMA, SHAPE, TABLE_NAMES } from './definition.js';
import { FORM, listsLackingIn } from './form.js';
import { UnreadableForm } from './read-model-damage.js';
import { ReadModelFile } from './read-model-file.js';
import { isBusy, unavailable } from './read-model-unavailable.js';

/** So much of a file is read at the start to see whether it is whole; a larger one would hold up the start. */
const MOST_BYTES_CHECKED = 64 * 1024 * 1024;

/**
 * A file in use. Losing the last commits in a crash of the machine is no harm: they are applied again from the log. What the cache
 * may take is a part of the memory of the process. The journal grows to 64 MB (of pages of 4 KB) before it is written into the file:
 * each event touches pages all over it, and many events the same ones.
 */
const IN_USE = `
  PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -8192;
  PRAGMA wal_autocheckpoint = 16384; PRAGMA journal_size_limit = 67108864; PRAGMA temp_store = MEMORY;`;

/**
 * A file that nobody reads yet: it is thrown away where its building is interrupted, so that nothing needs to reach the disk before
 * it is complete. A journal there must be, in memory: what a batch wrote before it failed is undone.
 */
const UNDER_CONSTRUCTION = `
  PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768;
  PRAGMA temp_store = MEMORY;`;

/** A file that another thread fills. What is read of it is kept as lists. */
const BESIDE_THE_WRITER = `PRAGMA busy_timeout = 5000; PRAGMA cache_size = -2048; PRAGMA temp_store = MEMORY;`;

/**
 * Opens a file to be filled; who does so holds its lock. One that is missing starts empty. One of another form stays as it is and can
 * be read as far as it goes; one of which nothing can be read stays too, and counts as damaged: another one is to be built in its place.
 * How much of it is looked at does not grow with the file: the rest is found damaged when it is read.
 * @throws ReadModelUnavailable
 */
export function openToFill(path: string, bodies: Bodies): ReadModelFile {
  if (!existsSync(path) || statSync(path).size === 0) return startAnew(path, bodies);
  return opened(path, bodies, isSound);
}

/** As `openToFill`, for a file that this process itself has just completed: it need not be looked at. @throws ReadModelUnavailable */
export function takeUp(path: string, bodies: Bodies): ReadModelFile {
  return opened(path, bodies, () => true);
}

/** Makes an empty file to be read from at once, whatever stood there. @throws ReadModelUnavailable */
export function startAnew(path: string, bodies: Bodies): ReadModelFile {
  return made(path, bodies, IN_USE);
}

/** Makes an empty file that is to be filled, and only then to be used. @throws ReadModelUnavailable */
export function startBuilding(path: string, bodies: Bodies): ReadModelFile {
  return made(path, bodies, UNDER_CONSTRUCTION);
}

/** From now on what is committed survives the end of the process. What was written before is not yet on the disk. */
export function endConstruction(file: ReadModelFile): void {
  file.setPragmas(IN_USE);
}

/** Opens a file that another thread fills. @throws ReadModelUnavailable where it is busy for long; ReadModelDamaged */
export function openForReading(path: string, bodies: Bodies): ReadModelFile {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path, { readOnly: true });
    database.exec(BESIDE_THE_WRITER);
    return asItSays(path, database, bodies, true);
  } catch (error) {
    database?.close();
    // That nobody waits for the question any more says nothing of the file.
    if (error instanceof ReadModelDamaged || error instanceof QuestionDropped || error instanceof QuestionTooDear) throw error;
    // Whatever is in its place, or nothing: it is built anew.
    throw isBusy(error) ? unavailable(path, error) : new ReadModelDamaged(path, error);
  }
}

/** Removes a file of read model with what SQLite keeps beside it. */
export function removeFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}

function opened(path: string, bodies: Bodies, isWhole: (file: ReadModelFile, path: string) => boolean): ReadModelFile {
  let database: DatabaseSync | undefined;
  try {
    database = openToWrite(path, IN_USE);
    const file = asItSays(path, database, bodies, false);
    if (file.isOfAnotherForm) return file;
    if (!isWhole(file, path)) throw new ReadModelDamaged(path);
    // Files that were made before a file said its form are of the first one, which this is where the shape is the same.
    if (file.noted('form') === undefined) file.note('form', FORM);
    return file;
  } catch (error) {
    database?.close();
    if (isBusy(error)) throw unavailable(path, error);
    return unreadable(path, bodies, error instanceof ReadModelDamaged ? error : new ReadModelDamaged(path, error));
  }
}

/** @throws UnreadableForm where nothing of it can be read */
function asItSays(path: string, database: DatabaseSync, bodies: Bodies, isFilledElsewhere: boolean): ReadModelFile {
  const { shape, form } = saidIn(database);
  const lackingLists = shape === SHAPE ? undefined : listsLackingIn(form ?? '');
  if (shape !== SHAPE && lackingLists === undefined) throw new UnreadableForm(path);
  const file = new ReadModelFile(path, database, bodies, { isFilledElsewhere, lackingLists });
  file.takeUp();
  return file;
}

/** A file of which nothing can be read: empty, and found damaged already. What stands at its path is left alone. */
function unreadable(path: string, bodies: Bodies, damage: ReadModelDamaged): ReadModelFile {
  return new ReadModelFile(path, new DatabaseSync(':memory:'), bodies, { damage });
}

function saidIn(database: DatabaseSync): { shape?: string; form?: string } {
  const rows = database.prepare(`SELECT key, value FROM meta WHERE key IN ('shape', 'form')`).all() as { key: string; value: string }[];
  return Object.fromEntries(rows.map(({ key, value }) => [key, value]));
}

function made(path: string, bodies: Bodies, pragmas: string): ReadModelFile {
  removeFile(path);
  try {
    const database = openToWrite(path, pragmas);
    database.exec(SCHEMA);
    const file = new ReadModelFile(path, database, bodies);
    const meta = { shape: SHAPE, form: FORM, version: PROJECTION_VERSION, applied: BEFORE_ALL, events: 0 };
    for (const [key, value] of Object.entries(meta)) file.note(key, String(value));
    return file;
  } catch (error) {
    throw unavailable(path, error);
  }
}

/** A file that was cut off says so at its first query; a small one is read whole. */
function isSound(file: ReadModelFile, path: string): boolean {
  for (const table of TABLE_NAMES) file.get(`SELECT 1 FROM ${table} LIMIT 1`);
  return statSync(path).size > MOST_BYTES_CHECKED || file.get<{ quick_check: string }>('PRAGMA quick_check(1)')?.quick_check === 'ok';
}

function openToWrite(path: string, pragmas: string): DatabaseSync {
  const database = new DatabaseSync(path);
  try {
    database.exec(pragmas);
    database.exec('BEGIN IMMEDIATE; COMMIT;');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}
