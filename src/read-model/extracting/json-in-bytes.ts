import type { Span } from '../../event-store/unread-event.js';
import { FragmentTable, hashedWith } from '../tables/fragment-table.js';

const [QUOTE, ESCAPE, FIRST_PLAIN] = [0x22, 0x5c, 0x20];
const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT, COMMA, COLON] = [0x5b, 0x5d, 0x7b, 0x7d, 0x2c, 0x3a];
const NULL = Buffer.from('null');
const FIRST_HASH = 0x811c9dc5 | 0;

/** So many texts are known at a time. */
const MOST_TEXTS = 16_384;

/** What is read is not JSON of the form that who reads it expects. */
class NotAsExpected extends Error {}

/** Made once: where it comes from does not matter, and to note that takes long. */
const NOT_AS_EXPECTED = new NotAsExpected();

/**
 * Reads JSON in UTF-8 step by step, as who knows its form asks for it. Short texts that come often are made once. What is passed over is found to be
 * JSON, or fails to be read: nothing is taken for JSON that is none.
 */
export class JsonInBytes {
  private bytes: Buffer = Buffer.alloc(0);
  private at = 0;
  private table = new FragmentTable();
  private texts: string[] = [];

  /** @param words that are known from the beginning, by their places */
  constructor(private readonly words: readonly string[]) {
    this.learn();
  }

  begin({ bytes, start }: Span): void {
    if (this.table.count > MOST_TEXTS) this.learn();
    this.bytes = bytes;
    this.at = start;
  }

  /** Where it stands. */
  get place(): number {
    return this.at;
  }

  /** Goes into an object that is not empty. */
  enterObject(): void {
    this.expect(OPEN_OBJECT);
  }

  /** The number of the next key, a place in the words where it is one of them; behind it stands its value. */
  key(): number {
    const number = this.known();
    this.expect(COLON);
    return number;
  }

  /** Whether another member follows in an object; else it is left. */
  hasMore(): boolean {
    return this.isFollowed(CLOSE_OBJECT);
  }

  /** Passes over null. @returns whether there was one */
  isNull(): boolean {
    if (this.bytes[this.at] !== NULL[0]) return false;
    for (const byte of NULL) this.expect(byte);
    return true;
  }

  /** A short text that may come often. */
  text(): string {
    return this.texts[this.known()] as string;
  }

  textOrNull(): string | null {
    return this.isNull() ? null : this.text();
  }

  /** A text without escapes that comes once or twice. */
  rareText(): string {
    const start = this.at + 1;
    return this.passText() ? this.bytes.toString('utf8', start, this.at - 1) : this.fail();
  }

  /** @throws whatever: what is read is not as expected */
  fail(): never {
    throw NOT_AS_EXPECTED;
  }

  /** Passes over a text. @returns whether it has no escapes */
  passText(): boolean {
    const { bytes } = this;
    let isPlain = true;
    let at = this.at + 1;
    this.expect(QUOTE);
    for (; bytes[at] !== QUOTE; at += 1) {
      const byte = bytes[at];
      if (byte === ESCAPE) {
        isPlain = false;
        at += 1;
      } else if (byte === undefined || byte < FIRST_PLAIN) throw NOT_AS_EXPECTED;
    }
    this.at = at + 1;
    return isPlain;
  }

  passTextOrNull(): void {
    if (this.isNull()) return;
    const start = this.at;
    // Whether its escapes are those of JSON is for JSON to say.
    if (!this.passText()) this.parsedFrom(start);
  }

  /** A list of what a function reads. */
  list<T>(read: () => T): T[] {
    const items: T[] = [];
    this.expect(OPEN_LIST);
    if (this.bytes[this.at] === CLOSE_LIST) {
      this.at += 1;
      return items;
    }
    do items.push(read());
    while (this.isFollowed(CLOSE_LIST));
    return items;
  }

  /** A text, a list or an object, whatever it holds. */
  value(): unknown {
    const start = this.at;
    if (this.bytes[start] === QUOTE) this.passText();
    else this.passNested();
    return this.parsedFrom(start);
  }

  /** Whether a text begins here. */
  get isText(): boolean {
    return this.bytes[this.at] === QUOTE;
  }

  /** What stands from a place on up to here. */
  parsedFrom(start: number): unknown {
    return JSON.parse(this.bytes.toString('utf8', start, this.at));
  }

  /** Passes over a list or an object by its brackets. */
  private passNested(): void {
    const { bytes } = this;
    for (let depth = 0; ;) {
      const byte = bytes[this.at];
      if (byte === QUOTE) this.passText();
      else if (byte === undefined) throw NOT_AS_EXPECTED;
      else {
        this.at += 1;
        if (byte === OPEN_LIST || byte === OPEN_OBJECT) depth += 1;
        else if (byte === CLOSE_LIST || byte === CLOSE_OBJECT) depth -= 1;
        if (depth === 0) return;
      }
    }
  }

  /** The number of a text without escapes. */
  private known(): number {
    const { bytes } = this;
    this.expect(QUOTE);
    const start = this.at;
    let at = start;
    let hash = FIRST_HASH;
    for (let byte = bytes[at]; byte !== QUOTE; byte = bytes[at]) {
      if (byte === ESCAPE || byte === undefined || byte < FIRST_PLAIN) throw NOT_AS_EXPECTED;
      hash = hashedWith(hash, byte);
      at += 1;
    }
    this.at = at + 1;
    const number = this.table.numberOf(bytes, start, at, hash);
    if (number === this.texts.length) this.texts.push(bytes.toString('utf8', start, at));
    return number;
  }

  private isFollowed(close: number): boolean {
    const byte = this.bytes[this.at];
    this.at += 1;
    if (byte !== COMMA && byte !== close) throw NOT_AS_EXPECTED;
    return byte === COMMA;
  }

  private expect(byte: number): void {
    if (this.bytes[this.at] !== byte) throw NOT_AS_EXPECTED;
    this.at += 1;
  }

  /** Begins anew with the words alone. */
  private learn(): void {
    this.table = new FragmentTable();
    this.texts = [...this.words];
    for (const word of this.words) {
      const bytes = Buffer.from(word);
      this.table.numberOf(bytes, 0, bytes.length, bytes.reduce(hashedWith, FIRST_HASH));
    }
  }
}
