import { GROUP_SHIFT, LIST_KINDS, namingKind, STANDING_SHIFT } from '../tables/list-kinds.js';
import { isOpenEnd, OPEN_END, STILL } from '../tables/columns.js';
import { packHead, strandOf } from '../tables/statement-head.js';
import { rankOfClaim } from '../../rules/rank.js';
import { weightOf } from '../../vocabulary/modality.js';
import { NEVER } from '../extracting/extract-form.js';
import type { GrowingModel, Standing } from './growing-model.js';
import type { KnownRegistry } from './known-registry.js';
import type { ToldContent, ToldStatement } from '../extracting/told.js';

/** A content of a report, with what it told. */
export interface Content {
  readonly told: ToldContent;
  /** The event that recorded it, and the one that first recorded its report. */
  readonly content: number;
  readonly report: number;
  /** The numbers of its issues. */
  readonly issues: readonly number[];
}

/** Puts contents onto the lists that hold them. */
export class ContentLists {
  constructor(
    private readonly model: GrowingModel,
    private readonly registry: KnownRegistry,
  ) {}

  /** A content, its issues looked up as an event leaves them. Design 4, "A report's issues". */
  contentOf(told: ToldContent, content: number, report: number, event: number): Content {
    const issues = this.issuesOf(told, event).map((id) => this.model.names.of('issue', told.negotiation, id).number);
    return { told, content, report, issues };
  }

  /** The ids of its issues, as an event leaves them. */
  issuesOf({ negotiation, issues, propositions }: ToldContent, event: number): string[] {
    const all = [...issues];
    for (const proposition of propositions) {
      const issue = this.registry.issueOf(negotiation, proposition, event);
      if (issue !== undefined) all.push(issue);
    }
    return all.length < 2 ? all : [...new Set(all)];
  }

  /** What a content names, whenever it counts. */
  record({ told, content, issues }: Content): void {
    const { names, lists } = this.model;
    const { negotiation } = told;
    lists.tail(LIST_KINDS.ofSource, this.registry.source(negotiation, told.source).number).push(content);
    const naming = namingKind(told.type);
    const named = new Set<number>(issues);
    if (issues.length === 0) named.add(names.of('unassigned', negotiation, '').number);
    for (const [kind, id] of told.named) named.add(names.of(kind, negotiation, id).number);
    for (const name of named) lists.tail(naming, name).push(content);
    for (const issue of issues) this.tie(told, content, issue);
  }

  /** Ties the meetings and plans that a content names to one of its issues. */
  tie({ negotiation, meetings, plans }: ToldContent, content: number, issue: number): void {
    const { names, lists, pairs } = this.model;
    for (const kind of ['meeting', 'plan'] as const) {
      for (const id of kind === 'meeting' ? meetings : plans) {
        lists.tail(LIST_KINDS.tied, pairs.listOf(issue, names.of(kind, negotiation, id).number)).push(content);
      }
    }
  }

  /** A content counts from an event on. @param before where it counted earlier: there it stands already */
  begin(content: Content, standing: Standing, event: number, before: readonly Standing[]): void {
    this.count(content, standing, event, STILL);
    this.stand(content, standing, event, before);
    for (const statement of content.told.statements) this.say(content, statement, standing, event, STILL);
  }

  /** A content that counted from an event on does so no longer. @param event that ends it */
  end(content: Content, standing: Standing, rFrom: number, event: number): void {
    this.count(content, standing, rFrom, event);
    for (const statement of content.told.statements) this.say(content, statement, standing, rFrom, event);
  }

  private count({ content, report }: Content, standing: Standing, rFrom: number, rTo: number): void {
    const { kFrom, kTo, pLo, pHi, oLo, oHi, written } = standing;
    const tail = this.model.lists.tail(LIST_KINDS.inForce, content >> GROUP_SHIFT);
    tail.push(content, report, rFrom, rTo, kFrom, kTo, pLo, pHi, oLo, oHi, written);
  }

  /** On the days of its windows. */
  private stand({ told, content, report, issues }: Content, standing: Standing, event: number, before: readonly Standing[]): void {
    const { days, lists, names } = this.model;
    const negotiation = names.of('negotiation', '', told.negotiation).number;
    const { pLo, pHi, oLo, oHi } = standing;
    const onDay = (kind: number, day: number, ...entry: number[]): void => {
      lists.tail(kind, days.listOf(kind, negotiation, day, event)).push(...entry);
    };
    if (!before.some((other) => other.oHi === oHi && other.pHi === pHi)) {
      for (const issue of issues) {
        const list = days.listOf(LIST_KINDS.standing, issue, oHi >> STANDING_SHIFT, event);
        lists.tail(LIST_KINDS.standing, list).push(told.isNews ? content : -content, oHi, pHi);
      }
    }
    if (!before.some((other) => other.oLo === oLo && other.oHi === oHi)) onDay(LIST_KINDS.occurredOn, oLo, content, oHi);
    if (!before.some((other) => other.pLo === pLo && other.pHi === pHi)) onDay(LIST_KINDS.publishedOn, pLo, content, pHi);
    const known = before.flatMap((other) => daysOfMatter(other, told));
    for (const day of daysOfMatter(standing, told)) {
      if (known.includes(day)) continue;
      known.push(day);
      onDay(LIST_KINDS.mattersOn, day, report);
    }
  }

  private say({ told, content, report }: Content, statement: ToldStatement, standing: Standing, rFrom: number, rTo: number): void {
    const { names, lists, pairs, reports } = this.model;
    const { negotiation, id, source } = told;
    const { targetKind, target, party, modality, until, previous, form, hasConditions, by } = statement;
    const [first, second] = [names.of(targetKind, negotiation, target).number, names.of('party', negotiation, party).number];
    const pair = pairs.listOf(first, second);
    const strand = strandOf(this.rankOf(told, statement, report), weightOf(modality));
    const { kFrom, kTo, pLo, pHi, oLo, oHi, written } = standing;
    lists
      .tail(LIST_KINDS.statements, pair)
      .push(
        packHead({ strand, modality, form, hasConditions, idLength: id.length }),
        oLo,
        oHi,
        pLo,
        pHi,
        report,
        rFrom,
        rTo,
        kFrom,
        kTo,
        until,
        previous === null ? 0 : (reports.find(negotiation, previous) ?? 0),
        written,
        content,
        this.registry.source(negotiation, source).number,
        by === null ? 0 : names.of('by', '', by).number,
      );
    lists.appendText(LIST_KINDS.statementIds, pair, id);
    if (until === OPEN_END || rTo !== STILL) return;
    lists.tail(LIST_KINDS.endings, names.of('negotiation', '', negotiation).number).push(first, second, pair, oLo, pLo, rFrom, until);
  }

  /** The rank that is told holds where none of the persons who speak is of the party. */
  private rankOf({ negotiation }: ToldContent, { rank, persons, party }: ToldStatement, report: number): 0 | 1 {
    if (rank === 1) return 1;
    const parties = persons.map((person) => this.registry.partyOf(negotiation, person, report));
    return rankOfClaim(parties, party);
  }
}

/**
 * The days on which a report may matter by one standing, whichever axis moves and whatever R is: where a version becomes visible or
 * certain, where it comes into force and out of it, where a statement expires and the date of a meeting has passed. A day too many does
 * no harm: who looks at a report then finds it unchanged.
 */
function daysOfMatter({ pLo, pHi, oLo, oHi, kFrom, kTo }: Standing, { expiry, elapse }: ToldContent): number[] {
  const days = [pLo, pHi, oLo, oHi];
  if (!isOpenEnd(kFrom)) days.push(kFrom);
  if (!isOpenEnd(kTo)) days.push(kTo + 1);
  if (expiry !== NEVER) days.push(expiry);
  if (elapse !== NEVER) days.push(elapse);
  return days;
}
