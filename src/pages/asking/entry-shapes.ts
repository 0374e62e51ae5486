import type { ReportedDate } from '../../vocabulary/reported-date.js';
import type { Named } from './named.js';

/** What the API answers of entries of the registry, as pages read it: what `docs/` and `/openapi.json` promise, and no more than is shown. */

export interface Party extends Named {
  readonly id: string;
  readonly name: string;
  readonly kind: 'state' | 'organisation' | 'bloc' | 'group';
  readonly aliases: readonly string[];
}

export interface Person extends Named {
  readonly id: string;
  readonly name: string;
  readonly party: string | null;
  readonly role: string | null;
}

export interface Proposition {
  readonly id: string;
  readonly issue: string;
}

/** A withdrawal of a source, and what took it back. */
export interface Removal {
  readonly recordedAt: string;
  readonly reason: 'source' | 'coding';
  readonly published: ReportedDate | null;
  readonly note: string | null;
}

export interface Source {
  readonly id: string;
  readonly published: ReportedDate;
  readonly publisher: string | null;
  readonly headline: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly notes: readonly string[];
  readonly withdrawal: Removal | null;
  readonly readmission: Removal | null;
}
