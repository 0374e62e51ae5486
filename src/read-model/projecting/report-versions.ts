import { plainEventOf } from '../../event-store/typed-event.js';
import type { Amendment, CountedRemoval } from '../../rules/in-force.js';
import { isReport } from '../../vocabulary/events/log-event.js';
import type { ReportContent } from '../../vocabulary/events/report-content.js';
import type { Reason } from '../../vocabulary/events/report-corrections.js';
import { dayBefore, fromColumn, STILL, toColumn, windowOfColumns } from '../tables/columns.js';
import { LIST_KINDS } from '../tables/list-kinds.js';
import { SCOPE } from '../tables/scopes.js';
import type { Content, ContentLists } from './content-lists.js';
import { Extracts } from '../extracting/extracts.js';
import type { GrowingModel, OpenStanding, Standing } from './growing-model.js';
import { countingOf, type VersionInfo } from '../extracting/in-force.js';
import type { KnownRegistry } from './known-registry.js';
import { Terms } from './term.js';
import { Reading, type ToldContent } from './told.js';

/** A content that counts, where it stands. */
interface Placed {
  readonly content: Content;
  readonly standing: Standing;
}

/** Which version of a report counts where: worked out anew whenever an event changes it. Design 4, "In force". */
export class ReportVersions {
  private readonly extracts = new Extracts();
  private readonly terms = new Terms();

  constructor(
    private readonly model: GrowingModel,
    private readonly registry: KnownRegistry,
    private readonly lists: ContentLists,
  ) {}

  /** A report that is new. */
  first(content: Content): void {
    const earlier: Standing[] = [];
    for (const { standing } of this.counting([content], [], [])) {
      this.lists.begin(content, standing, content.content, earlier);
      earlier.push(standing);
    }
  }

  /**
   * What an event changed of a report, its rows of `later` included: where its versions count.
   * @param correction what the event told, where it is a correction
   */
  changed(report: number, event: number, correction?: ToldContent): void {
    const later = this.registry.later(SCOPE.report, report);
    const corrections = later.filter(({ type }) => type === 'ReportCorrected');
    const events = [report, ...corrections.map((row) => row.event)];
    const contents = events.map((one) =>
      this.lists.contentOf((one === event ? correction : undefined) ?? this.toldAt(one), one, report, event),
    );
    const amendments = corrections.map(({ reason, published_hi }) => ({
      reason: reason as Reason,
      publishedHi: published_hi === null ? null : fromColumn(published_hi),
    }));
    const removals = this.registry.removals(SCOPE.report, report);
    this.replace(contents, this.counting(contents, amendments, removals), event);
  }

  /** The source of reports was changed, withdrawn or readmitted: where their versions count. */
  sourceChanged(negotiation: string, source: string, event: number): void {
    const { number } = this.registry.source(negotiation, source);
    const contents = this.model.lists.numbers(LIST_KINDS.ofSource, number);
    // What a content is about is its report, be it the original or a correction.
    const reports = new Set([...contents].flatMap((content) => this.model.reports.find(negotiation, this.model.subjectOf(content)) ?? []));
    for (const report of [...reports].sort((a, b) => a - b)) this.changed(report, event);
  }

  /** What a correction told, or a report as it was first recorded. */
  told(body: ReportContent): ToldContent {
    return new Reading(this.extracts.ofContent(body), this.terms).content();
  }

  private replace(contents: readonly Content[], after: readonly Placed[], event: number): void {
    const known = new Map<number, Standing[]>();
    const open = contents.flatMap((content) => {
      const standings = this.model.standingsOf(content.content);
      known.set(content.content, [...standings]);
      return standings.filter(({ rTo }) => rTo === STILL).map((standing) => ({ content, standing }));
    });
    const before = open.sort((a, b) => a.standing.kFrom - b.standing.kFrom);
    if (before.length === after.length && before.every((one, i) => areSame(one, after[i]))) return;
    for (const { content, standing } of before) this.lists.end(content, standing, standing.rFrom, event);
    for (const { content, standing } of after) {
      const earlier = known.get(content.content) ?? [];
      this.lists.begin(content, standing, event, earlier);
      earlier.push(standing);
    }
  }

  private counting(contents: readonly Content[], corrections: readonly Amendment[], removals: readonly CountedRemoval[]): Placed[] {
    const versions = contents.map(({ told }) => this.versionOf(told));
    return countingOf({ versions, corrections, removals }).map(({ knownFrom, nextFrom, version, published, occurred }) => {
      const content = contents[version] as Content;
      const standing = {
        kFrom: toColumn(knownFrom),
        kTo: nextFrom === null ? toColumn(Infinity) : dayBefore(nextFrom),
        pLo: toColumn(published.lo),
        pHi: toColumn(published.hi),
        oLo: toColumn(occurred.lo),
        oHi: toColumn(occurred.hi),
        written: this.writtenOf(content.told),
      };
      return { content, standing };
    });
  }

  private versionOf({ source, occurred }: ToldContent): VersionInfo {
    const { lo, hi, removals } = this.registry.sourceOf(source);
    return { source: { published: windowOfColumns(lo, hi), removals }, occurred: occurred && windowOfColumns(occurred.lo, occurred.hi) };
  }

  private writtenOf({ source, occurred }: ToldContent): number {
    if (occurred === null) return -this.registry.sourceOf(source).written;
    return this.model.names.numberOf('written', occurred.edtf);
  }

  /** What a content told that was recorded before. */
  toldAt(content: number): ToldContent {
    const event = plainEventOf(this.model.bodyOf(content));
    if (event.type === 'ReportCorrected') return this.told(event.report);
    if (!isReport(event)) throw new Error(`event ${String(content)} records no report`);
    return this.told(event);
  }
}

function areSame(one: Placed & { readonly standing: OpenStanding }, other: Placed | undefined): boolean {
  if (one.content.content !== other?.content.content) return false;
  const [a, b] = [one.standing, other.standing];
  return (
    a.kFrom === b.kFrom &&
    a.kTo === b.kTo &&
    a.pLo === b.pLo &&
    a.pHi === b.pHi &&
    a.oLo === b.oLo &&
    a.oHi === b.oHi &&
    a.written === b.written
  );
}
