import { hashOf } from './fingerprint.js';
import type { ReadModelFile } from './read-model-file.js';
import { select, whereKey } from './row-sql.js';

const BY_KEY = select('report_key', ['report'], whereKey('report_key'));

/**
 * Finds a report by its id: a row of a hash and a number for each, in place of the id and an index over it. Two ids of one hash, which
 * is all but impossible, have keys that follow each other, and are told apart by the ids themselves.
 * @param isIt whether a report is the one that is looked for
 */
export function findReport(file: ReadModelFile, negotiation: string, id: string, isIt: (report: number) => boolean): number | undefined {
  for (let key = reportKey(negotiation, id); ; key += 1) {
    const report = file.get(BY_KEY, key)?.report;
    if (report === undefined || isIt(report)) return report;
  }
}

/** The key by which a report is found; that of another one may be the same. */
export function reportKey(negotiation: string, id: string): number {
  return hashOf(negotiation, id);
}
