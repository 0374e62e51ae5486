import { ClockDiffers, ClockGuard } from '../../src/event-store/clock-guard.js';
import type { LogTimes } from '../../src/event-store/event-store.js';
import { EventStoreDbEventStore } from '../../src/event-store/eventstoredb/eventstoredb-event-store.js';
import { newEvent } from '../contract/new-event.js';
import { Clock } from '../../src/ports/clock.js';
import { aNegotiation, aReport, postUntilAcknowledged } from '../support/fault-clients.js';
import { AppNode, eventually } from '../support/fault-node.js';
import { type ServerLog, serverLogs } from '../support/server-log.js';

const LIMIT = 300_000;
const A_YEAR = 365 * 86_400_000;
const PLACE = 6;

describe('a clock compared with its log', () => {
  let now = 0;
  let elapsed = 0;
  let times: LogTimes = { newest: undefined, server: undefined };
  let asked = 0;
  const guard = (limitMs = LIMIT): ClockGuard =>
    new ClockGuard(
      {
        times: async () => {
          asked += 1;
          return times;
        },
      },
      { now: () => now, elapsed: () => elapsed, limitMs },
    );

  beforeEach(() => {
    [now, elapsed, asked] = [Date.parse('2026-03-01T12:00:00Z'), 0, 0];
    times = { newest: undefined, server: undefined };
  });

  it.each([
    ['an empty log without a server', () => ({ newest: undefined, server: undefined })],
    ['a log that is silent for years', () => ({ newest: now - 5 * A_YEAR, server: now })],
    ['differences within the limit', () => ({ newest: now + LIMIT, server: now - LIMIT })],
  ])('is right: %s', async (_what, told) => {
    times = told();
    await expect(guard().require()).resolves.toBeUndefined();
  });

  it.each([
    ['ahead of that of the log', () => ({ newest: now - A_YEAR, server: now - LIMIT - 1 })],
    ['behind that of the log', () => ({ newest: now - A_YEAR, server: now + LIMIT + 1 })],
    ['behind the newest event', () => ({ newest: now + LIMIT + 1, server: undefined })],
  ])('is wrong: %s', async (side, told) => {
    times = told();
    await expect(guard().require()).rejects.toBeInstanceOf(ClockDiffers);
    await expect(guard().require()).rejects.toThrow(side);
    await expect(guard(0).require()).resolves.toBeUndefined();
  });

  it('is compared again after a while, and at once where it was set', async () => {
    const one = guard();
    await one.require();
    [now, elapsed] = [now + 10_000, elapsed + 10_000];
    await one.require();
    expect(asked).toBe(1);
    [now, elapsed] = [now + 25_000, elapsed + 25_000];
    await one.require();
    expect(asked).toBe(2);
    times = { newest: now, server: now };
    now -= 2 * LIMIT;
    await expect(one.require()).rejects.toThrow('behind');
    expect(asked).toBe(3);
  });
});

/** A clock that is ahead of that of the machine. */
class AheadClock extends Clock {
  constructor(public aheadMs: number) {
    super();
  }

  now(): number {
    return Date.now() + this.aheadMs;
  }
}

describe.each(serverLogs())('a node on %s', (_name, startServer) => {
  let server: ServerLog;
  beforeAll(async () => {
    server = await startServer(PLACE);
  }, 120_000);
  afterAll(() => server.stop(), 60_000);

  const directly = async <T>(now: () => number, use: (store: EventStoreDbEventStore) => Promise<T>): Promise<T> => {
    const store = new EventStoreDbEventStore(server.url, now);
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  };

  it.each([
    ['years ahead of', 3 * A_YEAR, 'ahead of'],
    ['years behind', -3 * A_YEAR, 'behind'],
  ])('records nothing while its clock is %s that of the server, says so, and goes on when it is right', async (_what, aheadMs, side) => {
    const clock = new AheadClock(aheadMs);
    const node = await AppNode.start(server.url, server.limits, {}, clock);
    const headOf = (store: EventStoreDbEventStore): Promise<bigint> => store.head();
    const before = await directly(Date.now, headOf);
    const { status, body } = await node.put('/n', { title: 'N' });
    expect([status, body.code]).toEqual([503, 'clock-differs']);
    expect(body.detail).toMatch(
      new RegExp(`^The clock of this node \\(.*\\) is more than 300 s ${side} that of the log's server \\(.*\\); it records nothing`),
    );
    expect(await directly(Date.now, headOf)).toBe(before);
    await eventually('its health tells it', async () =>
      (await node.get('/health/ready')).text.includes('"clockFault":"the clock of this node'),
    );
    clock.aheadMs = 0;
    expect((await postUntilAcknowledged(node, await aNegotiation(node), aReport('r'))).answer.status).toBe(201);
    await eventually('its health tells it', async () => (await node.get('/health/ready')).text.includes('"clockFault":null'));
    await node.stop();
  });

  it('records nothing behind what a node that was ahead has recorded', async () => {
    const aYearAhead = (): number => Date.now() + A_YEAR;
    await directly(aYearAhead, (ahead) => ahead.append('report-n.r', [newEvent()], 'no-stream'));
    const node = await AppNode.start(server.url, server.limits);
    const { status, body } = await node.put('/n', { title: 'N' });
    expect([status, body.code]).toEqual([503, 'clock-differs']);
    expect(body.detail).toContain('behind the newest event in the log');
    await node.stop();
    const tolerant = await AppNode.start(server.url, server.limits, { clockLimitMs: 2 * A_YEAR });
    expect((await tolerant.post(`${await aNegotiation(tolerant)}/reports`, aReport('r'))).status).toBe(201);
    await tolerant.stop();
  });
});
