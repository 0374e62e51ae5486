import { ReadModelWatch } from '../../../src/operations/read-model-watch.js';
import type { ReadModelStatus } from '../../../src/read-model/keeper.js';

const parkedAt = (...positions: string[]): Pick<ReadModelStatus, 'parked' | 'parkedCount'> => ({
  parked: positions.map((position) => ({ position, type: 'PlanTabled', negotiation: 'talks', issues: [], error: 'is no JSON' })),
  parkedCount: positions.length,
});

/** A read model that stands as a test puts it. */
class Standing {
  ageSeconds: number | null = 0;
  parked = parkedAt();
  readonly watch = new ReadModelWatch({ status: () => Promise.resolve(this.now()) }, this);

  async told(): Promise<string[]> {
    return (await this.watch.news()).map(({ level, fields: { msg, position } }) => [level, msg, position].filter(Boolean).join(' '));
  }

  private now(): ReadModelStatus {
    return { version: 1, wantedVersion: 1, position: 3n, damaged: false, renewal: null, rebuild: null, ...this.parked };
  }
}

it('a lag is told when it begins and when it is over, a short one not at all', async () => {
  const standing = new Standing();
  const told: string[][] = [];
  for (const age of [0, 3, 0, 12, 40, 5, 0, null]) {
    standing.ageSeconds = age;
    told.push(await standing.told());
  }
  const [begun, over] = ['warn the read model lags behind the log', 'log the read model has caught up with the log'];
  expect(told).toEqual([[], [], [], [begun], [], [], [over], [begun]]);
});

it('each parked event is told once, and that some are parked no more', async () => {
  const standing = new Standing();
  const told: string[][] = [];
  for (const parked of [parkedAt(), parkedAt('7'), parkedAt('7'), parkedAt('7', '9'), parkedAt(), parkedAt('7')]) {
    standing.parked = parked;
    told.push(await standing.told());
  }
  const parked = (position: string): string => `warn an event cannot be projected and is parked ${position}`;
  expect(told).toEqual([[], [parked('7')], [], [parked('9')], ['log fewer events are parked'], [parked('7')]]);
});

it('of very many parked events the first are told one by one', async () => {
  const standing = new Standing();
  standing.parked = parkedAt(...Array.from({ length: 100 }, (_unused, i) => String(i)));
  expect(await standing.told()).toHaveLength(20);
});
