import { LRUCache } from 'lru-cache';
import type { Row } from '../tables/definition.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { LATER_OF, SCOPE } from '../tables/scopes.js';

export type Later = Row<'later'>;

/** Each with its rows counts as so many and one. */
const KEPT = 20_000;
const SCOPES = Object.keys(SCOPE).length;

/** What came later of reports and sources: of those asked for lately it is kept, mostly that nothing did. */
export class KeptLater {
  private readonly kept = new LRUCache<number, { readonly rows: readonly Later[]; readonly upTo: number }>({
    maxSize: KEPT,
    sizeCalculation: ({ rows }) => 1 + rows.length,
  });

  constructor(private readonly file: ReadModelFile) {}

  /** Oldest first. @param r the event up to which they have to be all */
  of(scope: number, subject: number, r: number): readonly Later[] {
    const key = subject * SCOPES + scope;
    const known = this.kept.get(key);
    if (known !== undefined && known.upTo >= r) return known.rows;
    // Asked before the rows are read: what comes in between does no harm.
    const upTo = this.file.state.events;
    const rows = this.file.all(LATER_OF, scope, subject);
    this.kept.set(key, { rows, upTo });
    return rows;
  }
}
