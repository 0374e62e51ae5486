import fc from 'fast-check';
import type { RecordedEvent } from '../../../src/event-store/event-store.js';
import { Extracts } from '../../../src/read-model/extracting/extracts.js';
import { Projector } from '../../../src/read-model/projecting/projector.js';
import { Story } from '../../support/histories-by-hand.js';
import { history } from '../../support/histories.js';
import { amongNeighbours } from '../../support/neighbours.js';
import { emptyReadModel, rowsOf, stored } from './files.js';

function rowsAfter(batches: readonly (readonly RecordedEvent[])[]): string[] {
  using readModel = emptyReadModel();
  for (const batch of batches) readModel.apply(batch);
  return rowsOf(readModel.rows);
}

/** Each part of a log extracted elsewhere, or where it is projected, in turn. */
function rowsExtractedInTurn(parts: readonly (readonly RecordedEvent[])[]): string[] {
  using readModel = emptyReadModel();
  readModel.bodies.keep(parts.flat());
  const projector = new Projector(readModel.rows);
  for (const [i, events] of parts.entries()) {
    if (i % 2 === 0) projector.apply(events);
    else {
      const extracts = new Extracts();
      for (const event of events) extracts.add(event);
      projector.gather(extracts.hand());
      projector.commit();
    }
  }
  return rowsOf(readModel.rows);
}

function inBatchesOf(size: number, events: readonly RecordedEvent[]): RecordedEvent[][] {
  return Array.from({ length: Math.ceil(events.length / size) }, (_, i) => events.slice(i * size, (i + 1) * size));
}

describe('the rows', () => {
  it('are the same in whatever batches the log comes', () => {
    fc.assert(
      fc.property(history({ maxReports: 10 }), fc.integer({ min: 1, max: 9 }), (log, size) => {
        const events = stored(log);
        expect(rowsAfter(inBatchesOf(size, events))).toEqual(rowsAfter([events]));
      }),
      { numRuns: 20 },
    );
  });

  it('are the same where they are extracted here and elsewhere in turn', () => {
    fc.assert(
      fc.property(history({ maxReports: 10 }), fc.integer({ min: 1, max: 20 }), (log, size) => {
        const events = stored(amongNeighbours(log));
        expect(rowsExtractedInTurn(inBatchesOf(size, events))).toEqual(rowsAfter([events]));
      }),
      { numRuns: 20 },
    );
  });

  it('are the same where batches come again, or overlap', () => {
    fc.assert(
      fc.property(history({ maxReports: 10 }), fc.nat(), (log, cut) => {
        const events = stored(log);
        const half = cut % events.length;
        expect(rowsAfter([events, events])).toEqual(rowsAfter([events]));
        expect(rowsAfter([events.slice(0, half), events, events.slice(half)])).toEqual(rowsAfter([events]));
      }),
      { numRuns: 20 },
    );
  });

  it('are there at all', () => {
    expect(rowsAfter([stored(new Story().log)]).length).toBeGreaterThan(10);
  });
});

describe('a batch', () => {
  it('that fails as a whole leaves neither rows nor its position', () => {
    using readModel = emptyReadModel();
    const events = stored(new Story().log);
    readModel.apply(events.slice(0, 3));
    const [before, applied] = [rowsOf(readModel.rows), readModel.applied];
    const failing = (): void => {
      readModel.rows.transaction({ events: 5, position: events[4]?.position ?? 0n }, () => {
        readModel.rows.run('DELETE FROM chunk');
        throw new Error('power is gone');
      });
    };
    expect(failing).toThrow('power is gone');
    expect(rowsOf(readModel.rows)).toEqual(before);
    expect(readModel.applied).toBe(applied);
  });

  it('of nothing new moves nothing', () => {
    using readModel = emptyReadModel();
    const events = stored(new Story().log);
    readModel.apply(events);
    const { applied } = readModel;
    readModel.apply([]);
    readModel.apply(events.slice(0, 1));
    expect(readModel.applied).toBe(applied);
  });
});

describe('who waits for a position', () => {
  it('is woken when it is applied, and not before', async () => {
    using readModel = emptyReadModel();
    const events = stored(new Story().log);
    const second = events[1]?.position ?? 0n;
    let reached: boolean | undefined;
    const waiting = readModel.reaches(second, 5_000).then((value) => (reached = value));
    readModel.apply(events.slice(0, 1));
    await Promise.resolve();
    expect(reached).toBeUndefined();
    readModel.apply(events.slice(1));
    expect(await waiting).toBe(true);
    expect(await readModel.reaches(second, 5_000)).toBe(true);
  });

  it('is told so where it is not applied in time', async () => {
    using readModel = emptyReadModel();
    expect(await readModel.reaches(1n, 5)).toBe(false);
  });
});
