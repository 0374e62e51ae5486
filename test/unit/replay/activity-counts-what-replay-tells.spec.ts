import fc from 'fast-check';
import type { JourneyQuery } from '../../../src/queries/asking/journey-of.js';
import { activityOn } from '../../../src/read-model/replaying/activity-reader.js';
import { stepsOf } from '../../../src/read-model/replaying/replay-reader.js';
import type { Journey } from '../../../src/rules/replay/journey.js';
import { formatDay } from '../../../src/vocabulary/day.js';
import type { Recorded } from '../../../src/vocabulary/events/log-event.js';
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

function reportsOn(log: readonly Recorded[], journey: Journey): { day: string; type: string }[] {
  const state = stateAt(log, NEGOTIATION, journey.end);
  return state.reports
    .filter(({ content }) => journey.issue === null || issuesOf(state, content).includes(journey.issue))
    .flatMap(({ id, content, published, occurred }) => {
      const { type } = content;
      if (journey.axis === 'recorded') {
        const first = log.find(({ event }) => event.id === id && 'source' in event);
        if (first === undefined || first.position <= (journey.from ?? 0n)) return [];
        return [{ day: first.metadata.recordedAt.slice(0, 10), type }];
      }
      const { lo } = journey.axis === 'published' ? published : occurred;
      return Number.isFinite(lo) && lo > (journey.from ?? -Infinity) && lo <= journey.to ? [{ day: formatDay(lo), type }] : [];
    });
}

function dayRecorded(log: readonly Recorded[], position: string | undefined): string | undefined {
  return log.find((recorded) => String(recorded.position) === position)?.metadata.recordedAt.slice(0, 10);
}

function counted(keys: readonly string[]): Counts {
  const counts: Counts = {};
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
  return counts;
}

function only(counts: readonly (readonly [string, number])[]): Counts {
  return Object.fromEntries(counts.filter(([, n]) => n > 0));
}
