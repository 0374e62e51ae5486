import { LRUCache } from 'lru-cache';
import type { IncomingReport } from '../../../ports/reports-beside.js';

/** So many reports of an import are remembered, the latest. */
const MOST_REMEMBERED = 20_000;

/** What the reports of one import told: the read model does not show them yet when the next ones come. */
export class ToldEarlier {
  private readonly reports = new LRUCache<string, string>({ max: MOST_REMEMBERED });

  /** @returns the id of the first report that gave the same account of the same date; undefined where it is this one */
  take({ id, occurred, account }: IncomingReport): string | undefined {
    const key = `${occurred ?? ''} ${account}`;
    const first = this.reports.get(key);
    if (first === undefined) this.reports.set(key, id);
    return first === id ? undefined : first;
  }
}
