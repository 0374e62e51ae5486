import { zstdCompressSync, zstdDecompressSync } from 'node:zlib';
import { FragmentTable, hashedWith } from './fragment-table.js';
import { SPAN_SHIFT } from './list-kinds.js';
import { isOfFragment } from './text-fragments.js';

const NEWLINE = 10;
const FIRST_HASH = 0x811c9dc5 | 0;
const IS_OF_FRAGMENT = Uint8Array.from({ length: 256 }, (_, byte) => (isOfFragment(byte) ? 1 : 0));
const FIRST_FOUND = 1 << 14;
const FIRST_FRAGMENTS = 1 << 12;
const COUNT_BYTES = 4;
const LENGTH_BYTES = 2;
const BITS = 7;
const MORE = 1 << BITS;
/** A place takes at most so many bytes. */
const MOST_BYTES_OF_A_PLACE = Math.ceil((SPAN_SHIFT + 1) / BITS);

/** Which fragments the summaries of a span hold, and where, as they are kept. */
export interface PackedWords {
  /** Compressed: how many fragments, for each the bytes that its places take, then all fragments, one a line. */
  readonly words: Buffer;
  /** For each fragment in turn: the places in the span of the contents that hold it, each as what it lies behind the one before. */
  readonly places: Buffer;
}

/** Gathers what fragments the summaries of a span hold. */
export class SummaryWords {
  private readonly table = new FragmentTable();
  /** Each fragment of each content once, in the order of the contents: its number, and the place of the content. */
  private numbers = new Int32Array(FIRST_FOUND);
  private places = new Int16Array(FIRST_FOUND);
  private found = 0;
  /** By the number of a fragment: the last place, and how often it was found. */
  private lastPlaces = new Int16Array(FIRST_FRAGMENTS);
  private counts = new Int32Array(FIRST_FRAGMENTS);

  /** Takes the summaries of a group, one a line. @param first the place of the first one in the span */
  add(lines: Buffer, first: number): void {
    let place = first;
    let start = 0;
    let hash = FIRST_HASH;
    for (let at = 0; at < lines.length; at += 1) {
      const byte = lines[at] as number;
      if (IS_OF_FRAGMENT[byte] === 1) {
        hash = hashedWith(hash, byte);
        continue;
      }
      if (at > start) {
        this.note(this.table.numberOf(lines, start, at, hash), place);
        hash = FIRST_HASH;
      }
      start = at + 1;
      if (byte === NEWLINE) place += 1;
    }
  }

  pack(): PackedWords {
    const { count } = this.table;
    const placesOf = this.placesByNumber();
    const lengths = new Uint16Array(count);
    const packed = Buffer.allocUnsafe(this.found * MOST_BYTES_OF_A_PLACE);
    let [used, at] = [0, 0];
    for (let number = 0; number < count; number += 1) {
      const start = used;
      let before = -1;
      for (const end = at + (this.counts[number] as number); at < end; at += 1) {
        const place = placesOf[at] as number;
        let rest = place - before;
        before = place;
        for (; rest >= MORE; rest >>= BITS) packed[used++] = (rest & (MORE - 1)) | MORE;
        packed[used++] = rest;
      }
      lengths[number] = used - start;
    }
    return {
      words: zstdCompressSync(Buffer.concat([bytesOf(Uint32Array.of(lengths.length)), bytesOf(lengths), this.table.lines])),
      places: packed.subarray(0, used),
    };
  }

  private note(number: number, place: number): void {
    if (number >= this.counts.length) {
      this.lastPlaces = larger(this.lastPlaces, new Int16Array(2 * number));
      this.counts = larger(this.counts, new Int32Array(2 * number));
    }
    if (this.counts[number] !== 0 && this.lastPlaces[number] === place) return;
    if (this.found === this.numbers.length) {
      this.numbers = larger(this.numbers, new Int32Array(2 * this.found));
      this.places = larger(this.places, new Int16Array(2 * this.found));
    }
    this.lastPlaces[number] = place;
    (this.counts[number] as number) += 1;
    this.numbers[this.found] = number;
    this.places[this.found] = place;
    this.found += 1;
  }

  /** The places of each fragment in order, one fragment behind the other. */
  private placesByNumber(): Int16Array {
    const next = new Int32Array(this.table.count);
    for (let number = 1; number < next.length; number += 1)
      next[number] = (next[number - 1] as number) + (this.counts[number - 1] as number);
    const places = new Int16Array(this.found);
    for (let i = 0; i < this.found; i += 1) {
      const number = this.numbers[i] as number;
      places[next[number] as number] = this.places[i] as number;
      (next[number] as number) += 1;
    }
    return places;
  }
}

function larger<T extends Int16Array | Int32Array>(numbers: T, into: T): T {
  into.set(numbers);
  return into;
}

/** Finds the contents of a span by fragments of their summaries. */
export class WordsOfSpan {
  private readonly unpacked: Buffer;
  private readonly text: Buffer;
  private packedPlaces: Buffer | undefined;

  /** @param places asked for where a fragment is found */
  constructor(
    words: Buffer,
    private readonly places: () => Buffer,
  ) {
    this.unpacked = zstdDecompressSync(words);
    this.text = this.unpacked.subarray(COUNT_BYTES + LENGTH_BYTES * this.unpacked.readUInt32LE(0));
  }

  /** @param found is told the place of each content that holds a fragment within one of its own, perhaps several times */
  find(fragment: Buffer, found: (place: number) => void): void {
    const { text } = this;
    let [counted, number, start] = [0, 0, 0];
    for (let at = text.indexOf(fragment); at >= 0; at = text.indexOf(fragment, counted)) {
      for (; counted < at; counted += 1) {
        if (text[counted] !== NEWLINE) continue;
        start += this.lengthOf(number);
        number += 1;
      }
      this.packedPlaces ??= this.places();
      tellPlaces(this.packedPlaces.subarray(start, start + this.lengthOf(number)), found);
      counted = text.indexOf(NEWLINE, at);
    }
  }

  private lengthOf(number: number): number {
    return this.unpacked.readUInt16LE(COUNT_BYTES + LENGTH_BYTES * number);
  }
}

function tellPlaces(packed: Buffer, found: (place: number) => void): void {
  let [place, rest, shift] = [-1, 0, 0];
  for (const byte of packed) {
    rest |= (byte & (MORE - 1)) << shift;
    shift += BITS;
    if (byte >= MORE) continue;
    place += rest;
    found(place);
    [rest, shift] = [0, 0];
  }
}

function bytesOf(numbers: Uint16Array | Uint32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
