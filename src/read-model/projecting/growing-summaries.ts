import { firstOfGroup, groupsOfSpan, lastOfGroup, spanOfGroup } from '../tables/groups.js';
import { LIST_KINDS, SPAN_SHIFT } from '../tables/list-kinds.js';
import { pack, packedSummaries } from '../tables/summaries.js';
import { SummaryWords } from '../tables/summary-words.js';
import type { GrowingLists } from './growing-lists.js';

/** Brings summaries into the form in which they are searched, group by group and span by span, as each becomes complete. */
export class GrowingSummaries {
  constructor(private readonly lists: GrowingLists) {}

  /** To be called in a transaction, before what waits is written. @param last the number of the last event */
  flush(last: number): void {
    const complete = this.lists.textsWaiting(LIST_KINDS.summaries).filter((group) => lastOfGroup(group) <= last);
    const texts = new Map<number, Buffer>();
    for (const group of complete) {
      // A group that is complete needs no lines that can grow.
      const text = this.lists.takeText(LIST_KINDS.summaries, group);
      texts.set(group, text);
      this.lists.put(LIST_KINDS.packedSummaries, group, pack(text));
      const span = spanOfGroup(group);
      if (groupsOfSpan(span).at(-1) === group) this.index(span, texts);
    }
  }

  /** @param texts of groups that were complete just now */
  private index(span: number, texts: ReadonlyMap<number, Buffer>): void {
    const words = new SummaryWords();
    for (const group of groupsOfSpan(span)) {
      const text = texts.get(group) ?? packedSummaries(this.lists, group);
      if (text !== undefined) words.add(text, firstOfGroup(group) - (span << SPAN_SHIFT));
    }
    const { words: fragments, places } = words.pack();
    this.lists.put(LIST_KINDS.summaryWords, span, fragments);
    this.lists.put(LIST_KINDS.summaryPlaces, span, places);
  }
}
