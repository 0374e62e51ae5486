import fc from 'fast-check';
import { stepsOf } from '../../../src/read-model/replaying/replay-reader.js';
import { GrowingModel } from '../../../src/read-model/projecting/growing-model.js';
import { LIST_KINDS } from '../../../src/read-model/tables/list-kinds.js';
import type { ReadModelFile } from '../../../src/read-model/tables/read-model-file.js';
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

/** Has every report looked at on every day around. */
function turnEachOnEveryDay(file: ReadModelFile): void {
  const model = new GrowingModel(file);
  const owner = model.names.of('negotiation', '', NEGOTIATION).number;
  const reports = file.all<{ report: number }>('SELECT report FROM report_key').map(({ report }) => report);
  for (let at = FIRST - 30; at <= LAST + 30; at += 1) {
    model.lists.tail(LIST_KINDS.mattersOn, model.days.listOf(LIST_KINDS.mattersOn, owner, at, 1)).push(...reports);
  }
  file.transaction(file.state, () => {
    model.flush(file.state.events);
  });
}

it('looked at on every day, reports tell and cause the same', async () => {
  await fc.assert(
    fc.asyncProperty(history(), question, async (log, query) => {
      using indexed = new IndexedLog(log);
      const { readModel } = indexed;
      const way = await wayOf(readModel, query);
      const steps = await all(stepsOf(readModel, NEGOTIATION, way));
      using widened = new IndexedLog(log);
      turnEachOnEveryDay(widened.readModel.rows);
      expect(await all(stepsOf(widened.readModel, NEGOTIATION, way))).toEqual(steps);
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
