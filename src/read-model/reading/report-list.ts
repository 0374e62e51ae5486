import type { VisibleReport } from '../../rules/scene.js';
import { REPORT_TYPES } from '../../vocabulary/events/report-content.js';
import type { NameKind } from '../tables/names.js';
import { GroundsReader } from './grounds-reader.js';
import { AXES } from './report-axes.js';
import type { ReportsAsked } from './reports-asked.js';
import type { SceneReader } from './scene-reader.js';
import { SummarySearch } from './summary-search.js';
import type { Seen } from './counted-contents.js';

/** So few reports that hold a text are put in order themselves; where there are more, the page is soon full on the way along the axis. */
const FEW = 2_000;

/** Reads lists of visible reports a page at a time. */
export class ReportList {
  private readonly search: SummarySearch | undefined;

  constructor(
    private readonly reader: SceneReader,
    private readonly asked: ReportsAsked,
  ) {
    this.search = asked.text === undefined ? undefined : new SummarySearch(reader.index, asked.text, reader.point.r);
  }

  /** The reports behind one of them, or the first ones. @param limit at most as many @returns null where `after` is none of the list */
  page(after: string | undefined, limit: number): VisibleReport[] | null {
    const behind = after === undefined ? undefined : this.inList(after);
    if (after !== undefined && behind === undefined) return null;
    const found: VisibleReport[] = [];
    for (const seen of this.inOrder(behind)) {
      if (!this.isAsked(seen)) continue;
      const report = this.reader.visible(seen);
      if (this.holdsText(report)) found.push(report);
      if (found.length === limit) break;
    }
    return found;
  }

  private inList(id: string): Seen | undefined {
    const { index, negotiation, point } = this.reader;
    const number = index.reportNumber(negotiation, id, point.r);
    const seen = number === undefined ? undefined : this.reader.seenReport(number);
    return seen !== undefined && this.isAsked(seen) && this.holdsText(this.reader.visible(seen)) ? seen : undefined;
  }

  /** All that may be of the list, in its order. @param behind only what comes behind it */
  private *inOrder(behind: Seen | undefined): Iterable<Seen> {
    const { asked, reader, search } = this;
    const { order, along } = AXES[asked.axis];
    const some = this.some();
    if (some === undefined) {
      for (const seen of along(reader, asked, behind)) if (search === undefined || search.mayHold(seen.content)) yield seen;
      return;
    }
    yield* some.filter((seen) => behind === undefined || order(seen, behind) > 0).sort(order);
  }

  /** Those among which all of the list are, where they are few enough to be put in order; undefined where they are not. */
  private some(): Seen[] | undefined {
    const { asked, search } = this;
    const [first] = asked.named;
    if (asked.stated !== undefined) return this.seenAmong([...this.stating(asked.stated)]);
    if (first !== undefined) {
      const seen = new Map([...this.seenNaming(...first)].map((one) => [one.content, one]));
      this.naming.set(keyOf(...first), seen);
      return [...seen.values()].filter(({ content }) => search === undefined || search.mayHold(content));
    }
    return search !== undefined && search.count <= FEW ? this.seenAmong([...search.contents()]) : undefined;
  }

  /** What is seen of some contents. */
  private seenAmong(contents: readonly number[]): Seen[] {
    const { reader, search } = this;
    const name = reader.index.names.numberOf('negotiation', '', reader.negotiation);
    return contents
      .filter((content) => reader.index.negotiationOf(content) === name && (search === undefined || search.mayHold(content)))
      .flatMap((content) => reader.index.counted.of(content, reader.point) ?? []);
  }

  private isAsked(seen: Seen): boolean {
    const { asked } = this;
    if (!AXES[asked.axis].isWithin(seen, asked, this.reader.index)) return false;
    if (asked.types !== undefined && !asked.types.includes(this.reader.typeOf(seen))) return false;
    if (asked.stated !== undefined && !this.stating(asked.stated).has(seen.content)) return false;
    return asked.named.every(([kind, ids]) => this.isNamedIn(seen, kind, ids));
  }

  /** The contents that name one of some things. */
  private readonly naming = new Map<string, { readonly has: (content: number) => boolean }>();

  private isNamedIn({ content }: Seen, kind: NameKind, ids: readonly string[]): boolean {
    const key = keyOf(kind, ids);
    let contents = this.naming.get(key);
    if (contents === undefined) {
      contents = new Set([...this.seenNaming(kind, ids)].map((seen) => seen.content));
      this.naming.set(key, contents);
    }
    return contents.has(content);
  }

  private *seenNaming(kind: NameKind, ids: readonly string[]): Generator<Seen> {
    for (const id of ids) yield* this.reader.seenNaming(kind, id, this.asked.types ?? REPORT_TYPES);
  }

  private statingContents: ReadonlySet<number> | undefined;

  private stating({ propositions, parties }: NonNullable<ReportsAsked['stated']>): ReadonlySet<number> {
    if (this.statingContents !== undefined) return this.statingContents;
    const { index, negotiation, point } = this.reader;
    const grounds = new GroundsReader(index, negotiation, point);
    const contents = propositions.flatMap((id) => [...grounds.contentsOn({ kind: 'proposition', id }, parties)]);
    return (this.statingContents = new Set(contents));
  }

  private holdsText({ content }: VisibleReport): boolean {
    const { text } = this.asked;
    return text === undefined || content.summary.toLowerCase().includes(text.toLowerCase());
  }
}

function keyOf(kind: NameKind, ids: readonly string[]): string {
  return `${kind} ${ids.join(' ')}`;
}
