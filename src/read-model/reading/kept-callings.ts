import { LRUCache } from 'lru-cache';
import { callingsOf } from '../../vocabulary/callings.js';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import { plainWordsOf } from '../../vocabulary/words.js';
import { firstWhere } from './halving.js';
import type { EntryEvent, KeptEntries } from './kept-entries.js';
import type { QuestionTurns } from './question-turns.js';

/** What so many versions of entries are called stands in one text. */
const BLOCK = 1_024;
/** Of so many versions it is kept. */
const KEPT = 60_000;

/** In a text none of these stands within a word. */
const BEFORE_WORD = ' ';
const BETWEEN_NAMES = '\t';
const BEHIND_VERSION = '\n';

/** What some versions of entries are called, one behind the other. */
class Callings {
  private text = '';
  /** Where the line of each version ends. */
  private readonly ends: number[] = [];
  /** The names of those that were found. */
  private readonly names: CalledVersion['names'][] = [];

  get count(): number {
    return this.ends.length;
  }

  /** @param names the words of each thing that the next version is called */
  add(names: readonly (readonly string[])[]): void {
    const line = names.map((name) => name.map((word) => `${BEFORE_WORD}${word}`).join('')).join(BETWEEN_NAMES);
    this.text += `${line}${BEHIND_VERSION}`;
    this.ends.push(this.text.length);
  }

  /** The places of the versions with a word that begins so. */
  *placesWith(beginning: string): Generator<number> {
    const wanted = `${BEFORE_WORD}${beginning}`;
    for (let at = this.text.indexOf(wanted); at >= 0;) {
      const place = firstWhere(0, this.ends.length, (one) => (this.ends[one] as number) > at);
      yield place;
      at = this.text.indexOf(wanted, this.ends[place]);
    }
  }

  /** The words of each thing that a version is called. */
  namesAt(place: number): CalledVersion['names'] {
    return (this.names[place] ??= this.lineAt(place)
      .split(BETWEEN_NAMES)
      .map((name) => name.split(BEFORE_WORD).slice(1)));
  }

  private lineAt(place: number): string {
    return this.text.slice(place === 0 ? 0 : this.ends[place - 1], (this.ends[place] as number) - BEHIND_VERSION.length);
  }
}

/** The entries of a kind as they are recorded by R. */
export interface EntriesAsked {
  readonly kind: EntryKind;
  readonly negotiation: string;
  readonly r: number;
}

/** The version of an entry with the words of each thing that it is called. */
export interface CalledVersion extends EntryEvent {
  readonly names: readonly (readonly string[])[];
}

/** What entries were ever called, in small letters and without marks: kept as text that is gone through at once, so much of it. */
export class KeptCallings {
  private readonly kept = new LRUCache<string, Callings>({ maxSize: KEPT, sizeCalculation: ({ count }) => Math.max(1, count) });

  constructor(private readonly entries: KeptEntries) {}

  /**
   * The entries that are called by a word that begins so, as they stand at R, in the order in which they came to be called so.
   * @throws QuestionDropped, QuestionTooDear
   */
  async with(beginning: string, asked: EntriesAsked, turns: QuestionTurns): Promise<CalledVersion[]> {
    const { kind, negotiation, r } = asked;
    const found: CalledVersion[] = [];
    for (let first = 0; this.entries.version(kind, negotiation, first, r) !== undefined; first += BLOCK) {
      const callings = await this.block(first, asked, turns);
      const standing = this.entries.standing(kind, negotiation, r);
      for (const place of callings.placesWith(beginning)) {
        const version = standing(first + place);
        if (version !== undefined) found.push({ id: version.id, event: version.event, names: callings.namesAt(place) });
      }
      await turns.worked();
    }
    return found;
  }

  /** @param first the place of its first version among all of its kind */
  private async block(first: number, { kind, negotiation, r }: EntriesAsked, turns: QuestionTurns): Promise<Callings> {
    const key = `${kind} ${negotiation} ${String(first)}`;
    const callings = this.kept.get(key) ?? new Callings();
    const before = callings.count;
    while (callings.count < BLOCK) {
      const version = this.entries.version(kind, negotiation, first + callings.count, r);
      if (version === undefined) break;
      callings.add(callingsOf(this.entries.entry(version.event)).map(plainWordsOf));
      await turns.worked();
    }
    if (callings.count > before) {
      // Set over itself, it would be counted as before.
      this.kept.delete(key);
      this.kept.set(key, callings);
    }
    return callings;
  }
}
