import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { z } from 'zod';
import { Answer } from '../../http/answer.js';
import { type Activity, ACTIVITY_GROUPS, activityOn } from '../../read-model/replaying/activity-reader.js';
import { recent } from '../../read-model/tables/recent.js';
import type { ReadModelFile } from '../../read-model/tables/read-model-file.js';
import type { Journey } from '../../rules/replay/journey.js';
import { PERIODS } from '../../vocabulary/period.js';
import { Asking } from '../asking/asking.js';
import { requireKnown } from '../asking/known-filters.js';
import { atView } from '../asking/at-view.js';
import { journeyQuestion } from '../asking/journey.schema.js';
import { fixedQuery, journeyOf } from '../asking/journey-of.js';

/** So many answers are kept: with all axes fixed they never change. */
const KEPT = 50;

/** The question of how much happened on each day of an axis. */
export const activityQuestion = journeyQuestion(
  {
    from: 'the days after it are told',
    issue: 'Only what is of this issue, its children left out',
  },
  {
    per: z.enum(PERIODS).optional().describe('By what days are counted together; a week begins on Monday. Default: day'),
    groups: z
      .enum(ACTIVITY_GROUPS)
      .optional()
      .describe('Count the reports by issue (its children left out), by party that they name, or by source too'),
    changes: z.enum(['true', 'false']).optional().describe('false: changes are not counted, which saves most of the work'),
  },
);
export type ActivityQuestion = z.output<typeof activityQuestion>;

/** How much happened on each day of an axis. */
export class ActivityQuery extends Query<Answer> {
  constructor(
    readonly negotiation: string,
    readonly question: ActivityQuestion,
  ) {
    super();
  }
}

/** Counts reports and changes by day, for a timeline and for the way to the next day on which something changed. */
@QueryHandler(ActivityQuery)
export class ActivityHandler implements IQueryHandler<ActivityQuery> {
  /** Of each file its own: another one may have been filled by another program. */
  private readonly kept = new WeakMap<ReadModelFile, ReturnType<typeof recent<string, Activity>>>();

  constructor(private readonly asking: Asking) {}

  async execute({ negotiation, question }: ActivityQuery): Promise<Answer> {
    const journey = await journeyOf(question, this.asking);
    const { entries } = this.asking.sceneAt(negotiation, journey.end);
    const { issue, start, end, axis } = journey;
    requireKnown(entries, { issue });
    const { days, areChangesCounted } = await this.activity(negotiation, journey, question);
    const [first, last] = [days.find(({ day }) => day !== null)?.day ?? null, days.findLast(({ day }) => day !== null)?.day ?? null];
    const ends = { at: atView(end), from: start && atView(start), to: atView(end) };
    const { per, groups, changes } = question;
    return new Answer({ ...ends, axis, first, last, areChangesCounted, items: days }, { ...fixedQuery(journey), per, groups, changes });
  }

  private async activity(negotiation: string, journey: Journey, { per = 'day', groups, changes }: ActivityQuestion): Promise<Activity> {
    const file = this.asking.rows;
    let kept = this.kept.get(file);
    if (kept === undefined) {
      kept = recent<string, Activity>(KEPT);
      this.kept.set(file, kept);
    }
    const key = JSON.stringify([negotiation, fixedQuery(journey), journey.end.recordedBy.toString(), per, groups, changes]);
    const known = kept.get(key);
    if (known !== undefined) return known;
    const activity = await activityOn(this.asking, negotiation, journey, { per, groups, countsChanges: changes !== 'false' });
    kept.set(key, activity);
    return activity;
  }
}
