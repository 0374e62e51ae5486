import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** What one connection is asked with, each text prepared once. */
export class PreparedSql {
  private readonly ofObjects = new Map<string, StatementSync>();
  private readonly ofArrays = new Map<string, StatementSync>();

  constructor(private readonly database: DatabaseSync) {}

  /** Gives rows as objects. */
  objects(sql: string): StatementSync {
    return this.ofObjects.get(sql) ?? this.prepare(this.ofObjects, sql);
  }

  /** Gives rows as lists of values. */
  arrays(sql: string): StatementSync {
    const known = this.ofArrays.get(sql);
    if (known !== undefined) return known;
    const prepared = this.prepare(this.ofArrays, sql);
    prepared.setReturnArrays(true);
    return prepared;
  }

  clear(): void {
    this.ofObjects.clear();
    this.ofArrays.clear();
  }

  private prepare(known: Map<string, StatementSync>, sql: string): StatementSync {
    const prepared = this.database.prepare(sql);
    known.set(sql, prepared);
    return prepared;
  }
}
