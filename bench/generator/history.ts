import type { LogEvent } from '../../src/vocabulary/events/log-event.js';
import type { ReportContent } from '../../src/vocabulary/events/report-content.js';
import { Agenda } from './agenda.js';
import { Amendments } from './amendments.js';
import { reportOf, type Telling } from './envelope.js';
import type { HistoryOptions } from './history-options.js';
import { type Article, Newsroom } from './newsroom.js';
import { dayAt, instantAt } from './period.js';
import { Positions } from './positions.js';
import { Random } from './random.js';
import { registryEvents } from './registry-world.js';

/** An event of a history, with when it is recorded. */
export interface Told {
  /** RFC 3339; never before that of the event before it. */
  readonly recordedAt: string;
  readonly event: LogEvent;
}

const CONTEXT = 0.05;

/**
 * A negotiation that was followed for 23 months, in as many reports as are asked for: first what is registered, then article
 * after article, each with its reports, then what is corrected or taken back. More reports mean more sources that state positions; what the world
 * holds (issues, propositions, parties, meetings, plans, agreements, assessments) stays as it is.
 * It is made as it is taken: the memory that it needs does not grow with the number of reports.
 */
export function* history(options: HistoryOptions): Generator<Told> {
  for (const event of registryEvents()) yield { recordedAt: instantAt(0), event };
  const { seed, reports, late } = options;
  const random = new Random(seed);
  const agenda = new Agenda(reports, random);
  const newsroom = new Newsroom(options, random);
  const positions = new Positions(late, seed, random);
  const amendments = new Amendments(reports, positions, random);
  let article: Article | undefined;
  let blocker: string | null = null;
  for (let index = 0; index < reports; index += 1) {
    if (article === undefined || article.left === 0) {
      article = newsroom.takeUp(index / reports);
      yield { recordedAt: article.recordedAt, event: article.event };
      amendments.afterArticle(article, index);
    }
    const { recordedAt, share } = article;
    const id = `report-${String(index + 1)}`;
    const report = reportOf(id, tellingOf(id, index, article), article, random);
    yield { recordedAt, event: report };
    article.left -= 1;
    if (isBlocker(report)) blocker = id;
    amendments.afterReport(report, index);
    for (const event of amendments.due(index, dayAt(share))) yield { recordedAt, event };
  }
  for (const event of amendments.due(Infinity, dayAt(1))) yield { recordedAt: instantAt(1), event };

  function tellingOf(id: string, index: number, from: Article): Telling {
    const item = agenda.due(index);
    if (item) return item.tell(from, { blocker }, random);
    if (random.chance(CONTEXT))
      return { type: 'ContextReported', occurred: null, issues: [positions.anIssue()], data: { kind: 'background' } };
    return positions.next(id, from);
  }
}

function isBlocker(report: ReportContent): boolean {
  return report.type === 'AssessmentMade' && report.data.blocker;
}
