/** What waits at the end of a list, be it numbers or text. */
export interface Tail {
  readonly length: number;
  readonly bytes: Buffer;
  backTo(length: number): void;
  /** The memory that it was in was cleared. */
  clear(): void;
}

/** So many that are in use no more are kept to be used again. */
const MOST_SPARE = 4_096;

/** The tails of the lists of one kind, by their numbers. What was asked for last is mostly asked for next. */
export class Tails<T extends Tail> {
  private readonly tails = new Map<number, T>();
  private readonly spare: T[] = [];
  private last = -1;
  private lastTail: T | undefined;

  constructor(private readonly make: () => T) {}

  of(list: number): T {
    if (this.last === list && this.lastTail !== undefined) return this.lastTail;
    let tail = this.tails.get(list);
    if (tail === undefined) this.tails.set(list, (tail = this.spare.pop() ?? this.make()));
    this.last = list;
    this.lastTail = tail;
    return tail;
  }

  get(list: number): T | undefined {
    return this.tails.get(list);
  }

  get lists(): number[] {
    return [...this.tails.keys()];
  }

  delete(list: number): void {
    this.tails.delete(list);
    this.lastTail = undefined;
  }

  /** To be called when the memory that they are in was cleared, or is to be. */
  clear(): void {
    for (const tail of this.tails.values()) {
      if (this.spare.length === MOST_SPARE) break;
      tail.clear();
      this.spare.push(tail);
    }
    this.tails.clear();
    this.lastTail = undefined;
  }
}
