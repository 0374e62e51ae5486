import type { Certainty } from '../../vocabulary/axes.js';
import type { ReportType } from '../../vocabulary/events/report-content.js';
import type { Named } from '../asking/named.js';

export type EntryKind = 'party' | 'person' | 'issue' | 'proposition' | 'plan' | 'meeting';
export type HitType = EntryKind | ReportType;

/** Something that was found. */
export interface Hit extends Named {
  readonly type: HitType;
  readonly id: string;
  readonly title: string;
  readonly matched: readonly ('name' | 'summary' | 'points' | 'named')[];
  /** Of a report alone, as what follows. */
  readonly occurred: string | null;
  readonly source: string | null;
  readonly certainty: Certainty | null;
}

export type Facet = 'type' | 'party' | 'issue' | 'source';

/** What the hits are to be of, as it is asked for. */
export type Choice = Readonly<Partial<Record<Facet, string | undefined>>>;

/** What a search found, as the API answers. */
export interface Found {
  readonly found: number;
  /** Whether there is more than was looked at. */
  readonly more: boolean;
  readonly facets: Readonly<Record<Facet, readonly { readonly value: string; readonly count: number }[]>>;
  readonly items: readonly Hit[];
}
