import { firstOfGroup, groupsOfSpan } from '../tables/groups.js';
import { LIST_KINDS, SPAN_SHIFT } from '../tables/list-kinds.js';
import { Lists } from '../tables/lists.js';
import { packedSummaries } from '../tables/summaries.js';
import { WordsOfSpan } from '../tables/summary-words.js';
import { fragmentsOf } from '../tables/text-fragments.js';
import type { Index } from './opened-lists.js';
import type { QuestionTurns } from './question-turns.js';

const NEWLINE = 10;
/** So many fragments of a text are looked up, the longest ones: they leave few others. */
const MOST_FRAGMENTS = 4;

/**
 * The contents whose summaries may hold a text, whatever its case: those that have each of its fragments. A span is looked up in its index of words
 * when one of its contents is asked about; where it is not complete, its summaries are gone through.
 */
export class SummarySearch {
  private readonly lists: Lists;
  private readonly text: Buffer;
  private readonly fragments: readonly Buffer[];
  /** For each content how many of the fragments it has, if it has all before that. */
  private readonly marks: Uint8Array;
  /** For each span whether it is looked up. */
  private readonly known: Uint8Array;
  private found = 0;

  /** @param r only what is recorded by this event */
  constructor(
    private readonly index: Index,
    text: string,
    private readonly r: number,
  ) {
    this.lists = new Lists(index.file);
    this.text = Buffer.from(text.toLowerCase().replaceAll('\n', '\r'));
    this.fragments = fragmentsOf(this.text)
      .sort((a, b) => b.length - a.length)
      .slice(0, MOST_FRAGMENTS);
    this.marks = new Uint8Array(r + 1);
    this.known = new Uint8Array((r >> SPAN_SHIFT) + 1);
  }

  /** Whether the summary of a content may hold it. */
  mayHold(content: number): boolean {
    if (content > this.r) return false;
    this.know(content >> SPAN_SHIFT);
    return this.marks[content] === this.fragments.length;
  }

  /** Looks up what tells of some contents, others having their turn in between. @throws QuestionDropped, QuestionTooDear */
  async lookUpAll(contents: Iterable<number>, turns: QuestionTurns): Promise<void> {
    for (const content of contents) {
      if (content > this.r || this.known[content >> SPAN_SHIFT] === 1) continue;
      this.know(content >> SPAN_SHIFT);
      await turns.worked();
    }
  }

  /**
   * How many such contents there are, the latest ones looked up first.
   * @param many where there are more than so many, no more than that is told
   * @throws QuestionDropped, QuestionTooDear
   */
  async count(many: number, turns: QuestionTurns): Promise<number> {
    for (let span = this.known.length - 1; span >= 0 && this.found <= many; span -= 1) {
      this.know(span);
      await turns.worked();
    }
    return this.found;
  }

  /** All such contents in the order in which they were recorded. */
  *contents(): Generator<number> {
    for (let content = 1; content <= this.r; content += 1) if (this.mayHold(content)) yield content;
  }

  private know(span: number): void {
    if (this.known[span] === 1) return;
    this.known[span] = 1;
    if (this.fragments.length > 0) this.search(span);
    const end = Math.min((span + 1) << SPAN_SHIFT, this.r + 1);
    for (let content = Math.max(1, span << SPAN_SHIFT); content < end; content += 1) {
      if (this.marks[content] === this.fragments.length) this.found += 1;
    }
  }

  private search(span: number): void {
    const words = this.lists.bytes(LIST_KINDS.summaryWords, span);
    if (words.length > 0) this.lookUp(span, words, this.marks);
    else this.goThrough(span, this.marks);
  }

  private lookUp(span: number, words: Buffer, marks: Uint8Array): void {
    const before = span << SPAN_SHIFT;
    const ofSpan = new WordsOfSpan(words, () => this.lists.bytes(LIST_KINDS.summaryPlaces, span));
    for (const [i, fragment] of this.fragments.entries()) {
      ofSpan.find(fragment, (place) => {
        if (marks[before + place] === i) marks[before + place] = i + 1;
      });
    }
  }

  private goThrough(span: number, marks: Uint8Array): void {
    for (const group of groupsOfSpan(span)) {
      const first = firstOfGroup(group);
      if (first > this.r) return;
      for (const line of linesWith(this.summariesOf(group), this.text)) marks[first + line] = this.fragments.length;
    }
  }

  private summariesOf(group: number): Buffer {
    const packed = packedSummaries(this.lists, group);
    if (packed !== undefined) return packed;
    const lines = this.index.lists.bytes(LIST_KINDS.summaries, group, this.r);
    // In between the group may have become complete.
    return lines.length > 0 ? lines : (packedSummaries(this.lists, group) ?? lines);
  }
}

/** The lines of a text that hold another one, each once, in order. */
function* linesWith(text: Buffer, needle: Buffer): Generator<number> {
  let [line, counted] = [0, 0];
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, counted)) {
    for (; counted < at; counted += 1) if (text[counted] === NEWLINE) line += 1;
    yield line;
    const end = text.indexOf(NEWLINE, at);
    if (end < 0) return;
    counted = end;
  }
}
