import { GROUP_SHIFT, LIST_KINDS, type ListKind, namingKind, STANDING_SHIFT } from '../tables/list-kinds.js';
import { fromColumn, OPEN_END, STILL, toColumn, windowOfColumns } from '../tables/columns.js';
import { packHead, strandOf } from '../tables/statement-head.js';
import { issuesOfNamed } from '../../rules/mentions.js';
import { withoutRepeats } from '../../rules/order.js';
import { rankOfClaim } from '../../rules/rank.js';
import { daysOf } from '../../rules/replay/days-that-matter.js';
import type { Day } from '../../vocabulary/day.js';
import { weightOf } from '../../vocabulary/modality.js';
import { NEVER } from '../extracting/extract-form.js';
import type { GrowingModel, Standing } from './growing-model.js';
import type { KnownRegistry } from './known-registry.js';
import type { NumberTail } from './number-tail.js';
import type { ToldContent, ToldStatement } from './told.js';

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
    const { names } = this.model;
    const issues = issuesOfNamed({ ...told, issues: told.issues.map((id) => names.numberOf('issue', id)) }, (proposition) => {
      const issue = this.registry.issueOfTerm(proposition, event);
      return issue === undefined ? undefined : names.of('issue', told.negotiation.id, issue).number;
    });
    return { told, content, report, issues };
  }

  /** The ids of its issues, as an event leaves them. */
  issuesOf({ issues, propositions }: ToldContent, event: number): string[] {
    const named = { issues: issues.map(({ id }) => id), propositions };
    return issuesOfNamed(named, (proposition) => this.registry.issueOfTerm(proposition, event));
  }

  /** What a content names, whenever it counts. */
  record({ told, content, issues }: Content): void {
    const { names, lists } = this.model;
    lists.tail(LIST_KINDS.ofSource, this.registry.sourceOf(told.source).number).push(content);
    const naming = namingKind(told.type);
    const named = [...issues];
    if (issues.length === 0) named.push(names.of('unassigned', told.negotiation.id, '').number);
    for (const { kind, term } of told.named) named.push(names.numberOf(kind, term));
    for (const name of withoutRepeats(named)) lists.tail(naming, name).push(content);
    for (const issue of issues) this.tie(told, content, issue);
  }

  /** Ties the meetings and plans that a content names to one of its issues. */
  tie({ meetings, plans }: ToldContent, content: number, issue: number): void {
    for (const meeting of meetings) this.tieTo(this.model.names.numberOf('meeting', meeting), content, issue);
    for (const plan of plans) this.tieTo(this.model.names.numberOf('plan', plan), content, issue);
  }

  private tieTo(name: number, content: number, issue: number): void {
    const { lists, pairs } = this.model;
    lists.tail(LIST_KINDS.tied, pairs.listOf(issue, name)).push(content);
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
    const negotiation = names.numberOf('negotiation', told.negotiation);
    const { pLo, pHi, oLo, oHi } = standing;
    const onDay = (kind: ListKind, day: number): NumberTail => lists.tail(kind, days.listOf(kind, negotiation, day, event));
    if (!before.some((other) => other.oHi === oHi && other.pHi === pHi)) {
      for (const issue of issues) {
        const list = days.listOf(LIST_KINDS.standing, issue, oHi >> STANDING_SHIFT, event);
        lists.tail(LIST_KINDS.standing, list).push(told.isNews ? content : -content, oHi, pHi);
      }
    }
    if (!before.some((other) => other.oLo === oLo && other.oHi === oHi)) onDay(LIST_KINDS.occurredOn, oLo).push(content, oHi);
    if (!before.some((other) => other.pLo === pLo && other.pHi === pHi)) onDay(LIST_KINDS.publishedOn, pLo).push(content, pHi);
    const known = before.flatMap((other) => daysOfMatter(other, told));
    for (const day of daysOfMatter(standing, told)) {
      if (known.includes(day)) continue;
      known.push(day);
      onDay(LIST_KINDS.mattersOn, day).push(report);
    }
  }

  private say({ told, content, report }: Content, statement: ToldStatement, standing: Standing, rFrom: number, rTo: number): void {
    const { names, lists, pairs, reports } = this.model;
    const { negotiation, id, source } = told;
    const { targetKind, target, party, modality, until, previous, form, hasConditions, by } = statement;
    const [first, second] = [names.numberOf(targetKind, target), names.numberOf('party', party)];
    const pair = pairs.listOf(first, second);
    const strand = strandOf(this.rankOf(statement, report), weightOf(modality));
    const { kFrom, kTo, pLo, pHi, oLo, oHi, written } = standing;
    lists
      .tail(LIST_KINDS.statements, pair)
      .push(
        packHead({ strand, modality, form, hasConditions, idLength: id.end - id.start }),
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
        previous === null ? 0 : (reports.find(negotiation.id, previous.id) ?? 0),
        written,
        content,
        this.registry.sourceOf(source).number,
        by === null ? 0 : names.numberOf('by', by),
      );
    lists.textTail(LIST_KINDS.statementIds, pair).copy(id);
    if (until === OPEN_END || rTo !== STILL) return;
    lists.tail(LIST_KINDS.endings, names.numberOf('negotiation', negotiation)).push(first, second, pair, oLo, pLo, rFrom, until);
  }

  /** The rank that is told holds where none of the persons who speak is of the party. */
  private rankOf({ rank, persons, party }: ToldStatement, report: number): 0 | 1 {
    if (rank === 1 || persons.length === 0) return rank;
    const parties = persons.map((person) => this.registry.partyOf(person, report));
    return rankOfClaim(parties, party.id);
  }
}

/** A day too many does no harm: who looks at a report then finds it unchanged. */
const WHICHEVER_MOVES = { asOf: true, knownBy: true };

/** The days on which a report may matter by one standing, whichever axis moves and whatever R is. */
function daysOfMatter({ pLo, pHi, oLo, oHi, kFrom, kTo }: Standing, { expiry, elapse }: ToldContent): number[] {
  const standing = {
    published: windowOfColumns(pLo, pHi),
    occurred: windowOfColumns(oLo, oHi),
    knownFrom: fromColumn(kFrom),
    knownTo: fromColumn(kTo),
  };
  const ends = { expiry: dayUnlessNever(expiry), elapse: dayUnlessNever(elapse) };
  return daysOf(standing, ends, WHICHEVER_MOVES).map(toColumn);
}

function dayUnlessNever(day: number): Day {
  return day === NEVER ? Infinity : day;
}
