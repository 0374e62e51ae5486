import type { Grounds } from '../../rules/grounds.js';
import type { BriefFacts, CountedFacts } from '../../rules/issue-brief.js';
import type { IssueFacts } from '../../rules/issue-state.js';
import type { Visible } from '../../rules/scene.js';
import { principalsOf } from '../../rules/principals.js';
import { isStale } from '../../rules/staleness.js';
import { compare } from '../../vocabulary/compare.js';
import { LIST_KINDS } from '../tables/list-kinds.js';
import { GroundsReader } from './grounds-reader.js';
import type { Seen } from './counted-contents.js';
import type { Index } from './opened-lists.js';
import { latestNews } from './latest-news.js';
import { meetingFacts } from './meeting-reader.js';
import { isFiled, movedOf } from './moved.js';
import { planFacts } from './plan-reader.js';
import type { Point } from './point.js';
import type { SceneReader } from './scene-reader.js';
import { visibleOf } from './visible-report.js';

/** Of the meetings and plans of an issue only these. */
export interface TiedAsked {
  readonly meetings: ReadonlySet<string>;
  readonly plans: ReadonlySet<string>;
}

/** Reads what the state of issues rests on. */
export class IssueReader {
  private readonly index: Index;
  private readonly point: Point;
  private readonly groundsReader: GroundsReader;

  constructor(private readonly reader: SceneReader) {
    this.index = reader.index;
    this.point = reader.point;
    this.groundsReader = new GroundsReader(reader.index, reader.negotiation, reader.point);
  }

  /** All that the state of an issue rests on. @param asked null: all its meetings and plans */
  facts(issue: string, asked: TiedAsked | null = null): IssueFacts {
    const tied = this.tied(issue, asked);
    return {
      ...this.shortFacts(issue),
      ...this.assessed(issue),
      agreements: this.reader.reportsNaming('issue', [issue], ['AgreementSigned']),
      meetings: tied.meetings.map((meeting) => meetingFacts(this.reader, meeting)),
      plans: tied.plans.map((plan) => planFacts(this.reader, plan)),
    };
  }

  /** What an issue in short rests on: what meetings, plans and agreements say is not read. */
  countedFacts(issue: string): CountedFacts {
    const { meetings, plans } = this.tied(issue, null);
    return {
      issue,
      grounds: this.grounds(issue),
      latest: this.latestSeen(issue),
      ...this.assessed(issue),
      agreements: [...this.reader.seenNaming('issue', issue, ['AgreementSigned'])].length,
      meetings: meetings.length,
      plans: plans.length,
    };
  }

  /** What its parent sums up rests on: where there are principals, what others hold plays no part. */
  briefFacts(issue: string): BriefFacts {
    const principals = principalsOf(this.reader.registry, issue);
    const parties = principals.length > 0 ? principals : undefined;
    const grounds = this.groundsReader.on('proposition', this.propositions(issue), parties);
    return { issue, grounds, latest: this.latestSeen(issue) };
  }

  /** Whether it is stale, and nothing else. */
  isStale(issue: string): boolean {
    const { at, registry } = this.reader;
    return isStale(this.latestSeen(issue), at.asOf, registry.negotiation.staleAfterDays);
  }

  /** What its convergence and its age rest on, and no lists. */
  shortFacts(issue: string): IssueFacts {
    const lists = { agreements: [], assessments: [], resolving: [], meetings: [], plans: [] };
    return { issue, grounds: this.grounds(issue), latest: this.latest(issue), ...lists };
  }

  /** What the stances on the propositions of an issue rest on. */
  grounds(issue: string): Grounds[] {
    return this.groundsReader.on('proposition', this.propositions(issue));
  }

  /** The propositions of an issue, by id. */
  propositions(issue: string): string[] {
    const number = this.numberOf(issue);
    if (number === undefined) return [];
    const ever = new Set(this.index.lists.numbers(LIST_KINDS.propositionsOf, number, this.point.r));
    return [...ever]
      .map((name) => this.index.names.idOf(name))
      .filter((id) => this.reader.registry.proposition.get(id)?.issue === issue)
      .sort(compare);
  }

  /** How many visible reports an issue has. */
  reportCount(issue: string): number {
    return this.reader.countNaming('issue', issue);
  }

  /** Of the certain reports that are news the one with the latest `O.hi`: design 4, "Staleness". */
  latest(issue: string): Visible | undefined {
    const seen = this.latestSeen(issue);
    return seen && visibleOf(this.index, seen, this.point);
  }

  /** Its assessments, and what resolves those of them that are blockers. */
  private assessed(issue: string): Pick<IssueFacts, 'assessments' | 'resolving'> {
    const assessments = this.reader.reportsNaming('issue', [issue], ['AssessmentMade']);
    const blockers = assessments.filter(({ content }) => content.type === 'AssessmentMade' && content.data.blocker);
    const resolving = this.reader.reportsNaming(
      'resolves',
      blockers.map(({ id }) => id),
      ['AssessmentMade'],
    );
    return { assessments, resolving };
  }

  /** The meetings and the plans that the visible reports of an issue name, by id. */
  private tied(issue: string, asked: TiedAsked | null): { readonly meetings: string[]; readonly plans: string[] } {
    const number = this.numberOf(issue);
    const found = { meetings: [] as string[], plans: [] as string[] };
    if (number === undefined) return found;
    const { names, pairs } = this.index;
    for (const { second, list } of pairs.of(number, this.point.r)) {
      const kind = names.kindOf(second) === 'meeting' ? 'meetings' : 'plans';
      const id = names.idOf(second);
      if ((asked === null || asked[kind].has(id)) && this.isTied(number, list)) found[kind].push(id);
    }
    return { meetings: found.meetings.sort(compare), plans: found.plans.sort(compare) };
  }

  private isTied(issue: number, list: number): boolean {
    const { r } = this.point;
    const contents = this.index.lists.numbers(LIST_KINDS.tied, list, r);
    const moved = movedOf(this.index, issue, r);
    for (const content of contents) {
      if (isFiled(moved, content, r) && this.index.counted.of(content, this.point) !== undefined) return true;
    }
    return false;
  }

  private latestSeen(issue: string): Seen | undefined {
    const number = this.numberOf(issue);
    return number === undefined ? undefined : latestNews(this.index, this.point, number);
  }

  private numberOf(issue: string): number | undefined {
    return this.index.names.numberOf('issue', this.reader.negotiation, issue);
  }
}
