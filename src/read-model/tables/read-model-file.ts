import { rmSync, statSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { BEFORE_ALL, type Position } from '../../vocabulary/position.js';
import { checkQuestion, QuestionDropped, QuestionTooDear } from '../reading/question-limit.js';
import type { Bodies } from './bodies.js';
import { COMPARED_TABLES, PROJECTION_VERSION, SCHEMA, SHAPE, TABLE_NAMES } from './definition.js';
import { isDamage, ReadModelDamaged, resultCodeOf } from './read-model-damage.js';

/** The file was swapped for another one while a question was worked on: it has to be asked again. */
export class FileSwapped extends Error {}

/** The file cannot be used: in use by another process, or not writable. */
export class ReadModelUnavailable extends Error {}

const SQLITE_BUSY = 5;

/** So much of a file is read at the start to see whether it is whole; a larger one would hold up the start. */
const MOST_BYTES_CHECKED = 64 * 1024 * 1024;

/**
 * A file in use. Losing the last commits in a crash of the machine is no harm: they are applied again from the log. What the cache
 * may take is a part of the memory of the process. The journal grows to 64 MB (of pages of 4 KB) before it is written into the file:
 * each event touches pages all over it, and many events the same ones.
 */
const IN_USE = `
  PRAGMA busy_timeout = 5000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -16384;
  PRAGMA wal_autocheckpoint = 16384; PRAGMA journal_size_limit = 67108864; PRAGMA temp_store = MEMORY;`;

/**
 * A file that nobody reads yet: it is thrown away where its building is interrupted, so that nothing needs to reach the disk before
 * it is complete. A journal there must be, in memory: what a batch wrote before it failed is undone.
 */
const UNDER_CONSTRUCTION = `
  PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768;
  PRAGMA temp_store = MEMORY;`;

/** A file that another thread fills. */
const BESIDE_THE_WRITER = `PRAGMA busy_timeout = 5000; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;`;

/** How far a file has come: the number of the last event applied, and its position. */
export interface Applied {
  readonly events: number;
  readonly position: Position;
}

/** One SQLite file of read model: tables, and the position of the log up to which they stand. */
export class ReadModelFile {
  private readonly statements = new Map<string, StatementSync>();
  private readonly arrayStatements = new Map<string, StatementSync>();
  private appliedNow: Applied = { events: 0, position: BEFORE_ALL };
  private versionInFile = PROJECTION_VERSION;
  /** What is written with the position that is applied next. */
  private readonly beside = new Map<string, string>();
  private damage: ReadModelDamaged | undefined;
  private onDamage: ((damage: ReadModelDamaged) => void) | undefined;

  private constructor(
    readonly path: string,
    private readonly database: DatabaseSync,
    /** What events say. */
    readonly bodies: Bodies,
    /** Whether another thread fills it. */
    private readonly isFilledElsewhere = false,
  ) {}

  /**
   * Opens a file to be filled; who does so holds its lock. One that is missing, of tables of another shape, or found damaged starts
   * empty and is filled from the log. How much of it is looked at does not grow with the file: the rest is found damaged when it is read.
   * @throws ReadModelUnavailable
   */
  static open(path: string, bodies: Bodies): ReadModelFile {
    return ReadModelFile.tryOpen(path, bodies, (file) => file.isSound()) ?? ReadModelFile.startAnew(path, bodies);
  }

  /** As `open`, for a file that this process itself has just completed: it need not be looked at. @throws ReadModelUnavailable */
  static takeUp(path: string, bodies: Bodies): ReadModelFile {
    return ReadModelFile.tryOpen(path, bodies, () => true) ?? ReadModelFile.startAnew(path, bodies);
  }

  /** Makes an empty file to be read from at once, whatever stood there. @throws ReadModelUnavailable */
  static startAnew(path: string, bodies: Bodies): ReadModelFile {
    return ReadModelFile.make(path, bodies, IN_USE);
  }

  /** Makes an empty file that is to be filled, and only then to be used. @throws ReadModelUnavailable */
  static startBuilding(path: string, bodies: Bodies): ReadModelFile {
    return ReadModelFile.make(path, bodies, UNDER_CONSTRUCTION);
  }

  /** Opens a file that another thread fills. @throws ReadModelUnavailable where it is busy for long; ReadModelDamaged */
  static openForReading(path: string, bodies: Bodies): ReadModelFile {
    let database: DatabaseSync | undefined;
    try {
      database = new DatabaseSync(path, { readOnly: true });
      database.exec(BESIDE_THE_WRITER);
      const file = new ReadModelFile(path, database, bodies, true);
      file.versionInFile = Number(file.meta('version'));
      return file;
    } catch (error) {
      database?.close();
      // That nobody waits for the question any more says nothing of the file.
      if (error instanceof ReadModelDamaged || error instanceof QuestionDropped || error instanceof QuestionTooDear) throw error;
      // Whatever is in its place, or nothing: it is built anew.
      throw isBusy(error) ? unavailable(path, error) : new ReadModelDamaged(path, error);
    }
  }

  private static make(path: string, bodies: Bodies, pragmas: string): ReadModelFile {
    removeFile(path);
    try {
      const database = openToWrite(path, pragmas);
      database.exec(SCHEMA);
      const file = new ReadModelFile(path, database, bodies);
      const meta = { shape: SHAPE, version: PROJECTION_VERSION, applied: BEFORE_ALL, events: 0 };
      for (const [key, value] of Object.entries(meta)) file.run('INSERT INTO meta (key, value) VALUES (?, ?)', key, String(value));
      return file;
    } catch (error) {
      throw unavailable(path, error);
    }
  }

  /** How far it has come. */
  get state(): Applied {
    if (!this.isFilledElsewhere) return this.appliedNow;
    const events = Number(this.meta('events'));
    // Two looks: what the second one sees is never less than what the first one saw.
    if (events !== this.appliedNow.events) this.appliedNow = { events, position: BigInt(this.meta('applied')) };
    return this.appliedNow;
  }

  /** The position of the last event that it shows. */
  get applied(): Position {
    return this.state.position;
  }

  /** The version of the projections that filled it. */
  get version(): number {
    return this.versionInFile;
  }

  /** Whether a statement found a part that cannot be read. */
  get isDamaged(): boolean {
    return this.damage !== undefined;
  }

  /** Calls back once, when a statement finds damage. */
  whenDamaged(listener: (damage: ReadModelDamaged) => void): void {
    this.onDamage = listener;
  }

  /** Another connection to it met damage. */
  foundDamaged(): void {
    this.markDamaged(undefined);
  }

  /** About the size of the file, in bytes. */
  get size(): number {
    return statSync(this.path).size;
  }

  /** How many rows this process has written into it, those that it wrote over included. */
  get rowsWritten(): number {
    return this.get<{ rows: number }>('SELECT total_changes() AS rows')?.rows ?? 0;
  }

  /** From now on what is committed survives the end of the process. What was written before is not yet on the disk. */
  endConstruction(): void {
    this.database.exec(IN_USE);
  }

  /** Writes rows and how far it has come together, or nothing. */
  transaction(applied: Applied, write: () => void): void {
    this.guarded(() => {
      this.database.exec('BEGIN IMMEDIATE');
      try {
        write();
        // A projection that met damage was parked as if its event were at fault.
        if (this.damage !== undefined) throw this.damage;
        this.run(`UPDATE meta SET value = ? WHERE key = 'applied'`, String(applied.position));
        this.run(`UPDATE meta SET value = ? WHERE key = 'events'`, String(applied.events));
        for (const [key, value] of this.beside) this.run('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)', key, value);
        this.database.exec('COMMIT');
        this.appliedNow = applied;
        this.beside.clear();
      } catch (error) {
        if (this.database.isTransaction) this.database.exec('ROLLBACK');
        throw error;
      }
    });
  }

  /** Writes an entry with the position that is applied next, or not at all. */
  noteBeside(key: string, value: string): void {
    this.beside.set(key, value);
  }

  /** What was written, or is to be. */
  noted(key: string): string | undefined {
    return this.beside.get(key) ?? (this.meta(key) || undefined);
  }

  /** @returns how many rows it changed */
  run(sql: string, ...values: SQLInputValue[]): number {
    return this.guarded(() => Number(this.statement(sql).run(...values).changes));
  }

  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.guarded(() => this.statement(sql).get(...values) as Row | undefined);
  }

  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.guarded(() => this.statement(sql).all(...values) as Row[]);
  }

  /** As `all`, each row as the list of its values: faster where many are only looked through. */
  arrays(sql: string, ...values: SQLInputValue[]): SQLOutputValue[][] {
    return this.guarded(() => this.arrayStatement(sql).all(...values) as unknown as SQLOutputValue[][]);
  }

  /** Every row of every table in the order of its key: two files of the same log give the same text. */
  *contents(): Iterable<string> {
    for (const table of COMPARED_TABLES) {
      for (const row of this.all<object>(`SELECT * FROM ${table}`)) yield `${table} ${JSON.stringify(row, inShort)}`;
    }
  }

  get isOpen(): boolean {
    return this.database.isOpen;
  }

  close(): void {
    this.statements.clear();
    this.arrayStatements.clear();
    this.database.close();
  }

  private static tryOpen(path: string, bodies: Bodies, isSound: (file: ReadModelFile) => boolean): ReadModelFile | undefined {
    let file: ReadModelFile | undefined;
    try {
      file = new ReadModelFile(path, openToWrite(path, IN_USE), bodies);
      if (file.meta('shape') === SHAPE && isSound(file)) {
        file.appliedNow = { events: Number(file.meta('events')), position: BigInt(file.meta('applied')) };
        file.versionInFile = Number(file.meta('version'));
        return file;
      }
    } catch (error) {
      if (isBusy(error)) throw unavailable(path, error);
    }
    file?.close();
    return undefined;
  }

  /** A file that was cut off says so at its first statement; a small one is read whole. */
  private isSound(): boolean {
    for (const table of TABLE_NAMES) this.get(`SELECT 1 FROM ${table} LIMIT 1`);
    return this.size > MOST_BYTES_CHECKED || this.get<{ quick_check: string }>('PRAGMA quick_check(1)')?.quick_check === 'ok';
  }

  private meta(key: string): string {
    return this.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value ?? '';
  }

  /** Whatever a statement meets: damage of the file is told as such, and from then on the file counts as damaged. */
  private guarded<T>(work: () => T): T {
    checkQuestion();
    if (!this.database.isOpen) throw new FileSwapped(`${this.path} is closed`);
    try {
      return work();
    } catch (error) {
      if (isDamage(error)) throw this.markDamaged(error);
      throw error;
    }
  }

  private markDamaged(cause: unknown): ReadModelDamaged {
    if (this.damage !== undefined) return this.damage;
    this.damage = new ReadModelDamaged(this.path, cause);
    this.onDamage?.(this.damage);
    return this.damage;
  }

  private statement(sql: string): StatementSync {
    const known = this.statements.get(sql);
    if (known) return known;
    const prepared = this.database.prepare(sql);
    this.statements.set(sql, prepared);
    return prepared;
  }

  private arrayStatement(sql: string): StatementSync {
    const known = this.arrayStatements.get(sql);
    if (known) return known;
    const prepared = this.database.prepare(sql);
    prepared.setReturnArrays(true);
    this.arrayStatements.set(sql, prepared);
    return prepared;
  }
}

/** Bytes as text. */
function inShort(_column: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}

/** Removes a file of read model with what SQLite keeps beside it. */
export function removeFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
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

/** A file under recovery by its owner is in use too. */
function isBusy(error: unknown): boolean {
  return resultCodeOf(error) === SQLITE_BUSY;
}

function unavailable(path: string, error: unknown): ReadModelUnavailable {
  const why = isBusy(error) ? 'is in use by another process' : `cannot be opened: ${(error as Error).message}`;
  return new ReadModelUnavailable(`${path} ${why}`, { cause: error });
}
