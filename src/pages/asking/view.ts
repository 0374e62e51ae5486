import { Injectable } from '@nestjs/common';
import type { AxesQuery } from '../../queries/asking/axes.schema.js';
import type { Actor } from '../../vocabulary/actor.js';
import { parseDay, type Day } from '../../vocabulary/day.js';
import { Links } from '../rendering/links.js';
import type { Reader } from '../rendering/reader.js';
import type { ChangingDay } from './changing-day.js';
import { changingDays } from './changing-days.js';
import { axesIn, type Perspective, perspectiveOf } from './perspective.js';
import { titledIn } from './named.js';
import type { Names } from './names.js';
import type { PageQuestion } from './page-question.js';
import type { IssueBrief, Negotiation } from './issue-shapes.js';
import type { Meeting, MeetingBrief } from './meeting-shapes.js';
import type { Sources } from './sources.js';
import type { Language } from '../words/languages.js';
import { Tracker } from './tracker.js';
import { type Periods, periodsOf, wholeWay } from './weeks.js';

/** Meetings and sources that the strip of time draws one by one. */
const MOST_ON_STRIP = 200;

/** What every page of a negotiation shows, and knows. */
export interface View {
  readonly n: string;
  readonly reader: Reader;
  readonly perspective: Perspective;
  readonly links: Links;
  readonly negotiation: Negotiation;
  readonly names: Names;
  readonly sources: Sources;
  /** How much came out week by week, where the sources are too many to be drawn one by one. */
  readonly weeks: Periods | undefined;
  /** None where they are too many for the strip. */
  readonly meetings: readonly MeetingBrief[];
  readonly issues: readonly IssueBrief[];
  /** By id. */
  readonly issueTitles: ReadonlyMap<string, string>;
  /** The days on which something changed; of very many reports the nearest. */
  readonly changing: readonly ChangingDay[];
  /** D, as it was really used. */
  readonly day: Day;
  /** The axes as they were really used: all that a page asks is asked at one point. */
  readonly fixed: AxesQuery;
}

export interface ViewOptions {
  /** Whether the page leads on to the days on which something changed: it does if nothing else is said. */
  readonly hasTimeBar?: boolean;
  /** Whether it says how many reports each issue has. */
  readonly countsIssues?: boolean;
  /** Who is named beside the parties, as soon as that is known. */
  readonly actors?: Promise<readonly Actor[]>;
}

/** The point that the question of a page is about, and the negotiation there. */
export interface AskedAt extends Pick<View, 'n' | 'negotiation'> {
  readonly axes: AxesQuery;
  readonly fixed: AxesQuery & { readonly asOf: string };
}

/** Puts together what all pages of a negotiation need. */
@Injectable()
export class Views {
  constructor(private readonly tracker: Tracker) {}

  /** @throws Refusal `not-found`, `position-not-reached` */
  async at(n: string, question: PageQuestion, reader: Reader, options?: ViewOptions): Promise<View> {
    return this.of(await this.asked(n, question), reader, options);
  }

  /** The point that a question is about: what is asked there need not wait for the rest of the view. @throws as `at` */
  async asked(n: string, question: PageQuestion): Promise<AskedAt> {
    const axes = axesIn(question);
    const negotiation = await this.tracker.negotiation(n, axes);
    const { asOf, knownBy, recordedBy, certainty } = negotiation.at;
    return { n, axes, negotiation, fixed: { asOf, knownBy: knownBy ?? undefined, recordedBy, certainty } };
  }

  /** The view of a point. */
  async of(
    { n, axes, fixed, ...asked }: AskedAt,
    reader: Reader,
    { hasTimeBar = true, countsIssues = false, actors }: ViewOptions = {},
  ): Promise<View> {
    const { language } = reader;
    const negotiation = titledIn(language, asked.negotiation);
    const { asOf } = fixed;
    const perspective = perspectiveOf(axes);
    const day = parseDay(asOf) ?? 0;
    const isWeekly = hasTimeBar && (negotiation.counts.sources ?? 0) > MOST_ON_STRIP;
    const [names, [sources, changing], weeks, toldIssues, meetings] = await Promise.all([
      this.named(n, fixed, language, actors),
      this.tracker.sourcesOf(negotiation, fixed).then(async (sources): Promise<[Sources, readonly ChangingDay[]]> => {
        return [sources, hasTimeBar ? await changingDays(perspective, negotiation, sources, day, fixed, this.tracker) : []];
      }),
      isWeekly ? periodsOf(n, wholeWay(fixed), this.tracker) : undefined,
      this.tracker.issues(n, fixed, countsIssues),
      (negotiation.counts.meetings ?? 0) > MOST_ON_STRIP ? [] : this.briefsIn(language, n, fixed),
    ]);
    const issues = toldIssues.map((issue) => titledIn(language, issue));
    return {
      n,
      reader,
      perspective,
      changing,
      links: new Links(n, axes, reader),
      negotiation,
      names,
      sources,
      weeks,
      meetings,
      issues,
      issueTitles: new Map(issues.map(({ id, title }) => [id, title])),
      day,
      fixed,
    };
  }

  /** All meetings with all that is told of them, more than a strip draws too. */
  async meetings({ n, fixed, reader }: View): Promise<readonly Meeting[]> {
    return (await this.tracker.meetings(n, fixed)).map((meeting) => titledIn(reader.language, meeting));
  }

  private async named(n: string, axes: AxesQuery, language: Language, actors: ViewOptions['actors']): Promise<Names> {
    const [names, named] = await Promise.all([this.tracker.names(n, axes, language), actors]);
    if (named !== undefined) await this.tracker.nameActors(names, named, n, axes);
    return names;
  }

  private async briefsIn(language: Language, n: string, axes: AxesQuery): Promise<MeetingBrief[]> {
    return (await this.tracker.meetingBriefs(n, axes)).map((meeting) => titledIn(language, meeting));
  }
}
