import type { Day } from '../vocabulary/day.js';
import { byEnd, greatest, type Placed } from './order.js';
import type { Visible } from './scene.js';

export interface LastEvidence {
  readonly report: string;
  readonly occurred: string;
  readonly ageDays: number;
}

export interface Staleness {
  readonly lastEvidence: LastEvidence | null;
  readonly stale: boolean;
}

/** Of an issue's reports that are news the certain one with the latest `O.hi`; undefined without one. Design 4, "Staleness". */
export function latestCertain<T extends Placed & Pick<Visible, 'certainty'>>(news: readonly T[]): T | undefined {
  return greatest(
    news.filter(({ certainty }) => certainty === 'certain'),
    byEnd,
  );
}

/** As much of the last evidence of an issue as its age asks. */
export type LatestNews = Pick<Visible, 'occurred'>;

/** The first day on which an issue with this last evidence is stale. Design 4, "Staleness". */
export function staleFrom(latest: LatestNews, staleAfterDays: number): Day {
  return latest.occurred.hi + staleAfterDays + 1;
}

/**
 * `ageDays` = D − the latest `O.hi` among the certain reports that are news; without one: null, false. Design 4, "Staleness".
 * @param latest of the visible reports that are news, by `latestCertain`
 * @param staleAfterDays above this many days it is stale
 */
export function staleness(latest: Visible | undefined, asOf: Day, staleAfterDays: number): Staleness {
  if (latest === undefined) return { lastEvidence: null, stale: false };
  const ageDays = asOf - latest.occurred.hi;
  return {
    lastEvidence: { report: latest.id, occurred: latest.occurredAsWritten, ageDays },
    stale: isStale(latest, asOf, staleAfterDays),
  };
}

/** Whether an issue is stale, and nothing else of its age. */
export function isStale(latest: LatestNews | undefined, asOf: Day, staleAfterDays: number): boolean {
  return latest !== undefined && asOf >= staleFrom(latest, staleAfterDays);
}
