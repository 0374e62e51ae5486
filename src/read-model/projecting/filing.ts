import { LIST_KINDS, namingKind, STANDING_SHIFT } from '../tables/list-kinds.js';
import { REPORT_TYPES } from '../../vocabulary/events/report-content.js';
import type { ContentLists } from './content-lists.js';
import type { GrowingModel } from './growing-model.js';
import type { KnownRegistry } from './known-registry.js';
import type { ReportVersions } from './report-versions.js';
import type { ToldContent } from './told.js';

/**
 * A proposition that reports use moves to another issue where two nodes wrote at once. From then on its reports are of that issue, since
 * registry entries count as recorded by R (design 4, "Recorded"). An issue's lists keep what left it, and its list `moved` tells since when.
 */
export class Filing {
  constructor(
    private readonly model: GrowingModel,
    private readonly registry: KnownRegistry,
    private readonly lists: ContentLists,
    private readonly versions: ReportVersions,
  ) {}

  /** The event changed a proposition; the registry knows it already. */
  propositionChanged(negotiation: string, id: string, event: number): void {
    if (this.registry.issueOf(negotiation, id, event - 1) === this.registry.issueOf(negotiation, id, event)) return;
    const name = this.model.names.of('proposition', negotiation, id).number;
    const contents = REPORT_TYPES.flatMap((type) => [...this.model.lists.numbers(namingKind(type), name)]);
    for (const content of contents.sort((a, b) => a - b)) this.refile(content, event);
  }

  private refile(content: number, event: number): void {
    const told = this.versions.toldAt(content);
    const [was, is] = [this.lists.issuesOf(told, event - 1), this.lists.issuesOf(told, event)];
    for (const issue of was) if (!is.includes(issue)) this.move(content, told.negotiation.id, issue, event, 0);
    for (const issue of is) if (!was.includes(issue)) this.enter(told, content, issue, event);
  }

  private enter(told: ToldContent, content: number, issue: string, event: number): void {
    const { lists } = this.model;
    const number = this.move(content, told.negotiation.id, issue, event, 1);
    // It may have been of that issue before, and left it.
    if (!lists.numbers(namingKind(told.type), number).includes(content)) {
      lists.tail(namingKind(told.type), number).push(content);
      this.lists.tie(told, content, number);
    }
    // Where it counts no longer it may count again.
    for (const { oHi, pHi } of this.model.standingsOf(content)) {
      const list = this.model.days.listOf(LIST_KINDS.standing, number, oHi >> STANDING_SHIFT, event);
      const entry = [told.isNews ? content : -content, oHi, pHi];
      if (!holdsRow(lists.numbers(LIST_KINDS.standing, list), entry)) lists.tail(LIST_KINDS.standing, list).push(...entry);
    }
  }

  /** @returns the number of the issue */
  private move(content: number, negotiation: string, issue: string, event: number, isIn: 0 | 1): number {
    const { number } = this.model.names.of('issue', negotiation, issue);
    this.model.lists.tail(LIST_KINDS.moved, number).push(content, event, isIn);
    return number;
  }
}

/** Whether a list whose rows are as long as this one holds it. */
function holdsRow(numbers: Int32Array, row: readonly number[]): boolean {
  for (let at = 0; at < numbers.length; at += row.length) if (row.every((number, i) => numbers[at + i] === number)) return true;
  return false;
}
