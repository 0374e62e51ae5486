import type { DatabaseSync, StatementSync } from 'node:sqlite';

/** The statements of one connection, each prepared once. */
export class PreparedStatements {
  private readonly ofObjects = new Map<string, StatementSync>();
  private readonly ofArrays = new Map<string, StatementSync>();

  constructor(private readonly database: DatabaseSync) {}

  /** Gives rows as objects. */
  objects(sql: string): StatementSync {
    return this.ofObjects.get(sql) ?? this.prepared(this.ofObjects, sql);
  }

  /** Gives rows as lists of values. */
  arrays(sql: string): StatementSync {
    const known = this.ofArrays.get(sql);
    if (known !== undefined) return known;
    const statement = this.prepared(this.ofArrays, sql);
    statement.setReturnArrays(true);
    return statement;
  }

  clear(): void {
    this.ofObjects.clear();
    this.ofArrays.clear();
  }

  private prepared(statements: Map<string, StatementSync>, sql: string): StatementSync {
    const statement = this.database.prepare(sql);
    statements.set(sql, statement);
    return statement;
  }
}
