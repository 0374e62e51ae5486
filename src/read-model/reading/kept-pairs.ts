import { LRUCache } from 'lru-cache';
import type { Row } from '../tables/definition.js';
import { LIST_KINDS, STATEMENT } from '../tables/list-kinds.js';
import { Lists, numbersIn } from '../tables/lists.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { idLengthOfHead } from '../tables/statement-head.js';
import { recent } from '../tables/recent.js';
import { select } from '../tables/row-sql.js';
import { PairStatements } from './pair-statements.js';

const MOST_BYTES = 42 * 1024 * 1024;

interface Kept {
  readonly statements: PairStatements;
  /** Up to this event it is known to be whole. */
  readonly upTo: number;
}

const KEPT_FIRSTS = 2_000;

/** What goes with a thing, by the number of its name, and the list that the two have. */
export type Paired = Pick<Row<'pair'>, 'second' | 'list'>;

const OF_FIRST = select('pair', ['second', 'list'], 'WHERE first = ?');

/** The statements of pairs, unpacked: those asked for lately are kept, and take in what their lists grew by. */
export class KeptPairs {
  private readonly lists: Lists;
  private readonly kept = new LRUCache<number, Kept>({ maxSize: MOST_BYTES, sizeCalculation: ({ statements }) => statements.bytes });
  private readonly firsts = recent<number, { readonly pairs: readonly Paired[]; readonly upTo: number }>(KEPT_FIRSTS);

  constructor(private readonly file: ReadModelFile) {
    this.lists = new Lists(file);
  }

  /** The pairs that a thing ever had. @param r the event up to which they have to be all */
  of(first: number, r: number): readonly Paired[] {
    const known = this.firsts.get(first);
    if (known !== undefined && known.upTo >= r) return known.pairs;
    const upTo = this.file.state.events;
    const pairs = this.file.all(OF_FIRST, first);
    this.firsts.set(first, { pairs, upTo });
    return pairs;
  }

  /** @param r the event up to which it has to be whole */
  pair(list: number, r: number): PairStatements {
    const known = this.kept.get(list);
    if (known !== undefined && known.upTo >= r) return known.statements;
    const upTo = this.file.state.events;
    const statements = this.read(list, known?.statements);
    this.kept.set(list, { statements, upTo });
    return statements;
  }

  private read(list: number, known: PairStatements | undefined): PairStatements {
    const rows = numbersIn(this.lists.bytes(LIST_KINDS.statements, list, known?.length));
    if (known !== undefined && rows.length === 0) return known;
    // The ids may have grown since the rows were read.
    const ids = this.lists.bytes(LIST_KINDS.statementIds, list, known?.idsLength).subarray(0, idBytesOf(rows));
    const statements = known === undefined ? PairStatements.of(rows, ids) : known.grown(rows, ids);
    // What is as large as all that is kept of it would else stay until garbage is collected.
    for (const { buffer } of [rows, ids]) (buffer as ArrayBuffer).transfer(0);
    return statements;
  }
}

function idBytesOf(rows: Int32Array): number {
  let bytes = 0;
  for (let at = 0; at < rows.length; at += STATEMENT.width) bytes += idLengthOfHead(rows[at] as number);
  return bytes;
}
