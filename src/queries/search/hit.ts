import type { Certainty } from '../../vocabulary/axes.js';
import type { NamesByLanguage } from '../../vocabulary/events/registry-entries.js';
import type { Sorted } from '../../rules/search-facets.js';
import type { Match } from '../../rules/search-match.js';

/** So many hits are looked at, the best entries and the latest reports: behind them it is told that there are more. */
export const MOST_HITS = 500;

/** Something that was found, with what all hits are counted and put in order by. */
export interface Hit extends Match, Sorted {
  readonly id: string;
  /** Worked out for those that are shown. */
  readonly told: () => Told;
}

/** What is told of a hit beside that. */
interface Told {
  /** Its name, title, text or summary. */
  readonly title: string;
  readonly names?: NamesByLanguage;
  /** Of a report alone. */
  readonly occurred: string | null;
  readonly certainty: Certainty | null;
}

/** What was found, the best first, and whether there is more than was looked at. */
export interface Hits {
  readonly hits: readonly Hit[];
  readonly more: boolean;
}

/** What hits have to be of; undefined: of any. */
export interface SearchFilters {
  readonly types: readonly string[] | undefined;
  readonly parties: readonly string[] | undefined;
  readonly issues: readonly string[] | undefined;
  readonly sources: readonly string[] | undefined;
}
