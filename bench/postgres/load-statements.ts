import { appendFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadModelFile } from '../../src/read-model/tables/read-model-file.js';
import type { Cluster } from './cluster.js';
import { statementLines } from './statement-lines.js';

/** Numbers of days and events are those of the read model. */
const TABLES = `
  CREATE TABLE statement (
    pair int NOT NULL, rank smallint NOT NULL, weight smallint NOT NULL, o_lo int NOT NULL, o_hi int NOT NULL, p_lo int NOT NULL, p_hi int NOT NULL,
    report bigint NOT NULL, r_from bigint NOT NULL, r_to bigint NOT NULL, k_from int NOT NULL, k_to int NOT NULL, until int NOT NULL, names bigint,
    modality text NOT NULL, conditions text NOT NULL, since text NOT NULL, report_id text NOT NULL);
  CREATE TABLE pair (pair int PRIMARY KEY, issue text NOT NULL, proposition text NOT NULL, party text NOT NULL);`;

/** In the order of strength within each rank and weight, with all that decides beside it, so that a scan of an index alone answers. */
const INDEXES = `
  CREATE INDEX ON statement (pair, rank, weight, o_lo, o_hi, p_hi, report)
    INCLUDE (p_lo, r_from, r_to, k_from, k_to, until, names, modality, report_id, since);
  CREATE INDEX ON statement (pair, rank, o_lo, o_hi, p_hi, report) INCLUDE (p_lo, r_from, r_to, k_from, k_to, until, modality, report_id);
  CREATE INDEX ON statement (names, pair) WHERE names IS NOT NULL;
  CREATE INDEX ON statement (report, pair);
  CREATE INDEX ON statement (pair, rank, o_lo, o_hi, p_hi, report) INCLUDE (p_lo, r_from, r_to, k_from, k_to, until, modality, report_id)
    WHERE until < 4000000;
  CREATE TABLE strand AS SELECT DISTINCT pair, rank, weight FROM statement;
  ALTER TABLE strand ADD PRIMARY KEY (pair, rank, weight);
  CREATE INDEX ON pair (issue, pair);`;

export interface Loaded {
  readonly statements: number;
  /** Of the table and its indexes. */
  readonly bytes: number;
}

/** Puts every statement of a read model into PostgreSQL, with the best indexes that were found for the stance rules. */
export async function loadStatements({ client, folder }: Cluster, file: ReadModelFile): Promise<Loaded> {
  const [pairs, statements] = [join(folder, 'pair.csv'), join(folder, 'statement.csv')];
  for (const path of [pairs, statements]) writeFileSync(path, '', { mode: 0o644 });
  let count = 0;
  for (const lines of statementLines(file)) {
    appendFileSync(pairs, lines.pair);
    appendFileSync(statements, lines.statements.join(''));
    count += lines.statements.length;
  }
  await client.query(TABLES);
  await client.query(`COPY pair FROM '${pairs}' (FORMAT csv)`);
  await client.query(`COPY statement FROM '${statements}' (FORMAT csv, FORCE_NULL (names))`);
  await client.query(INDEXES);
  for (const table of ['statement', 'pair', 'strand']) await client.query(`VACUUM ANALYZE ${table}`);
  const { rows } = await client.query<{ bytes: string }>(`SELECT pg_total_relation_size('statement') AS bytes`);
  return { statements: count, bytes: Number(rows[0]?.bytes) };
}
