import { QueryBus } from '@nestjs/cqrs';
import { ActivityQuery } from '../../../src/queries/activity/activity.query.js';
import { Keeper } from '../../../src/read-model/keeper.js';
import type { KeeperHere } from '../../../src/read-model/keeper-here.js';
import { startTestService, type TestService } from '../../support/service.js';

/** Enough for a question to begin, all in one turn. */
const STEPS = 100;

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ loadSeeds: true });
});
afterAll(() => service.stop());

/** Takes several turns: it has more reports than are counted in one. */
async function activity(): Promise<string> {
  const question = { asOf: '2026-01-20', axis: 'published' as const };
  return JSON.stringify(await service.app.get(QueryBus).execute(new ActivityQuery('ukraine-peace', question)));
}

it('and answers as if it had been asked after the swap, where all is done in one thread', async () => {
  const keeper = service.app.get<KeeperHere>(Keeper as never);
  const asked = Promise.withResolvers<string>();
  keeper.readModel.addReaders({
    // Called right before the swap, which comes within the same turn.
    leave: async () => {
      activity().then(asked.resolve, asked.reject);
      for (let step = 0; step < STEPS; step += 1) await Promise.resolve();
    },
    mayReturn: () => undefined,
  });
  await keeper.rebuild.run();
  expect(keeper.rebuild.progress).toMatchObject({ state: 'swapped' });
  expect(await asked.promise).toBe(await activity());
});
