import type { Word } from '../../../ports/reports-beside.js';
import type { Day } from '../../../vocabulary/day.js';
import type { DayWindow } from '../../../vocabulary/edtf-window.js';

/** Of so many days on which words begin the strongest is kept, the latest days. */
const MOST_DAYS = 30;

/** A party's own word, with what its strength follows from. */
export interface OwnWord {
  readonly word: Word;
  /** The id of its source. */
  readonly source: string;
  /** The days on which it counts as having been said. */
  readonly days: DayWindow;
  /** The last day on which its source may have come out. */
  readonly publishedHi: Day;
}

/**
 * A party's own words on something, all that there are: of those that begin on one day the strongest. A later day is the stronger one
 * (design 4, "Order").
 */
export class OwnWords {
  /** The earliest day first. */
  private readonly strongest: OwnWord[] = [];
  /** Of this day, and those before it, nothing is known any more. */
  private forgotten: Day = -Infinity;
  private isCut = false;

  take(word: OwnWord): void {
    const { strongest } = this;
    const { lo } = word.days;
    if (this.isCut && lo <= this.forgotten) return;
    let place = strongest.length;
    while (place > 0 && lo < (strongest[place - 1]?.days.lo ?? lo)) place -= 1;
    const before = strongest[place - 1];
    if (before?.days.lo === lo) {
      if (!isWeaker(word, before)) strongest[place - 1] = word;
      return;
    }
    strongest.splice(place, 0, word);
    if (strongest.length <= MOST_DAYS) return;
    this.forgotten = strongest.shift()?.days.lo ?? this.forgotten;
    this.isCut = true;
  }

  /** The strongest of those that begin by a day; null: there is none; undefined where that is not known any more. */
  strongestOn(day: Day): OwnWord | null | undefined {
    return this.strongest.findLast(({ days }) => days.lo <= day) ?? (this.isCut ? undefined : null);
  }
}

/** Of two words that begin on the same day, of which the first one came later. */
function isWeaker({ days, publishedHi }: OwnWord, before: OwnWord): boolean {
  return days.hi === before.days.hi ? publishedHi < before.publishedHi : days.hi < before.days.hi;
}
