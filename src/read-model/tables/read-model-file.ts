import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import { BEFORE_ALL, type Position } from '../../vocabulary/position.js';
import { NotInThisForm, ReadModelDamaged } from '../../ports/read-model-errors.js';
import { checkQuestion } from '../reading/question-limit.js';
import type { Bodies } from './bodies.js';
import { COMPARED_TABLES, PROJECTION_VERSION } from './definition.js';
import type { ListKind } from './list-kinds.js';
import { PreparedSql } from './prepared-sql.js';
import { isDamage, resultCodeOf } from './read-model-damage.js';
import { insertInto, type Select, select, whereKey } from './row-sql.js';

/** The file was swapped for another one while a question was worked on: it has to be asked again. */
export class FileSwapped extends Error {}

/** A query names a table or a column that is not there. */
const SQLITE_ERROR = 1;

const NOTE = insertInto('meta', 'REPLACE');
const NOTED = select('meta', ['value'], whereKey('meta'));

/** How far a file has come: the number of the last event applied, and its position. */
export interface Applied {
  readonly events: number;
  readonly position: Position;
}

export interface ReadModelFileOptions {
  /** Another thread fills it: how far it has come is read anew in each reading. */
  readonly isFilledElsewhere?: boolean;
  /** Of a file of another form: what cannot be read of it. */
  readonly lackingLists?: ReadonlySet<ListKind> | undefined;
  /** Nothing of it can be read, from the beginning. */
  readonly damage?: ReadModelDamaged;
}

/** One SQLite file of read model: tables, and the position of the log up to which they stand. `open-read-model-file.ts` opens it. */
export class ReadModelFile {
  private readonly prepared: PreparedSql;
  private readonly isFilledElsewhere: boolean;
  private readonly lackingLists: ReadonlySet<ListKind> | undefined;
  private appliedNow: Applied = { events: 0, position: BEFORE_ALL };
  /** What is written with the position that is applied next. */
  private readonly beside = new Map<string, string>();
  private damage: ReadModelDamaged | undefined;
  private onDamage: ((damage: ReadModelDamaged) => void) | undefined;
  private versionInFile = PROJECTION_VERSION;
  /** Ends what is read as one. */
  private readingEnd: NodeJS.Immediate | undefined;
  /** How far it has come, as what is read as one sees it. */
  private appliedInReading: Applied | undefined;

  constructor(
    readonly path: string,
    private readonly database: DatabaseSync,
    /** What events say. */
    readonly bodies: Bodies,
    { isFilledElsewhere = false, lackingLists, damage }: ReadModelFileOptions = {},
  ) {
    this.prepared = new PreparedSql(database);
    this.isFilledElsewhere = isFilledElsewhere;
    this.lackingLists = lackingLists;
    this.damage = damage;
  }

  /** Reads how far it has come, and by which projections. @throws ReadModelDamaged */
  takeUp(): void {
    this.versionInFile = Number(this.meta('version'));
    if (!this.isFilledElsewhere) this.appliedNow = { events: Number(this.meta('events')), position: BigInt(this.meta('applied')) };
  }

  /** How far it has come. */
  get state(): Applied {
    if (!this.isFilledElsewhere) return this.appliedNow;
    return (this.appliedInReading ??= this.readState());
  }

  /** What is read next sees all that is committed by now. */
  endReading(): void {
    if (this.readingEnd === undefined) return;
    clearImmediate(this.readingEnd);
    this.readingEnd = undefined;
    this.appliedInReading = undefined;
    // A fault of the disk has ended it already.
    if (this.database.isOpen && this.database.isTransaction) this.database.exec('COMMIT');
  }

  /** The position of the last event that it shows. */
  get applied(): Position {
    return this.state.position;
  }

  /** The version of the projections that filled it. */
  get version(): number {
    return this.versionInFile;
  }

  /** Whether it is of another form than this program's: it can be read as far as it goes, and takes nothing. */
  get isOfAnotherForm(): boolean {
    return this.lackingLists !== undefined;
  }

  /** @throws NotInThisForm where lists of a kind cannot be read in this file */
  requireLists(kind: ListKind): void {
    if (this.lackingLists?.has(kind) === true) throw new NotInThisForm(`${this.path} has no lists of the kind ${String(kind)}`);
  }

  /** Whether a query found a part that cannot be read. */
  get isDamaged(): boolean {
    return this.damage !== undefined;
  }

  /** Calls back once, when a query finds damage, or at once where it is found already. */
  whenDamaged(listener: (damage: ReadModelDamaged) => void): void {
    this.onDamage = listener;
    if (this.damage !== undefined) listener(this.damage);
  }

  /** Another connection to it met damage. */
  foundDamaged(): void {
    this.markDamaged(undefined);
  }

  /** How many rows this process has written into it, those that it wrote over included. */
  get rowsWritten(): number {
    return this.get<{ rows: number }>('SELECT total_changes() AS rows')?.rows ?? 0;
  }

  /** From now on it is kept by other means: see `open-read-model-file.ts`. */
  setPragmas(pragmas: string): void {
    this.database.exec(pragmas);
  }

  /** Writes rows and how far it has come together, or nothing. */
  transaction(applied: Applied, write: () => void): void {
    this.guarded(() => {
      this.database.exec('BEGIN IMMEDIATE');
      try {
        write();
        // A projection that met damage was parked as if its event were at fault.
        if (this.damage !== undefined) throw this.damage;
        this.note('applied', String(applied.position));
        this.note('events', String(applied.events));
        for (const [key, value] of this.beside) this.note(key, value);
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

  /** Writes an entry at once. */
  note(key: string, value: string): void {
    this.run(NOTE, key, value);
  }

  /** What was written, or is to be. */
  noted(key: string): string | undefined {
    return this.beside.get(key) ?? (this.meta(key) || undefined);
  }

  /** @returns how many rows it changed */
  run(sql: string, ...values: SQLInputValue[]): number {
    return this.guarded(() => Number(this.prepared.objects(sql).run(...values).changes));
  }

  get<Row>(sql: string | Select<Row>, ...values: SQLInputValue[]): Row | undefined {
    return this.guarded(() => this.prepared.objects(sql).get(...values) as Row | undefined);
  }

  all<Row>(sql: string | Select<Row>, ...values: SQLInputValue[]): Row[] {
    return this.guarded(() => this.prepared.objects(sql).all(...values) as Row[]);
  }

  /** As `all`, each row as the list of its values: faster where many are only looked through. */
  arrays(sql: string, ...values: SQLInputValue[]): SQLOutputValue[][] {
    return this.guarded(() => this.prepared.arrays(sql).all(...values) as unknown as SQLOutputValue[][]);
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
    this.endReading();
    this.prepared.clear();
    this.database.close();
  }

  private readState(): Applied {
    const events = Number(this.meta('events'));
    if (events !== this.appliedNow.events) this.appliedNow = { events, position: BigInt(this.meta('applied')) };
    return this.appliedNow;
  }

  private meta(key: string): string {
    return this.get(NOTED, key)?.value ?? '';
  }

  /** Whatever a query meets: damage of the file is told as such, and from then on the file counts as damaged. */
  private guarded<T>(work: () => T): T {
    checkQuestion();
    if (!this.database.isOpen) throw new FileSwapped(`${this.path} is closed`);
    try {
      if (this.isFilledElsewhere && this.readingEnd === undefined) this.beginReading();
      return work();
    } catch (error) {
      if (isDamage(error)) throw this.markDamaged(error);
      if (this.isOfAnotherForm && resultCodeOf(error) === SQLITE_ERROR) throw new NotInThisForm((error as Error).message);
      throw error;
    }
  }

  /**
   * Whatever is read in one turn of the event loop is read as one, so that what is committed meanwhile does not come in between, and no
   * query needs a lock of its own. It holds back the journal no longer than that.
   */
  private beginReading(): void {
    this.database.exec('BEGIN');
    this.readingEnd = setImmediate(() => {
      this.endReading();
    });
  }

  private markDamaged(cause: unknown): ReadModelDamaged {
    if (this.damage !== undefined) return this.damage;
    this.damage = new ReadModelDamaged(this.path, cause);
    this.onDamage?.(this.damage);
    return this.damage;
  }
}

/** Bytes as text. */
function inShort(_column: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value;
}
