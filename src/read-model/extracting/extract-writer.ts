import type { Span } from '../../event-store/unread-event.js';
import { type Extracted, NONE } from './extract-form.js';
import { writeSmallLetters } from './small-letters.js';

/** An id holds no blank and nothing that a line of ids could not: where one does, its event cannot be projected. */
const ID = /^[!-~]{1,500}$/;

const NO_TERMS: readonly number[] = [];

/** So many terms are known at a time. */
const MOST_TERMS = 16_384;

const FIRST_NUMBERS = 1 << 10;
const FIRST_BYTES = 1 << 10;
/** A character of UTF-16 takes no more in UTF-8. */
const MOST_BYTES_OF_A_UNIT = 3;

/** Gathers numbers, text, and terms that numbers stand for. `Reading` goes through what it gives. */
export class ExtractWriter {
  /** The numbers of terms by their texts, of each negotiation by the number of its own term. */
  private readonly places = new Map<number, Map<string, number>>();
  /** Those of the negotiation that was asked for last: the next event is mostly of the same one. */
  private lastPlaces = new Map<string, number>();
  private lastNegotiation = NONE;
  private readonly ofNone = new Map<string, number>();
  private known = 0;
  private isAnew = true;
  private terms: string[] = [];
  private negotiations: number[] = [];
  private others: string[] = [];
  private numbers = new Int32Array(FIRST_NUMBERS);
  private used = 0;
  private bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  private usedBytes = 0;

  /** Where it stands, to come back to. */
  get place(): { readonly numbers: number; readonly bytes: number } {
    return { numbers: this.used, bytes: this.usedBytes };
  }

  /** How many numbers were pushed. */
  get length(): number {
    return this.used;
  }

  push(number: number): void {
    if (this.used === this.numbers.length) {
      const larger = new Int32Array(this.numbers.length * 2);
      larger.set(this.numbers);
      this.numbers = larger;
    }
    this.numbers[this.used] = number;
    this.used += 1;
  }

  /** Sets a number that was pushed before it was known. */
  set(place: number, number: number): void {
    this.numbers[place] = number;
  }

  /** Takes back the numbers and the text from a place on. */
  backTo({ numbers, bytes }: { readonly numbers: number; readonly bytes: number }): void {
    this.used = numbers;
    this.usedBytes = bytes;
  }

  /** Pushes how many bytes a text has; they stand behind those of the text before it. */
  text(text: string): void {
    this.makeRoomFor(text.length * MOST_BYTES_OF_A_UNIT);
    const length = this.bytes.write(text, this.usedBytes);
    this.usedBytes += length;
    this.push(length);
  }

  /** The same of a text in bytes, in small letters. @returns false where it has to be brought into small letters as a text, and is not pushed */
  smallLetters(text: Span): boolean {
    const length = text.end - text.start;
    this.makeRoomFor(length);
    if (!writeSmallLetters(text, this.bytes, this.usedBytes)) return false;
    this.usedBytes += length;
    this.push(length);
    return true;
  }

  /** What is rare, and goes as it is. */
  other(text: string): void {
    this.others.push(text);
  }

  /** Pushes how many ids there are, and their terms. @returns these @throws where one of them is no id */
  ids(negotiation: number, ids: readonly string[]): readonly number[] {
    this.push(ids.length);
    if (ids.length === 0) return NO_TERMS;
    const terms = ids.map((id) => this.id(negotiation, id));
    for (const term of terms) this.push(term);
    return terms;
  }

  /** The number of the term for an id. @param negotiation the number of its term @throws where it is none */
  id(negotiation: number, id: string): number {
    const places = this.placesOf(negotiation);
    return places.get(id) ?? this.newTerm(places, negotiation, idIn(id));
  }

  /** The number of the term for a text of no negotiation. @throws where it is none */
  term(text: string): number {
    const known = this.ofNone.get(text);
    if (known !== undefined) return known;
    if (typeof text !== 'string') throw new Error(`${JSON.stringify(text)} is no text`);
    return this.newTerm(this.ofNone, NONE, text);
  }

  /** Gives what was gathered, and begins anew; terms that were told stay known for a while. */
  take(): Pick<Extracted, 'numbers' | 'bytes' | 'terms' | 'negotiations' | 'isAnew' | 'others'> {
    const { terms, negotiations, isAnew, others } = this;
    const numbers = this.numbers.slice(0, this.used);
    const bytes = new Uint8Array(this.usedBytes);
    bytes.set(this.bytes.subarray(0, this.usedBytes));
    this.used = 0;
    this.usedBytes = 0;
    this.terms = [];
    this.negotiations = [];
    this.others = [];
    this.isAnew = this.known > MOST_TERMS;
    if (this.isAnew) {
      this.places.clear();
      this.ofNone.clear();
      this.lastNegotiation = NONE;
      this.known = 0;
    }
    return { numbers, bytes, terms, negotiations, isAnew, others };
  }

  private makeRoomFor(bytes: number): void {
    if (this.usedBytes + bytes <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (this.bytes.length + bytes));
    this.bytes.copy(larger, 0, 0, this.usedBytes);
    this.bytes = larger;
  }

  private placesOf(negotiation: number): Map<string, number> {
    if (this.lastNegotiation === negotiation) return this.lastPlaces;
    let places = this.places.get(negotiation);
    if (places === undefined) this.places.set(negotiation, (places = new Map<string, number>()));
    this.lastNegotiation = negotiation;
    this.lastPlaces = places;
    return places;
  }

  private newTerm(places: Map<string, number>, negotiation: number, text: string): number {
    const number = this.known;
    places.set(text, number);
    this.known += 1;
    this.terms.push(text);
    this.negotiations.push(negotiation);
    return number;
  }
}

/** @throws where it is none */
export function idIn(text: string): string {
  if (typeof text !== 'string' || !ID.test(text)) throw new Error(`${JSON.stringify(text)} is no id`);
  return text;
}
