import type { RecordedEvent } from '../../../src/event-store/event-store.js';
import { positionAtInstant } from '../../../src/read-model/reading/log-reader.js';
import { Story } from '../../support/histories-by-hand.js';
import { emptyReadModel, stored } from './files.js';

const instant = (time: string): string => `2026-01-20T${time}:00.000Z`;

/** Events recorded at some times, at the positions 10, 20, … */
function recordedAt(...times: string[]): RecordedEvent[] {
  return stored(new Story().log)
    .slice(0, times.length)
    .map((event, i) => ({
      ...event,
      position: BigInt(10 * (i + 1)),
      metadata: { ...event.metadata, recordedAt: instant(times[i] ?? '') },
    }));
}

describe('an instant', () => {
  const RISING = ['09:00', '09:10', '09:10', '09:20'];
  // In a log that several nodes write the clock may go back: what comes behind a later event is later too.
  const FALLING = ['09:00', '09:20', '09:10', '09:30'];

  it.each<[string, string[], string, bigint | undefined]>([
    ['before all is the position before all', RISING, '08:59', 0n],
    ['of an event includes it', RISING, '09:00', 10n],
    ['of two events includes both', RISING, '09:10', 30n],
    ['between two events is the earlier one', RISING, '09:19', 30n],
    ['of the last event is the head, which no event is behind', RISING, '09:20', undefined],
    ['behind all is the head', RISING, '10:00', undefined],
    ['ends before the first later event, whatever comes behind it', FALLING, '09:10', 10n],
    ['of a later event that was recorded first includes both', FALLING, '09:20', 30n],
    ['in an empty log is the head', [], '09:00', undefined],
  ])('%s', (_, times, at, expected) => {
    using readModel = emptyReadModel();
    readModel.apply(recordedAt(...times));
    expect(positionAtInstant(readModel.rows, instant(at))).toBe(expected);
  });

  it('is the same where the events were applied one by one', () => {
    using readModel = emptyReadModel();
    for (const event of recordedAt(...FALLING)) readModel.apply([event]);
    expect(positionAtInstant(readModel.rows, instant('09:10'))).toBe(10n);
  });

  it('includes an event of its time that could not be projected', () => {
    using readModel = emptyReadModel();
    const [first, second, third] = recordedAt('09:00', '09:10', '09:20');
    if (first === undefined || second === undefined || third === undefined) throw new Error('too few events');
    readModel.apply([first, { ...second, type: 'Unknown' }, third]);
    expect(positionAtInstant(readModel.rows, instant('09:09'))).toBe(10n);
    expect(positionAtInstant(readModel.rows, instant('09:10'))).toBe(20n);
  });
});
