import { setTimeout as pause } from 'node:timers/promises';
import { jest } from '@jest/globals';
import type { EventStore, RecordedEvent } from '../../../src/event-store/event-store.js';
import { SqliteEventStore } from '../../../src/event-store/sqlite/sqlite-event-store.js';
import { Follower } from '../../../src/read-model/following/follower.js';
import { ReadModel } from '../../../src/read-model/read-model.js';
import type { Recorded } from '../../../src/vocabulary/events/log-event.js';
import { Story } from '../../support/histories-by-hand.js';
import { streamOf } from '../../support/histories-log-writer.js';
import { folder, toAppend } from './files.js';

type Cut = 'error' | 'end';

/** A real log whose subscription gives at most so many batches of one event before it is cut off, each time. */
class CuttableLog {
  readonly subscribedAfter: bigint[] = [];
  readonly given: bigint[] = [];
  readonly signals: AbortSignal[] = [];
  readonly store: EventStore;

  constructor(
    private readonly log: SqliteEventStore,
    private readonly cut: Cut | null,
    private readonly batches: number,
  ) {
    this.store = Object.assign(Object.create(log) as EventStore, {
      subscribeAll: (after: bigint, signal: AbortSignal) => this.subscribe(after, signal),
    });
  }

  private async *subscribe(after: bigint, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    this.subscribedAfter.push(after);
    this.signals.push(signal);
    let left = this.batches;
    for await (const events of this.log.subscribeAll(after, signal)) {
      for (const event of events) {
        if (this.cut !== null && left === 0) {
          if (this.cut === 'error') throw new Error('the server is gone');
          return;
        }
        left -= 1;
        this.given.push(event.position);
        yield [event];
      }
    }
  }
}

interface World {
  readonly log: SqliteEventStore;
  readonly readModel: ReadModel;
  readonly errors: string[];
  readonly follow: (store: EventStore) => Follower;
  /** @returns the head then */
  readonly append: (events: readonly Recorded[]) => Promise<bigint>;
}

/** A log and a read model of their own for one test. */
async function within(test: (world: World) => Promise<void>): Promise<void> {
  using own = folder();
  const log = new SqliteEventStore(own.file('log.db'), () => 0);
  const readModel = new ReadModel(own.file('r.db'));
  const followers: Follower[] = [];
  const errors: string[] = [];
  try {
    await test({
      log,
      readModel,
      errors,
      follow: (store) => {
        const follower = new Follower(
          store,
          readModel,
          { check: async () => true },
          { onCutOff: (error) => errors.push((error as Error).message), jitter: () => 0 },
        );
        followers.push(follower);
        follower.start();
        return follower;
      },
      append: async (events) => {
        for (const recorded of events) {
          const { event, revision } = recorded;
          await log.append(streamOf(event), [toAppend(recorded)], revision === 0n ? 'no-stream' : revision - 1n);
        }
        return log.head();
      },
    });
  } finally {
    for (const follower of followers) follower.stop();
    readModel.close();
    await log.close();
  }
}

const LIMIT = 10_000;

describe('a follower', () => {
  it('applies what is in the log, then what comes', () =>
    within(async ({ log, readModel, follow, append, errors }) => {
      const story = new Story();
      const head = await append(story.log);
      follow(log);
      expect(await readModel.reaches(head, LIMIT)).toBe(true);
      const later = await append([story.position('r', 'a', 'demands')]);
      expect(await readModel.reaches(later, LIMIT)).toBe(true);
      expect(errors).toEqual([]);
    }));

  it.each<[Cut, string]>([
    ['error', 'the server is gone'],
    ['end', 'the subscription to the log ended'],
  ])('subscribes again after an %s, from the position that was applied', (cut, message) =>
    within(async ({ log, readModel, follow, append, errors }) => {
      const head = await append(new Story().log);
      const cuttable = new CuttableLog(log, cut, 6);
      follow(cuttable.store);
      expect(await readModel.reaches(head, LIMIT)).toBe(true);
      expect(cuttable.subscribedAfter).toEqual([0n, 6n, 12n]);
      expect(errors).toEqual([message, message]);
      // Nothing is lost and nothing comes twice.
      expect(cuttable.given).toEqual([...Array<undefined>(Number(head))].map((_, i) => BigInt(i + 1)));
    }),
  );

  it('subscribes again where the read model could not take a batch', () =>
    within(async ({ log, readModel, follow, append, errors }) => {
      const head = await append(new Story().log);
      const failing = jest.spyOn(readModel, 'apply').mockImplementationOnce(() => {
        throw new Error('the disk is full');
      });
      follow(log);
      expect(await readModel.reaches(head, LIMIT)).toBe(true);
      expect(errors).toEqual(['the disk is full']);
      failing.mockRestore();
    }));

  it('leaves a subscription that gives nothing any more, where it is told to', () =>
    within(async ({ log, readModel, follow, append, errors }) => {
      const head = await append(new Story().log);
      const subscribedAfter: bigint[] = [];
      const silentAtFirst: EventStore['subscribeAll'] = (after, signal) => {
        subscribedAfter.push(after);
        return log.subscribeAll(subscribedAfter.length === 1 ? head : after, signal);
      };
      const follower = follow(Object.assign(Object.create(log) as EventStore, { subscribeAll: silentAtFirst }));
      expect(await readModel.reaches(head, 50)).toBe(false);
      follower.resubscribe();
      expect(await readModel.reaches(head, LIMIT)).toBe(true);
      expect(subscribedAfter).toEqual([0n, 0n]);
      expect(errors).toEqual(['the subscription to the log ended']);
    }));

  it('takes nothing more once it is stopped, and ends its subscription', () =>
    within(async ({ log, readModel, follow, append, errors }) => {
      const story = new Story();
      const head = await append(story.log);
      const cuttable = new CuttableLog(log, null, 0);
      const follower = follow(cuttable.store);
      await readModel.reaches(head, LIMIT);
      follower.stop();
      const later = await append([story.position('r', 'a', 'demands')]);
      expect(await readModel.reaches(later, 100)).toBe(false);
      expect(cuttable.subscribedAfter).toEqual([0n]);
      expect(cuttable.signals[0]?.aborted).toBe(true);
      expect(errors).toEqual([]);
    }));

  it('does not come back where it is stopped while it waits', () =>
    within(async ({ log, follow, append }) => {
      await append(new Story().log);
      const cuttable = new CuttableLog(log, 'error', 0);
      const follower = follow(cuttable.store);
      await pause(10);
      follower.stop();
      await pause(100);
      expect(cuttable.subscribedAfter).toEqual([0n]);
    }));
});
