import fc from 'fast-check';
import { stepsOf } from '../../../src/read-model/replay-reader.js';
import { dayOf, formatDay } from '../../../src/vocabulary/day.js';
import { history } from '../../support/histories.js';
import { Story } from '../../support/histories-by-hand.js';
import { NEGOTIATION } from '../../support/histories-universe.js';
import { IndexedLog } from '../../support/indexed-log.js';
import { all, walk, wayOf } from './walk.js';

const [FIRST, LAST] = [dayOf(2025, 12, 20), dayOf(2026, 2, 1)];
const day = fc.option(fc.integer({ min: FIRST, max: LAST }).map(formatDay), { freq: 2, nil: undefined });
const question = fc.oneof(
  fc.record({ axis: fc.constant('published' as const), from: day }),
  fc.record({ axis: fc.constant('published' as const), from: day, asOf: fc.constant('2026-01-20') }),
  fc.record({ axis: fc.constant('occurred' as const), from: day, knownBy: day }),
);

it('looked at on every day, reports tell and cause the same', async () => {
  await fc.assert(
    fc.asyncProperty(history(), question, async (log, query) => {
      using indexed = new IndexedLog(log);
      const { readModel } = indexed;
      const way = await wayOf(readModel, query);
      const steps = await all(stepsOf(readModel, NEGOTIATION, way));
      const [from, to] = [FIRST - 30, LAST + 30];
      readModel.rows.run(
        `WITH RECURSIVE days(day) AS (SELECT ${String(from)} UNION ALL SELECT day + 1 FROM days WHERE day < ${String(to)})
         INSERT OR IGNORE INTO turn SELECT r.negotiation, days.day, r.report FROM report r, days`,
      );
      expect(await all(stepsOf(readModel, NEGOTIATION, way))).toEqual(steps);
    }),
    { numRuns: 25 },
  );
});

it('what is visible from ever is not told on a day that matters on another axis only', async () => {
  const story = new Story();
  story.source('old', '../2025-12-01');
  story.position('stated', 'a', 'supports', { source: 'old', occurred: '2025-11-01' });
  using indexed = new IndexedLog(story.log);
  const days = async (query: object) => (await walk(indexed.readModel, query)).map((step) => step.day);
  expect(await days({ asOf: '2026-01-20' })).toEqual(['2025-12-01']);
  expect(await days({ to: '2025-12-01' })).toEqual(['2025-11-01', '2025-12-01']);
});
