import type { MeetingFacts } from '../../rules/meeting-state.js';
import type { Registry, Visible, VisibleReport } from '../../rules/scene.js';
import { standsOnNoIssue } from '../../rules/stands-on-no-issue.js';
import type { At } from '../../vocabulary/axes.js';
import { REPORT_TYPES, type ReportType } from '../../vocabulary/events/report-content.js';
import { LIST_KINDS, namingKind } from '../tables/list-kinds.js';
import type { NameKind } from '../tables/names.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { recent } from '../tables/recent.js';
import { SCOPE } from '../tables/scopes.js';
import { type Index, indexOf } from './opened-lists.js';
import { laterOf } from './later.js';
import { isFiled, movedOf } from './moved.js';
import type { Point } from './point.js';
import { RegistryReader } from './registry-reader.js';
import type { Seen } from './counted-contents.js';
import { withoutSources } from './without-sources.js';
import { visibleOf, visibleReport } from './visible-report.js';

const KEPT_MEETINGS = 500;

/** Reads what is visible of one negotiation at one point on the axes. */
export class SceneReader {
  readonly index: Index;
  readonly point: Point;
  readonly entries: RegistryReader;
  /** What was read of meetings here. */
  readonly meetings = recent<string, MeetingFacts>(KEPT_MEETINGS);
  private known: Registry | undefined;

  constructor(
    readonly file: ReadModelFile,
    readonly negotiation: string,
    readonly at: At,
  ) {
    this.index = indexOf(file);
    this.point = withoutSources(this.index, negotiation, this.index.point(at));
    this.entries = new RegistryReader(file, negotiation, at.recordedBy);
  }

  /** Whether the negotiation is recorded by R. */
  get exists(): boolean {
    return (this.known ??= this.entries.forRules()) !== undefined;
  }

  /** The registry as the rules read it. @throws Error where the negotiation is not recorded by R */
  get registry(): Registry {
    this.known ??= this.entries.forRules();
    if (this.known === undefined) throw new Error(`the negotiation ${this.negotiation} is not recorded by then`);
    return this.known;
  }

  /** One report; undefined where it is not visible. */
  report(id: string): VisibleReport | undefined {
    const report = this.index.reportNumber(this.negotiation, id, this.point.r);
    const seen = report === undefined ? undefined : this.seenReport(report);
    return seen && this.visible(seen);
  }

  /** Where a report stands, whatever it says; undefined where it is not visible. @param report its number */
  seenReport(report: number): Seen | undefined {
    const original = this.index.counted.of(report, this.point);
    if (original !== undefined) return original;
    for (const { event, type } of laterOf(this.index, SCOPE.report, report, this.point.r)) {
      const seen = type === 'ReportCorrected' ? this.index.counted.of(event, this.point) : undefined;
      if (seen !== undefined) return seen;
    }
    return undefined;
  }

  /** What is seen of a report with what it says. */
  visible(seen: Seen): VisibleReport {
    return visibleReport(this.index, seen, this.point);
  }

  /** The type of what is seen; it is told without reading what it says, but for corrections. */
  typeOf({ content, report }: Seen): ReportType {
    return content === report ? (this.index.typeOf(content) as ReportType) : this.index.content(content).type;
  }

  /** The visible reports that name one of some things, in no order. @param types only those of these types */
  reportsNaming(kind: NameKind, ids: readonly string[], types: readonly ReportType[] = REPORT_TYPES): VisibleReport[] {
    const found = new Map<number, Seen>();
    for (const id of ids) for (const seen of this.seenNaming(kind, id, types)) found.set(seen.report, seen);
    return [...found.values()].map((seen) => this.visible(seen));
  }

  /** The visible reports of a type that stand on the negotiation itself, in no order. */
  reportsOnNoIssue(type: ReportType): VisibleReport[] {
    // A proposition may have come to an issue since: where its definition cannot be read, with a change that can.
    return this.reportsNaming('unassigned', [''], [type]).filter(({ content }) => standsOnNoIssue(content, this.registry));
  }

  /** Those that name one thing, without what they say. */
  visibleNaming(kind: NameKind, id: string, types: readonly ReportType[] = REPORT_TYPES): Visible[] {
    return [...this.seenNaming(kind, id, types)].map((seen) => visibleOf(this.index, seen, this.point));
  }

  /** Whether a visible report names something. */
  isNamed(kind: NameKind, id: string): boolean {
    for (const _ of this.seenNaming(kind, id, REPORT_TYPES)) return true;
    return false;
  }

  /** How many visible reports name something. */
  countNaming(kind: Exclude<NameKind, 'source'>, id: string): number {
    const { index, negotiation, point } = this;
    const name = index.names.numberOf(kind, negotiation, id);
    if (name === undefined) return 0;
    const lists = REPORT_TYPES.map((type) => index.lists.numbers(namingKind(type), name, point.r));
    const moved = kind === 'issue' ? movedOf(index, name, point.r) : undefined;
    if (moved !== undefined) return [...this.seenNaming(kind, id, REPORT_TYPES)].length;
    return lists.reduce((sum, contents) => sum + index.counted.count(contents, point), 0);
  }

  /** What is counted of those that name something, type by type in the order in which they were recorded. */
  *seenNaming(kind: NameKind, id: string, types: readonly ReportType[]): Generator<Seen> {
    const { index, point } = this;
    for (const content of this.contentsNaming(kind, id, types)) {
      const seen = index.counted.of(content, point);
      if (seen !== undefined) yield seen;
    }
  }

  /** The contents recorded by R that name something, counted or not, type by type; of an issue those that are its at R. */
  *contentsNaming(kind: NameKind, id: string, types: readonly ReportType[]): Generator<number> {
    const { index, negotiation, point } = this;
    const name = index.names.numberOf(kind, negotiation, id);
    if (name === undefined) return;
    if (kind === 'source') {
      yield* contentsOfSource(index, name, types, point.r);
      return;
    }
    for (const type of types) {
      const contents = index.lists.numbers(namingKind(type), name, point.r);
      const moved = kind === 'issue' ? movedOf(index, name, point.r) : undefined;
      for (const content of contents) if (content <= point.r && isFiled(moved, content, point.r)) yield content;
    }
  }
}

/** The contents that ever named a source, visible or not. @param name its number */
function* contentsOfSource(index: Index, name: number, types: readonly ReportType[], r: number): Generator<number> {
  const isAll = types.length === REPORT_TYPES.length;
  for (const content of index.lists.numbers(LIST_KINDS.ofSource, name, r)) {
    if (content <= r && (isAll || types.includes(index.content(content).type))) yield content;
  }
}
