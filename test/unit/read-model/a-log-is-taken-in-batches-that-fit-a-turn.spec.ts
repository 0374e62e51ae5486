import type { RecordedEvent } from '../../../src/event-store/event-store.js';
import { type Pace, timedBatches } from '../../../src/read-model/following/timed-batches.js';
import { strange } from './files.js';

const event = (position: number): RecordedEvent => strange(BigInt(position), { data: {} });

async function* pagesOf(count: number, size: number, then: () => Promise<void> = async () => undefined): AsyncGenerator<RecordedEvent[]> {
  for (let from = 1; from <= count; from += size) {
    yield Array.from({ length: Math.min(size, count - from + 1) }, (_, i) => event(from + i));
  }
  await then();
}

/** Keeps others waiting as an application of a batch does. */
function busy(milliseconds: number): void {
  const begun = performance.now();
  while (performance.now() - begun < milliseconds);
}

const pace =
  (turnMs: number, isAwaited = false) =>
  (): Pace => ({ turnMs, isAwaited });
const positions = (batches: readonly (readonly RecordedEvent[])[]): number[] => batches.flat().map(({ position }) => Number(position));
const upTo = (count: number): number[] => Array.from({ length: count }, (_, i) => i + 1);

describe('the pages of a log', () => {
  it('come as larger batches, nothing missing and nothing twice', async () => {
    const batches: (readonly RecordedEvent[])[] = [];
    for await (const batch of timedBatches(pagesOf(20_000, 300), pace(1_000))) batches.push(batch);
    expect(positions(batches)).toEqual(upTo(20_000));
    expect(batches.length).toBeLessThan(20);
    expect(Math.max(...batches.map(({ length }) => length))).toBeLessThanOrEqual(5_000);
  });

  it('come as smaller ones where applying takes longer than a turn', async () => {
    const sizes: number[] = [];
    for await (const batch of timedBatches(pagesOf(2_000, 500), pace(5))) {
      sizes.push(batch.length);
      busy(batch.length / 20);
    }
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(2_000);
    expect([sizes[0], sizes[1]]).toEqual([500, 100]);
  });

  it('come as large ones as the first event of each allows', async () => {
    const sizes: number[] = [];
    for await (const batch of timedBatches(pagesOf(2_600, 500), (first) => pace(Number(first?.position) <= 1_500 ? 100_000 : 5)())) {
      sizes.push(batch.length);
      busy(batch.length / 20);
    }
    expect(sizes).toEqual([500, 1_000, 1_100]);
  });

  it('are not waited for: what is there comes', async () => {
    const never = new Promise<void>(() => undefined);
    const batches = timedBatches(
      pagesOf(10, 5, () => never),
      pace(40),
    );
    expect(positions([(await batches.next()).value as RecordedEvent[]])).toEqual(upTo(10));
  });

  it('are not waited for in a flow either, where somebody waits for what is there', async () => {
    const never = new Promise<void>(() => undefined);
    const batches = timedBatches(
      pagesOf(64, 64, () => never),
      pace(40, true),
    );
    let turns = 0;
    const count = (): void => {
      turns += 1;
      counting = setImmediate(count);
    };
    let counting = setImmediate(count);
    const taken = (await batches.next()).value as RecordedEvent[];
    clearImmediate(counting);
    expect(positions([taken])).toEqual(upTo(64));
    expect(turns).toBeLessThan(10);
  });

  it('end with the error of the log, but not before what came ahead of it', async () => {
    const taken: (readonly RecordedEvent[])[] = [];
    const cut = async (): Promise<void> => {
      throw new Error('the server is gone');
    };
    const reading = async (): Promise<void> => {
      for await (const batch of timedBatches(pagesOf(7, 2, cut), pace(40))) taken.push(batch);
    };
    await expect(reading()).rejects.toThrow('the server is gone');
    expect(positions(taken)).toEqual(upTo(7));
  });

  it('are let go where nobody takes more', async () => {
    let isLeft = false;
    async function* pages(): AsyncGenerator<RecordedEvent[]> {
      try {
        for (;;) yield [event(1)];
      } finally {
        isLeft = true;
      }
    }
    for await (const _ of timedBatches(pages(), pace(1))) break;
    await new Promise(setImmediate);
    expect(isLeft).toBe(true);
  });
});
