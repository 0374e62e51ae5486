import { rmSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { BEFORE_ALL, type Position } from '../vocabulary/position.js';
import { READ_MODEL_VERSION, SCHEMA, TABLES } from './schema.js';

/** The file cannot be used: in use by another process, or not writable. */
export class ReadModelUnavailable extends Error {}

export type NamedValues = Readonly<Record<string, SQLInputValue>>;

const SQLITE_BUSY = 5;

/** One SQLite file of read model: rows, and the position of the log up to which they stand. */
export class ReadModelFile {
  private readonly statements = new Map<string, StatementSync>();

  private constructor(
    readonly path: string,
    private readonly database: DatabaseSync,
  ) {}

  /**
   * Opens a file for this process alone. A missing, damaged or older file starts empty and is filled from the log.
   * @throws ReadModelUnavailable
   */
  static open(path: string): ReadModelFile {
    return ReadModelFile.tryOpen(path) ?? ReadModelFile.startAnew(path);
  }

  /** Makes an empty file, whatever stood there. @throws ReadModelUnavailable */
  static startAnew(path: string): ReadModelFile {
    removeFile(path);
    try {
      const database = openExclusively(path);
      database.exec(SCHEMA);
      const file = new ReadModelFile(path, database);
      file.run(`INSERT INTO meta (key, value) VALUES ('version', ?)`, String(READ_MODEL_VERSION));
      file.run(`INSERT INTO meta (key, value) VALUES ('applied', ?)`, String(BEFORE_ALL));
      return file;
    } catch (error) {
      throw unavailable(path, error);
    }
  }

  /** The position of the last event whose rows are in the file. */
  get applied(): Position {
    return BigInt(this.meta('applied'));
  }

  /** Writes rows and the applied position together, or nothing. */
  transaction(applied: Position, write: () => void): void {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      write();
      this.run(`UPDATE meta SET value = ? WHERE key = 'applied'`, String(applied));
      this.database.exec('COMMIT');
    } catch (error) {
      if (this.database.isTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
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
    this.statement(sql).run(...values);
  }

  all<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.statement(sql).all(...values) as Row[];
  }

  /** As `all`, with named parameters. */
  allBy<Row>(sql: string, values: NamedValues): Row[] {
    return this.statement(sql).all(values) as Row[];
  }

  /** As `get`, with named parameters. */
  getBy<Row>(sql: string, values: NamedValues): Row | undefined {
    return this.statement(sql).get(values) as Row | undefined;
  }

  /** As `allBy`, one row at a time. The file must not change meanwhile. */
  eachBy<Row>(sql: string, values: NamedValues): Iterable<Row> {
    return this.statement(sql).iterate(values) as unknown as Iterable<Row>;
  }

  get<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.statement(sql).get(...values) as Row | undefined;
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
    this.database.close();
  }

  private static tryOpen(path: string): ReadModelFile | undefined {
    let file: ReadModelFile | undefined;
    try {
      file = new ReadModelFile(path, openExclusively(path));
      if (file.meta('version') === String(READ_MODEL_VERSION) && file.isSound()) return file;
    } catch (error) {
      if (isBusy(error)) throw unavailable(path, error);
    }
    file?.close();
    return undefined;
  }

  private isSound(): boolean {
    return this.get<{ quick_check: string }>('PRAGMA quick_check(1)')?.quick_check === 'ok';
  }

  private meta(key: string): string {
    return this.get<{ value: string }>('SELECT value FROM meta WHERE key = ?', key)?.value ?? '';
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
}

/** Removes a file of read model with what SQLite keeps beside it. */
export function removeFile(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}

function openExclusively(path: string): DatabaseSync {
  const database = new DatabaseSync(path);
  try {
    // Losing the last commits in a crash of the machine is no harm: they are applied again from the log.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    database.exec('BEGIN IMMEDIATE; COMMIT;');
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** The low byte is the code, what is above it tells more: a file under recovery by its owner is in use too. */
function isBusy(error: unknown): boolean {
  const { errcode } = error as { errcode?: unknown };
  return typeof errcode === 'number' && (errcode & 0xff) === SQLITE_BUSY;
}

function unavailable(path: string, error: unknown): ReadModelUnavailable {
  const why = isBusy(error) ? 'is in use by another process' : `cannot be opened: ${(error as Error).message}`;
  return new ReadModelUnavailable(`${path} ${why}`, { cause: error });
}
