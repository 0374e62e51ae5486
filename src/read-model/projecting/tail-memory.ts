const WORD = 4;
const FIRST_BYTES = 1 << 16;
const SPARE = 4;

/**
 * Memory that the tails of many lists share: each has a part of it, and another one where that has become too small. All parts are given back at once, to
 * be taken again: an array for each tail would have to be made, moved and collected some ten times an event.
 */
export class TailMemory {
  bytes = Buffer.alloc(FIRST_BYTES);
  /** The same as numbers of 32 bits. */
  numbers = new Int32Array(this.bytes.buffer);
  private used = 0;

  /** @returns where a part begins, in bytes, at a whole number */
  take(bytes: number): number {
    const start = this.used;
    this.used = Math.ceil((start + bytes) / WORD) * WORD;
    if (this.used > this.bytes.length) this.resize(2 * this.used);
    return start;
  }

  /** A larger part with what a smaller one holds. @returns where it begins */
  takeLarger(start: number, used: number, bytes: number): number {
    const larger = this.take(bytes);
    this.bytes.copyWithin(larger, start, start + used);
    return larger;
  }

  /** All parts are given back. Most of what was far too much is given back to the system. */
  clear(): void {
    if (this.bytes.length > FIRST_BYTES && this.bytes.length > SPARE * this.used) {
      this.used = 0;
      this.resize(this.bytes.length / 2);
    }
    this.used = 0;
  }

  private resize(bytes: number): void {
    const kept = this.bytes;
    this.bytes = Buffer.alloc(Math.ceil(bytes / WORD) * WORD);
    this.numbers = new Int32Array(this.bytes.buffer);
    kept.copy(this.bytes, 0, 0, this.used);
  }
}
