/** Most lists get few numbers in a batch: so many are held beside their array itself. */
const FIRST = 8;

/** The numbers of 32 bits that wait at the end of a list. They stand as they are written, and no collector of garbage looks through them. */
export class NumberTail {
  private numbers = new Int32Array(FIRST);
  private used = 0;

  get length(): number {
    return this.used;
  }

  push(...numbers: readonly number[]): void {
    this.add(numbers);
  }

  add(numbers: ArrayLike<number>): void {
    const end = this.used + numbers.length;
    if (end > this.numbers.length) this.grow(end);
    for (let i = 0; i < numbers.length; i += 1) this.numbers[this.used + i] = numbers[i] as number;
    this.used = end;
  }

  /** Takes back the numbers from a place on. */
  backTo(length: number): void {
    this.used = length;
  }

  /** As they are written; not to be kept. */
  get bytes(): Buffer {
    return Buffer.from(this.numbers.buffer, this.numbers.byteOffset, this.used * this.numbers.BYTES_PER_ELEMENT);
  }

  private grow(least: number): void {
    const larger = new Int32Array(Math.max(least, 2 * this.numbers.length));
    larger.set(this.numbers);
    this.numbers = larger;
  }
}
