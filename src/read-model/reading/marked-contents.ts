import type { QuestionTurns } from './question-turns.js';

/** Bits of a word. */
const SHIFT = 5;
const MASK = 31;

/** Some contents, each once, in order: marked by their numbers, so that however many they are nothing has to be sorted. */
export class MarkedContents implements Iterable<number> {
  private readonly words: Uint32Array;
  private marked = 0;

  private constructor(private readonly r: number) {
    this.words = new Uint32Array((r >> SHIFT) + 1);
  }

  /**
   * @param contents in any order, some more than once
   * @param r those recorded by this event
   * @throws QuestionDropped, QuestionTooDear
   */
  static async of(contents: Iterable<number>, r: number, turns: QuestionTurns): Promise<MarkedContents> {
    const marked = new MarkedContents(r);
    await turns.each(contents, (content) => {
      marked.mark(content);
    });
    return marked;
  }

  /** How many they are. */
  get count(): number {
    return this.marked;
  }

  has(content: number): boolean {
    return content <= this.r && ((this.words[content >> SHIFT] as number) & (1 << (content & MASK))) !== 0;
  }

  *[Symbol.iterator](): Generator<number> {
    for (const [i, word] of this.words.entries()) {
      // The lowest bit first.
      for (let left = word; left !== 0; left &= left - 1) yield (i << SHIFT) + MASK - Math.clz32(left & -left);
    }
  }

  private mark(content: number): void {
    if (content > this.r || this.has(content)) return;
    this.words[content >> SHIFT] = (this.words[content >> SHIFT] as number) | (1 << (content & MASK));
    this.marked += 1;
  }
}
