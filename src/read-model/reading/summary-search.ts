import { GROUP_SHIFT, LIST_KINDS } from '../tables/list-kinds.js';
import { packedSummaries } from '../tables/summaries.js';
import type { Index } from './opened-lists.js';

const NEWLINE = 10;

/** The contents whose summaries may hold a text, whatever its case: found by going through the summaries once. */
export class SummarySearch {
  private found: ReadonlySet<number> | undefined;
  private readonly needle: Buffer;

  /** @param r only what is recorded by this event */
  constructor(
    private readonly index: Index,
    text: string,
    private readonly r: number,
  ) {
    this.needle = Buffer.from(text.toLowerCase().replaceAll('\n', '\r'));
  }

  /** Whether the summary of a content may hold it. */
  mayHold(content: number): boolean {
    return this.contents.has(content);
  }

  /** All such contents in the order in which they were recorded; undefined where they are more. */
  atMost(many: number): number[] | undefined {
    return this.contents.size > many ? undefined : [...this.contents];
  }

  private get contents(): ReadonlySet<number> {
    this.found ??= this.search();
    return this.found;
  }

  private search(): Set<number> {
    const found = new Set<number>();
    for (let group = 0; group <= this.r >> GROUP_SHIFT; group += 1) {
      const first = group === 0 ? 1 : group << GROUP_SHIFT;
      for (const line of linesWith(this.summariesOf(group), this.needle)) if (first + line <= this.r) found.add(first + line);
    }
    return found;
  }

  private summariesOf(group: number): Buffer {
    const { file, lists } = this.index;
    const packed = packedSummaries(file, group);
    if (packed !== undefined) return packed;
    const lines = lists.bytes(LIST_KINDS.summaries, group, this.r);
    // In between the group may have become complete.
    return lines.length > 0 ? lines : (packedSummaries(file, group) ?? lines);
  }
}

/** The lines of a text that hold another one, each once, in order. */
function* linesWith(text: Buffer, needle: Buffer): Generator<number> {
  let line = 0;
  let counted = 0;
  for (let at = text.indexOf(needle); at >= 0;) {
    for (let newline = text.indexOf(NEWLINE, counted); newline >= 0 && newline < at; newline = text.indexOf(NEWLINE, counted)) {
      line += 1;
      counted = newline + 1;
    }
    yield line;
    const end = text.indexOf(NEWLINE, at);
    if (end < 0) return;
    at = text.indexOf(needle, end + 1);
  }
}
