import type { VisibleReport } from '../../rules/scene.js';
import { REPORT_TYPES } from '../../vocabulary/events/report-content.js';
import { LIST_KINDS } from '../tables/list-kinds.js';
import { contentsAlongLog } from './contents-along-log.js';
import type { Seen } from './counted-contents.js';
import { GroundsReader } from './grounds-reader.js';
import { MarkedContents } from './marked-contents.js';
import { QuestionTurns } from './question-turns.js';
import { AXES } from './report-axes.js';
import type { ReportsAsked } from './reports-asked.js';
import type { SceneReader } from './scene-reader.js';
import { sortedInRuns } from './sorted-runs.js';
import { SummarySearch } from './summary-search.js';

/** So few contents are put in order themselves; where there are more, the page is soon full on the way along the axis. */
const FEW = 2_000;
/** So are more of them, where there are so many times as many events: on the way it would take long to meet one. */
const RARE = 32;

/** Reads lists of visible reports a page at a time, others having their turn in between. */
export class ReportList {
  /**
   * @param sets all reports of the list say something of each; the shortest one first
   * @param search whether a summary may hold the text that is asked for
   */
  private constructor(
    private readonly reader: SceneReader,
    private readonly asked: ReportsAsked,
    private readonly turns: QuestionTurns,
    private readonly sets: readonly MarkedContents[],
    private readonly search: SummarySearch | undefined,
  ) {}

  /** @throws QuestionDropped, QuestionTooDear */
  static async of(reader: SceneReader, asked: ReportsAsked): Promise<ReportList> {
    const turns = new QuestionTurns();
    const { index, point } = reader;
    const search = asked.text === undefined ? undefined : new SummarySearch(index, asked.text, point.r);
    const sets: MarkedContents[] = [];
    for (const contents of setsOf(reader, asked)) sets.push(await MarkedContents.of(contents, point.r, turns));
    sets.sort((a, b) => a.count - b.count);
    return new ReportList(reader, asked, turns, sets, search);
  }

  /**
   * The reports behind one of them, or the first ones.
   * @param limit at most as many
   * @returns null where `after` is none of the list
   * @throws QuestionDropped, QuestionTooDear
   */
  async page(after: string | undefined, limit: number): Promise<VisibleReport[] | null> {
    const behind = after === undefined ? undefined : this.inList(after);
    if (after !== undefined && behind === undefined) return null;
    const found: VisibleReport[] = [];
    for (const seen of await this.inOrder(behind)) {
      await this.turns.worked();
      if (seen === undefined || !this.isAsked(seen)) continue;
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

  /** All that may be of the list, in its order; undefined: none here, a place for a turn. @param behind only what comes behind it */
  private async inOrder(behind: Seen | undefined): Promise<Iterable<Seen | undefined>> {
    const { asked, reader } = this;
    const contents = await this.among();
    if (contents !== undefined && asked.axis === 'recorded') return contentsAlongLog(reader, contents, { asked, behind }, this.turns);
    if (contents !== undefined && this.isFew(contents.length)) return this.sorted(contents, behind);
    return AXES[asked.axis].along(reader, asked, { behind, mayBe: (content) => this.mayBe(content) });
  }

  private isFew(count: number): boolean {
    const { index, negotiation, point } = this.reader;
    const owner = index.names.numberOf('negotiation', '', negotiation);
    return count <= FEW || owner === undefined || count * RARE <= index.lists.numbers(LIST_KINDS.eventsOf, owner, point.r).length;
  }

  /** The contents among which all of the list are, in order; undefined where that may be any. */
  private async among(): Promise<Int32Array | undefined> {
    const { search } = this;
    const [shortest] = this.sets;
    if (shortest === undefined && (search === undefined || (await search.count(FEW, this.turns)) > FEW)) return undefined;
    if (shortest !== undefined) await search?.lookUpAll(shortest, this.turns);
    const { index, negotiation } = this.reader;
    const name = index.names.numberOf('negotiation', '', negotiation);
    const isIt = (content: number): boolean => this.mayBe(content) && index.negotiationOf(content) === name;
    return new Int32Array(await this.turns.filter(shortest ?? search?.contents() ?? [], isIt));
  }

  private async sorted(contents: Int32Array, behind: Seen | undefined): Promise<Iterable<Seen>> {
    const { index, point } = this.reader;
    const { order } = AXES[this.asked.axis];
    const found: Seen[] = [];
    for (const content of contents) {
      const seen = index.counted.of(content, point);
      if (seen !== undefined && (behind === undefined || order(seen, behind) > 0)) found.push(seen);
      await this.turns.worked();
    }
    return sortedInRuns(found, order, this.turns);
  }

  private mayBe(content: number): boolean {
    return this.sets.every((set) => set.has(content)) && this.search?.mayHold(content) !== false;
  }

  private isAsked(seen: Seen): boolean {
    const { asked } = this;
    if (!AXES[asked.axis].isWithin(seen, asked, this.reader.index)) return false;
    return this.mayBe(seen.content) && (asked.types === undefined || asked.types.includes(this.reader.typeOf(seen)));
  }

  private holdsText({ content }: VisibleReport): boolean {
    const { text } = this.asked;
    return text === undefined || content.summary.toLowerCase().includes(text.toLowerCase());
  }
}

/** For each thing that is asked for the contents that ever said something of it. */
function* setsOf(reader: SceneReader, { named, types = REPORT_TYPES, stated }: ReportsAsked): Generator<Iterable<number>> {
  const { index, negotiation, point } = reader;
  for (const [kind, ids] of named) yield several(ids, (id) => reader.contentsNaming(kind, id, kind === 'source' ? REPORT_TYPES : types));
  if (stated === undefined) return;
  const grounds = new GroundsReader(index, negotiation, point);
  yield several(stated.propositions, (id) => grounds.contentsOn({ kind: 'proposition', id }, stated.parties));
}

function* several(ids: readonly string[], contentsOf: (id: string) => Iterable<number>): Generator<number> {
  for (const id of ids) yield* contentsOf(id);
}
