import { Injectable } from '@nestjs/common';
import type { AxesQuery } from '../../queries/asking/axes.schema.js';
import type { Actor } from '../../vocabulary/actor.js';
import { parseDay, type Day } from '../../vocabulary/day.js';
import { Links } from '../rendering/links.js';
import type { Reader } from '../rendering/reader.js';
import type { ChangingDay } from './changing-day.js';
import { changingDays } from './changing-days.js';
import type { Cited } from './cited-answers.js';
import { axesIn, type Perspective, perspectiveOf } from './perspective.js';
import { titledIn } from './named.js';
import { Names } from './names.js';
import type { PageQuestion } from './page-question.js';
import type { Party, Source } from './entry-shapes.js';
import type { IssueBrief, IssueTitle, Negotiation } from './issue-shapes.js';
import type { Meeting, MeetingBrief } from './meeting-shapes.js';
import { noneKnown, type Sources, sourcesOf } from './sources.js';
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
  /** Without a strip none but those that were asked for. */
  readonly sources: Sources;
  /** How much came out week by week, where the sources are too many to be drawn one by one. */
  readonly weeks: Periods | undefined;
  /** None where they are too many for the strip, or there is no strip. */
  readonly meetings: readonly MeetingBrief[];
  readonly issues: readonly IssueTitle[];
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
  /** Whether the page has the bar of time, with the strip of sources and meetings, and leads on to the days on which something changed: it does if nothing else is said. */
  readonly hasTimeBar?: boolean;
  /** The parties, or the sources, where the page asks for them too. */
  readonly parties?: Promise<readonly Party[]>;
  readonly sources?: Promise<readonly Source[]>;
  /** More than what the issues are called, where the page tells it. */
  readonly issues?: Promise<readonly IssueBrief[]>;
  /** More than the strip draws of meetings, where the page tells it. */
  readonly meetings?: Promise<readonly Meeting[]>;
  /** Who is named beside the parties, as soon as that is known. */
  readonly actors?: Promise<readonly Actor[]>;
}

/** The point that the question of a page is about, and the negotiation there. */
export interface AskedAt extends Pick<View, 'n' | 'negotiation' | 'day'> {
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
    return askedAt(n, axes, await this.tracker.negotiation(n, axes));
  }

  /** The same, and how the negotiation there is cited. @throws as `at` */
  async askedCited(n: string, question: PageQuestion, reader: Reader): Promise<AskedAt & { readonly cited: Cited }> {
    const axes = axesIn(question);
    const { body, cited } = await this.tracker.negotiationCited(n, axes, reader);
    return { ...askedAt(n, axes, body), cited };
  }

  /** The view of a point. */
  async of(
    { n, axes, fixed, day, ...asked }: AskedAt,
    reader: Reader,
    { hasTimeBar = true, issues: briefs, meetings: told, ...given }: ViewOptions = {},
  ): Promise<View> {
    const { language } = reader;
    const negotiation = titledIn(language, asked.negotiation);
    const perspective = perspectiveOf(axes);
    const coming = hasTimeBar
      ? sourcesOf(negotiation, async () => given.sources ?? this.tracker.sources(n, fixed))
      : noneKnown(negotiation);
    const isWeekly = hasTimeBar && (negotiation.counts.sources ?? 0) > MOST_ON_STRIP;
    const [names, sources, changing, weeks, toldIssues, meetings] = await Promise.all([
      this.named(n, fixed, language, given),
      coming,
      hasTimeBar ? changingDays(perspective, negotiation, coming, day, fixed, this.tracker) : [],
      isWeekly ? periodsOf(n, wholeWay(fixed), this.tracker) : undefined,
      briefs ?? this.tracker.issueTitles(n, fixed),
      hasTimeBar && (negotiation.counts.meetings ?? 0) <= MOST_ON_STRIP ? (told ?? this.tracker.meetingBriefs(n, fixed)) : [],
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
      meetings: meetings.map((meeting) => titledIn(language, meeting)),
      issues,
      issueTitles: new Map(issues.map(({ id, title }) => [id, title])),
      day,
      fixed,
    };
  }

  private async named(n: string, axes: AxesQuery, language: Language, { parties, actors }: ViewOptions): Promise<Names> {
    const [all, named] = await Promise.all([parties ?? this.tracker.parties(n, axes), actors]);
    const names = new Names(all, language);
    if (named !== undefined) await this.tracker.nameActors(names, named, n, axes);
    return names;
  }
}

function askedAt(n: string, axes: AxesQuery, negotiation: Negotiation): AskedAt {
  const { asOf, knownBy, recordedBy, certainty } = negotiation.at;
  return { n, axes, negotiation, day: parseDay(asOf) ?? 0, fixed: { asOf, knownBy: knownBy ?? undefined, recordedBy, certainty } };
}
