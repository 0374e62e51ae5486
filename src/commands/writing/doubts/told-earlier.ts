import { LRUCache } from 'lru-cache';
import type { IncomingReport, Stated } from '../../../ports/reports-beside.js';
import { cellsOf } from './stated.js';

/** So many reports of an import are remembered, the latest. */
const MOST_REMEMBERED = 20_000;
/** Of so many parties on something it is remembered what they hold. */
const MOST_CELLS = 2_000;
/** So many reports on each, the latest: those before them are in the read model by then. */
const MOST_OF_CELL = 10;

/** What the reports of one import told: the read model does not show them yet when the next ones come. */
export class ToldEarlier {
  private readonly reports = new LRUCache<string, string>({ max: MOST_REMEMBERED });
  private readonly cells = new LRUCache<string, Map<string, Stated>>({ max: MOST_CELLS });

  /** @returns the id of the first report that gave the same account of the same date; undefined where it is this one */
  take({ id, occurred, account }: IncomingReport): string | undefined {
    const key = `${occurred ?? ''} ${account}`;
    const first = this.reports.get(key);
    if (first === undefined) this.reports.set(key, id);
    return first === id ? undefined : first;
  }

  /** @returns what reports before this one stated of the same parties on the same things, the earliest first */
  takeStated(stated: Stated): Stated[] {
    const { id } = stated.content;
    return cellsOf(stated).flatMap((key) => {
      const cell = this.cells.get(key) ?? new Map<string, Stated>();
      // A line that is decided again stays where it was: what came behind it is no earlier for that.
      const ids = [...cell.keys()];
      const before = ids.slice(0, cell.has(id) ? ids.indexOf(id) : ids.length).flatMap((one) => cell.get(one) ?? []);
      cell.set(id, stated);
      if (cell.size > MOST_OF_CELL) cell.delete(ids[0] ?? id);
      this.cells.set(key, cell);
      return before;
    });
  }
}
