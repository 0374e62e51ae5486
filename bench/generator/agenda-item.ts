import type { Day } from '../../src/vocabulary/day.js';
import type { Telling } from './envelope.js';
import type { Article } from './newsroom.js';
import type { Random } from './random.js';

/** What was told so far, as later reports may name it. */
export interface ToldSoFar {
  /** The last report of a blocker. */
  readonly blocker: string | null;
}

/** Something that is told once, on a day that is known from the start. */
export interface Item {
  readonly day: Day;
  tell(article: Article, soFar: ToldSoFar, random: Random): Telling;
}
