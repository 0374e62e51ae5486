import { rmSync, statSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { BEFORE_ALL, type Position } from '../vocabulary/position.js';
import { isDamage, ReadModelDamaged, resultCodeOf } from './read-model-damage.js';
import { checkQuestion } from './question-limit.js';
import { PROJECTION_VERSION, SCHEMA, TABLES, TABLES_SHAPE } from './schema.js';

/** The file cannot be used: in use by another process, or not writable. */
export class ReadModelUnavailable extends Error {}

export type NamedValues = Readonly<Record<string, SQLInputValue>>;

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
 * it is complete. A journal there must be, in memory: what an event wrote before it failed is undone.
 */
const UNDER_CONSTRUCTION = `
  PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF; PRAGMA cache_size = -32768;
  PRAGMA temp_store = MEMORY;`;

/** A file that another thread fills. */
const BESIDE_THE_WRITER = `PRAGMA busy_timeout = 5000; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;`;

/** One SQLite file of read model: rows, and the position of the log up to which they stand. */
export class ReadModelFile {
  private readonly statements = new Map<string, StatementSync>();
  private readonly arrayStatements = new Map<string, StatementSync>();
  private appliedNow: Position = BEFORE_ALL;
  private versionInFile = PROJECTION_VERSION;
  private damage: ReadModelDamaged | undefined;
  private onDamage: ((damage: ReadModelDamaged) => void) | undefined;

  private constructor(
    readonly path: string,
    private readonly database: DatabaseSync,
    /** Whether another thread fills it. */
    private readonly isFilledElsewhere = false,
  ) {}

  /**
   * Opens a file to be filled; who does so holds its lock. One that is missing, of tables of another shape, or found damaged starts empty and is
   * filled from the log. How much of it is looked at does not grow with the file: the rest is found damaged when it is read.
   * @throws ReadModelUnavailable
   */
  static open(path: string): ReadModelFile {
    return ReadModelFile.tryOpen(path, (file) => file.isSound()) ?? ReadModelFile.startAnew(path);
  }

  /** As `open`, for a file that this process itself has just completed: it need not be looked at. @throws ReadModelUnavailable */
  static takeUp(path: string): ReadModelFile {
    return ReadModelFile.tryOpen(path, () => true) ?? ReadModelFile.startAnew(path);
  }

  /** Makes an empty file to be read from at once, whatever stood there. @throws ReadModelUnavailable */
  static startAnew(path: string): ReadModelFile {
    return ReadModelFile.make(path, IN_USE);
  }

  /** Makes an empty file that is to be filled, and only then to be used. @throws ReadModelUnavailable */
  static startBuilding(path: string): ReadModelFile {
    return ReadModelFile.make(path, UNDER_CONSTRUCTION);
  }

  /** Opens a file that another thread fills. @throws ReadModelUnavailable where it is busy for long; ReadModelDamaged */
  static openForReading(path: string): ReadModelFile {
    try {
      const database = new DatabaseSync(path, { readOnly: true });
      database.exec(BESIDE_THE_WRITER);
      const file = new ReadModelFile(path, database, true);
      file.versionInFile = Number(file.meta('version'));
      return file;
    } catch (error) {
      if (error instanceof ReadModelDamaged) throw error;
      // Whatever is in its place, or nothing: it is built anew.
      throw isBusy(error) ? unavailable(path, error) : new ReadModelDamaged(path, error);
    }
  }

  private static make(path: string, pragmas: string): ReadModelFile {
    removeFile(path);
    try {
      const database = openToWrite(path, pragmas);
      database.exec(SCHEMA);
      const file = new ReadModelFile(path, database);
      const meta = { shape: TABLES_SHAPE, version: PROJECTION_VERSION, applied: BEFORE_ALL };
      for (const [key, value] of Object.entries(meta)) file.run('INSERT INTO meta (key, value) VALUES (?, ?)', key, String(value));
      return file;
    } catch (error) {
      throw unavailable(path, error);
    }
  }

  /** The position of the last event whose rows are in the file. */
  get applied(): Position {
    return this.isFilledElsewhere ? BigInt(this.meta('applied')) : this.appliedNow;
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

  /** Writes rows and the applied position together, or nothing. */
  transaction(applied: Position, write: () => void): void {
    this.guarded(() => {
      this.database.exec('BEGIN IMMEDIATE');
      try {
        write();
        // A projection that met damage was parked as if its event were at fault.
        if (this.damage !== undefined) throw this.damage;
        this.run(`UPDATE meta SET value = ? WHERE key = 'applied'`, String(applied));
        this.database.exec('COMMIT');
        this.appliedNow = applied;
      } catch (error) {
        if (this.database.isTransaction) this.database.exec('ROLLBACK');
        throw error;
      }
    });
  }

  /** Within a transaction: undoes what `write` did where it throws, and throws on. */
  savepoint(write: () => void): void {
    this.database.exec('SAVEPOINT one');
    try {
      write();
    } catch (error) {
      this.database.exec('ROLLBACK TO one');
      throw error;
    } finally {
      this.database.exec('RELEASE one');
    }
  }

  run(sql: string, ...values: SQLInputValue[]): void {
    this.guarded(() => this.statement(sql).run(...values));
  }

  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.guarded(() => this.statement(sql).all(...values) as Row[]);
  }

  /** As `all`, with named parameters. */
  allBy<Row>(sql: string, values: NamedValues): Row[] {
    return this.guarded(() => this.statement(sql).all(values) as Row[]);
  }

  /** As `all`, each row as the list of its values: faster where many are only looked through. */
  arrays(sql: string, ...values: SQLInputValue[]): SQLOutputValue[][] {
    return this.guarded(() => this.arrayStatement(sql).all(...values) as unknown as SQLOutputValue[][]);
  }

  /** As `get`, with named parameters. */
  getBy<Row>(sql: string, values: NamedValues): Row | undefined {
    return this.guarded(() => this.statement(sql).get(values) as Row | undefined);
  }

  /** As `allBy`, one row at a time. The file must not change meanwhile. */
  *eachBy<Row>(sql: string, values: NamedValues): Iterable<Row> {
    const rows = this.guarded(() => this.statement(sql).iterate(values));
    for (;;) {
      const next = this.guarded(() => rows.next());
      if (next.done === true) return;
      yield next.value as Row;
    }
  }

  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.guarded(() => this.statement(sql).get(...values) as Row | undefined);
  }

  /** Every row of every table in the order of its key: two files of the same log give the same text. */
  *contents(): Iterable<string> {
    for (const table of TABLES) {
      for (const row of this.statement(`SELECT * FROM ${table}`).iterate()) yield `${table} ${JSON.stringify(row)}`;
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

  private static tryOpen(path: string, isSound: (file: ReadModelFile) => boolean): ReadModelFile | undefined {
    let file: ReadModelFile | undefined;
    try {
      file = new ReadModelFile(path, openToWrite(path, IN_USE));
      if (file.meta('shape') === String(TABLES_SHAPE) && isSound(file)) {
        file.appliedNow = BigInt(file.meta('applied'));
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
    for (const table of TABLES) this.get(`SELECT 1 FROM ${table} LIMIT 1`);
    return this.size > MOST_BYTES_CHECKED || this.get<{ quick_check: string }>('PRAGMA quick_check(1)')?.quick_check === 'ok';
  }

  private meta(key: string): string {
    return this.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value ?? '';
  }

  /** Whatever a statement meets: damage of the file is told as such, and from then on the file counts as damaged. */
  private guarded<T>(work: () => T): T {
    checkQuestion();
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
    // The axes are given whole, though some statements ask for fewer of them.
    prepared.setAllowUnknownNamedParameters(true);
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
