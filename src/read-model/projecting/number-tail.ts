import type { TailMemory } from './tail-memory.js';

const WORD = 4;
/** Most lists get few numbers in a batch. */
const FIRST = 8;

/** The numbers of 32 bits that wait at the end of a list. They stand as they are written, and no collector of garbage looks through them. */
export class NumberTail {
  /** Where they begin in the memory, how many there are, and for how many there is a place; all in numbers. */
  private start = 0;
  private used = 0;
  private places = 0;

  constructor(private readonly memory: TailMemory) {}

  get length(): number {
    return this.used;
  }

  push(...numbers: readonly number[]): void {
    this.add(numbers);
  }

  add(numbers: ArrayLike<number>): void {
    const end = this.used + numbers.length;
    if (end > this.places) this.grow(end);
    const all = this.memory.numbers;
    const start = this.start + this.used;
    for (let i = 0; i < numbers.length; i += 1) all[start + i] = numbers[i] as number;
    this.used = end;
  }

  /** Takes back the numbers from a place on. */
  backTo(length: number): void {
    this.used = length;
  }

  /** As they are written; not to be kept. */
  get bytes(): Buffer {
    return this.memory.bytes.subarray(this.start * WORD, (this.start + this.used) * WORD);
  }

  /** The memory was cleared. */
  clear(): void {
    this.start = 0;
    this.used = 0;
    this.places = 0;
  }

  private grow(least: number): void {
    this.places = Math.max(FIRST, least, 2 * this.places);
    this.start = this.memory.takeLarger(this.start * WORD, this.used * WORD, this.places * WORD) / WORD;
  }
}
