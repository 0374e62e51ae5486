import fc from 'fast-check';
import type { JourneyQuery } from '../../../src/queries/asking/journey-of.js';
import { activityOn } from '../../../src/read-model/replaying/activity-reader.js';
import { stepsOf } from '../../../src/read-model/replaying/replay-reader.js';
import type { ReadModel } from '../../../src/read-model/read-model.js';
import type { Journey } from '../../../src/rules/replay/journey.js';
import { formatDay } from '../../../src/vocabulary/day.js';
import type { Recorded } from '../../../src/vocabulary/events/log-event.js';
import { actorsNamed } from '../../oracle/actors-named.js';
import { foldEntries } from '../../oracle/fold-entries.js';
import { issuesOf } from '../../oracle/issues-of-report.js';
import { stateAt } from '../../oracle/state-at.js';
import { changesAsked, drawnChanges } from '../../support/changes-asked.js';
import { Story } from '../../support/histories-by-hand.js';
import { history } from '../../support/histories.js';
import { NEGOTIATION } from '../../support/histories-universe.js';
import { IndexedLog } from '../../support/indexed-log.js';
import { holds } from '../../support/property.js';
import { all, wayOf } from './walk.js';

const RUNS = Number(process.env.REPLAY_RUNS ?? 40);
const MS_PER_RUN = 2_000;

/** Days by how much of something there is on each. */
type Counts = Record<string, number>;

it(
  'each day has the changes of its steps, and the reports that a fold of the log places on it',
  async () => {
    await holds(
      fc.asyncProperty(history(), drawnChanges, async (log, drawn) => {
        using indexed = new IndexedLog(log);
        const { readModel } = indexed;
        const { inUrl } = changesAsked(log, drawn);
        const journey = await wayOf(readModel, inUrl as JourneyQuery);
        const { days, areChangesCounted } = await activityOn(readModel, NEGOTIATION, journey);
        expect(areChangesCounted).toBe(true);
        expect(days.map(({ day }) => day ?? '9999')).toEqual(days.map(({ day }) => day ?? '9999').toSorted());
        const steps = await all(stepsOf(readModel, NEGOTIATION, journey));
        const changes = counted(
          steps.flatMap(({ day, position, changes: ofStep }) => ofStep.map(() => day ?? dayRecorded(log, position) ?? 'none')),
        );
        expect(only(days.map(({ day, changes: ofDay }) => [day ?? 'none', ofDay ?? 0]))).toEqual(changes);
        const reports = reportsOn(log, journey);
        expect(only(days.map(({ day, reports: ofDay }) => [day ?? 'none', ofDay]))).toEqual(counted(reports.map(({ day }) => day)));
        await expectByPeriod(readModel, log, journey);
        expect(only(days.flatMap(({ day, kinds }) => Object.entries(kinds).map(([kind, n]) => [`${day ?? ''} ${kind}`, n])))).toEqual(
          counted(reports.map(({ day, type }) => `${day} ${type}`)),
        );
      }),
      { numRuns: RUNS },
    );
  },
  RUNS * MS_PER_RUN,
);

it('changes that are too many to be counted are said not to be', async () => {
  const story = new Story();
  for (let i = 0; i <= 2_000; i += 1) story.define('proposition', `p-${String(i)}`, { issue: 'i', text: 'one of many' });
  story.position('stated', 'a', 'supports');
  using indexed = new IndexedLog(story.log);
  const activity = await activityOn(indexed.readModel, 'n', await wayOf(indexed.readModel, {}));
  expect(activity).toEqual({
    areChangesCounted: false,
    days: [{ day: '2026-01-05', reports: 1, changes: null, kinds: { PositionStated: 1 } }],
  });
});

/** Counted by week or by month it is the sum of the days, and by issue, party and source what the fold says of each report. */
async function expectByPeriod(readModel: ReadModel, log: readonly Recorded[], journey: Journey): Promise<void> {
  const byDay = await activityOn(readModel, NEGOTIATION, journey);
  const placed = reportsOn(log, journey);
  for (const per of ['week', 'month'] as const) {
    for (const groups of ['issue', 'party', 'source'] as const) {
      const { days } = await activityOn(readModel, NEGOTIATION, journey, { per, groups, countsChanges: true });
      const start = (day: string | null): string => startOf(day ?? 'none', per);
      for (const count of ['reports', 'changes'] as const) {
        expect(only(days.map((one) => [one.day ?? 'none', one[count] ?? 0]))).toEqual(
          summed(byDay.days.map((one) => [start(one.day), one[count] ?? 0])),
        );
      }
      const ids = placed.flatMap(({ day, of }) => of[groups].map((id) => `${startOf(day, per)} ${id}`));
      expect(
        only(days.flatMap(({ day, groups: found = {} }) => Object.entries(found).map(([id, n]) => [`${day ?? ''} ${id}`, n]))),
      ).toEqual(counted(ids));
      const ungrouped = placed.filter(({ of }) => of[groups].length === 0).map(({ day }) => startOf(day, per));
      expect(only(days.map(({ day, ungrouped: n = 0 }) => [day ?? 'none', n]))).toEqual(counted(ungrouped));
    }
  }
}

/** The Monday, or the first of the month, by the calendar of JavaScript. */
function startOf(day: string, per: 'week' | 'month'): string {
  if (day === 'none') return day;
  const date = new Date(`${day}T00:00:00Z`);
  if (per === 'month') date.setUTCDate(1);
  else date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

interface Placed {
  readonly day: string;
  readonly type: string;
  readonly of: Readonly<Record<'issue' | 'party' | 'source', readonly string[]>>;
}

function reportsOn(log: readonly Recorded[], journey: Journey): Placed[] {
  const state = stateAt(log, NEGOTIATION, journey.end);
  const parties = foldEntries(log, NEGOTIATION, 'party', journey.end).map(({ id }) => id);
  return state.reports
    .filter(({ content }) => journey.issue === null || issuesOf(state, content).includes(journey.issue))
    .flatMap(({ id, content, published, occurred }) => {
      const { type } = content;
      const named = actorsNamed(content);
      const of = {
        issue: issuesOf(state, content),
        party: parties.filter((party) => named.includes(party)),
        source: [content.source.id],
      };
      if (journey.axis === 'recorded') {
        const first = log.find(({ event }) => event.id === id && 'source' in event);
        if (first === undefined || first.position <= (journey.from ?? 0n)) return [];
        return [{ day: first.metadata.recordedAt.slice(0, 10), type, of }];
      }
      const { lo } = journey.axis === 'published' ? published : occurred;
      return Number.isFinite(lo) && lo > (journey.from ?? -Infinity) && lo <= journey.to ? [{ day: formatDay(lo), type, of }] : [];
    });
}

function dayRecorded(log: readonly Recorded[], position: string | undefined): string | undefined {
  return log.find((recorded) => String(recorded.position) === position)?.metadata.recordedAt.slice(0, 10);
}

function summed(pairs: readonly (readonly [string, number])[]): Counts {
  const sums: Counts = {};
  for (const [key, n] of pairs) sums[key] = (sums[key] ?? 0) + n;
  return only(Object.entries(sums));
}

function counted(keys: readonly string[]): Counts {
  const counts: Counts = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

function only(counts: readonly (readonly [string, number])[]): Counts {
  return Object.fromEntries(counts.filter(([, n]) => n > 0));
}
