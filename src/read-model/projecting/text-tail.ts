import type { ToldText } from './told.js';

const NEWLINE = 10;
const FIRST = 64;
/** A character of UTF-16 takes no more in UTF-8. */
const MOST_BYTES_OF_A_UNIT = 3;

/** The text that waits at the end of a list, in the bytes that are written. */
export class TextTail {
  private text = Buffer.allocUnsafeSlow(FIRST);
  private used = 0;

  get length(): number {
    return this.used;
  }

  write(text: string): void {
    this.makeRoom(text.length * MOST_BYTES_OF_A_UNIT);
    this.used += this.text.write(text, this.used);
  }

  copy({ bytes, start, end }: ToldText): void {
    this.makeRoom(end - start);
    this.used += bytes.copy(this.text, this.used, start, end);
  }

  /** The same, and a line break behind it. */
  copyLine(text: ToldText): void {
    this.makeRoom(text.end - text.start + 1);
    this.copy(text);
    this.text[this.used] = NEWLINE;
    this.used += 1;
  }

  /** Takes back the bytes from a place on. */
  backTo(length: number): void {
    this.used = length;
  }

  /** As they are written; not to be kept. */
  get bytes(): Buffer {
    return this.text.subarray(0, this.used);
  }

  private makeRoom(more: number): void {
    const least = this.used + more;
    if (least <= this.text.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(least, 2 * this.text.length));
    this.text.copy(larger, 0, 0, this.used);
    this.text = larger;
  }
}
