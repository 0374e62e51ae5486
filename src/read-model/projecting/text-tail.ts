import type { TailMemory } from './tail-memory.js';
import type { ToldText } from './told.js';

const NEWLINE = 10;
const FIRST = 64;
/** A character of UTF-16 takes no more in UTF-8. */
const MOST_BYTES_OF_A_UNIT = 3;

/** The text that waits at the end of a list, in the bytes that are written. */
export class TextTail {
  /** Where it begins in the memory, how long it is, and for how much there is a place. */
  private start = 0;
  private used = 0;
  private places = 0;

  constructor(private readonly memory: TailMemory) {}

  get length(): number {
    return this.used;
  }

  write(text: string): void {
    this.makeRoom(text.length * MOST_BYTES_OF_A_UNIT);
    this.used += this.memory.bytes.write(text, this.start + this.used);
  }

  copy({ bytes, start, end }: ToldText): void {
    this.makeRoom(end - start);
    this.used += bytes.copy(this.memory.bytes, this.start + this.used, start, end);
  }

  /** The same, and a line break behind it. */
  copyLine(text: ToldText): void {
    this.makeRoom(text.end - text.start + 1);
    this.copy(text);
    this.memory.bytes[this.start + this.used] = NEWLINE;
    this.used += 1;
  }

  /** Takes back the bytes from a place on. */
  backTo(length: number): void {
    this.used = length;
  }

  /** As they are written; not to be kept. */
  get bytes(): Buffer {
    return this.memory.bytes.subarray(this.start, this.start + this.used);
  }

  /** The memory was cleared. */
  clear(): void {
    this.start = 0;
    this.used = 0;
    this.places = 0;
  }

  private makeRoom(more: number): void {
    const least = this.used + more;
    if (least <= this.places) return;
    this.places = Math.max(FIRST, least, 2 * this.places);
    this.start = this.memory.takeLarger(this.start, this.used, this.places);
  }
}
