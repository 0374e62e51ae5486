import { setTimeout as pause } from 'node:timers/promises';
import type { EventStore } from '../../src/event-store/event-store.js';
import { Watchdog } from '../../src/read-model/following/watchdog.js';

/** A log whose head is told when the test says so. */
class AskedLog {
  readonly asked: { answer: (head: bigint) => void; fail: (error: Error) => void }[] = [];

  get store(): EventStore {
    const head = () => new Promise<bigint>((answer, fail) => this.asked.push({ answer, fail }));
    return { head } as unknown as EventStore;
  }
}

function setting() {
  const log = new AskedLog();
  const clock = { now: 0 };
  const readModel = { applied: 5n, passed: 5n, takesEvents: true };
  const stuck = { times: 0 };
  const options = { now: () => clock.now, onStuck: () => (stuck.times += 1), onAhead: () => undefined };
  return { log, clock, readModel, stuck, watchdog: new Watchdog(log.store, readModel, options) };
}

describe('a watchdog', () => {
  it('asks once at a time, however long the answer takes', async () => {
    const { log, watchdog } = setting();
    const checks = [watchdog.check(), watchdog.check(), watchdog.check()];
    expect(log.asked).toHaveLength(1);
    log.asked[0]?.answer(5n);
    await Promise.all(checks);
    void watchdog.check();
    expect(log.asked).toHaveLength(2);
  });

  it('says that the log is not reached as soon as an answer is overdue, not only when it is given up', async () => {
    const { log, clock, watchdog } = setting();
    const first = watchdog.check();
    log.asked[0]?.answer(5n);
    await first;
    clock.now = 1_000;
    const second = watchdog.check();
    expect([watchdog.isLogReachable, watchdog.ageSeconds]).toEqual([true, 0]);
    clock.now = 4_000;
    expect([watchdog.isLogReachable, watchdog.ageSeconds]).toEqual([false, 4]);
    log.asked[1]?.answer(5n);
    await second;
    // As of when the head was asked for: what came since is not known.
    expect([watchdog.isLogReachable, watchdog.ageSeconds]).toEqual([true, 3]);
  });

  it('tells no age while others write without a pause and each check finds a newer head', async () => {
    const { log, clock, readModel, stuck, watchdog } = setting();
    for (let second = 0; second < 20; second += 1) {
      clock.now = 1_000 * second;
      const check = watchdog.check();
      log.asked.at(-1)?.answer(BigInt(10 * second + 10));
      await check;
      expect(watchdog.ageSeconds).toBe(second === 0 ? null : 0);
      readModel.applied = BigInt(10 * second + 10);
    }
    expect(stuck.times).toBe(0);
  });

  it('lets a subscription go on that passes over the events of others, until it should have brought one of ours', async () => {
    const { log, clock, readModel, stuck, watchdog } = setting();
    const stuckAfterLong = async (passed: bigint): Promise<number> => {
      clock.now += 6_000;
      readModel.passed = passed;
      const check = watchdog.check();
      log.asked.at(-1)?.answer(20n);
      await check;
      return stuck.times;
    };
    expect([await stuckAfterLong(5n), await stuckAfterLong(9n), await stuckAfterLong(13n)]).toEqual([0, 0, 0]);
    expect([await stuckAfterLong(13n), await stuckAfterLong(20n)]).toEqual([1, 2]);
  });

  it('is caught up as soon as the read model has the head that was seen, without another check', async () => {
    const { log, readModel, watchdog } = setting();
    const check = watchdog.check();
    log.asked[0]?.answer(9n);
    await check;
    expect(watchdog.ageSeconds).toBeNull();
    readModel.applied = 9n;
    expect(watchdog.ageSeconds).toBe(0);
  });

  it('never throws: whatever fails, the log counts as not reached', async () => {
    const { log, watchdog } = setting();
    const check = watchdog.check();
    log.asked[0]?.fail(new TypeError('a fault of the program'));
    await check;
    expect(watchdog.isLogReachable).toBe(false);
  });

  it('looks at nothing any more once it is stopped: the read model may be closed by then', async () => {
    const { log, readModel, stuck, watchdog } = setting();
    const check = watchdog.check();
    Object.defineProperty(readModel, 'applied', {
      get: () => {
        stuck.times += 1;
        return 0n;
      },
    });
    watchdog.stop();
    log.asked[0]?.answer(9n);
    await check;
    await pause(1);
    expect(stuck.times).toBe(0);
  });
});
