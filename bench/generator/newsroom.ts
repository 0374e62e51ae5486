import { type Day, formatDay } from '../../src/vocabulary/day.js';
import { type RegistryEvent, registryEvent } from '../../src/vocabulary/events/registry-events.js';
import type { ReportedDate } from '../../src/vocabulary/reported-date.js';
import { type HistoryOptions, NEGOTIATION } from './history-options.js';
import { dayAt, instantAt } from './period.js';
import type { Random } from './random.js';
import { dateOf, windowAround, written } from './reported-dates.js';
import { sentence } from './sentences.js';

const PUBLISHERS = ['Morning Post', 'Evening Courier', 'Der Bote', 'La Gazette', 'News Agency', 'The Weekly'];
const LANGUAGES = ['en', 'de', 'fr', 'uk'];
export const SHORTEST_LATE_DAYS = 14;
const LONGEST_LATE_DAYS = 300;

/** A source that reports are taken from, one after the other. */
export interface Article {
  readonly id: string;
  readonly published: Day;
  /** When its reports are entered. */
  readonly recordedAt: string;
  /** The share of the history at which they are. */
  readonly share: number;
  readonly event: RegistryEvent;
  left: number;
}

/** Takes up one article after the other, each good for five to ten reports; some of them came out long ago. */
export class Newsroom {
  private articles = 0;

  constructor(
    private readonly options: HistoryOptions,
    private readonly random: Random,
  ) {}

  /** The next article. @param share of the history that is past */
  takeUp(share: number): Article {
    const { random } = this;
    this.articles += 1;
    const id = `article-${String(this.articles)}`;
    const published = dayAt(share) - (random.chance(this.options.late / 2) ? longAgo(random) : random.between(0, 1));
    const event = registryEvent('source', 'defined', NEGOTIATION, id, {
      published: this.publishedAs(published),
      publisher: random.pick(PUBLISHERS),
      headline: sentence(1, random),
      author: random.chance(0.5) ? 'A. Reporter' : null,
      url: `https://news.example/${formatDay(published)}/${id}`,
      language: random.pick(LANGUAGES),
      notes: [],
    });
    return { id, published, recordedAt: instantAt(share), share, event, left: random.between(5, 10) };
  }

  /** Mostly a day; of some sources no more is known than a few days or the month. */
  private publishedAs(day: Day): ReportedDate {
    const form = this.random.next();
    if (form < 0.04) return windowAround(day, this.random);
    return form < 0.05 ? written(formatDay(day).slice(0, 7)) : dateOf(day);
  }
}

/** So many days lie between what is told and the telling, where it is late. */
export function longAgo(random: Random): number {
  return random.between(SHORTEST_LATE_DAYS + 7, LONGEST_LATE_DAYS);
}
