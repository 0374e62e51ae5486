import type { ReadModel } from '../../src/read-model/read-model.js';

/** What was looked up: by queries in the file of the read model, and texts of events in the log. */
export interface LookUps {
  readonly queries: number;
  readonly texts: number;
}

/** Counts from now on what questions look up of a read model, which has to stay the same file. */
export function countLookUps({ rows }: ReadModel): () => LookUps {
  let [queries, texts] = [0, 0];
  const { bodies } = rows;
  const [get, all, arrays, at] = [rows.get.bind(rows), rows.all.bind(rows), rows.arrays.bind(rows), bodies.at.bind(bodies)];
  rows.get = (sql, ...values) => ((queries += 1), get(sql, ...values));
  rows.all = (sql, ...values) => ((queries += 1), all(sql, ...values));
  rows.arrays = (sql, ...values) => ((queries += 1), arrays(sql, ...values));
  bodies.at = (position) => ((texts += 1), at(position));
  return () => ({ queries, texts });
}
