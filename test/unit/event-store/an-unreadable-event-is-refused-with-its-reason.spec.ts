import type { RecordedEvent } from '../../../src/event-store/event-store.js';
import { toLogEvent } from '../../../src/event-store/typed-event.js';
import { UnreadableEvent } from '../../../src/event-store/unreadable-event.js';
import { asRecorded, golden } from '../../support/golden.js';

const readable = asRecorded(golden('PositionStated'));
const version = (value: unknown): Partial<RecordedEvent> => ({ metadata: { ...readable.metadata, version: value as number } });

describe('an event', () => {
  it.each<[string, Partial<RecordedEvent>, RegExp]>([
    ['of a type that is not known', { type: 'PositionDoubted' }, /the event type "PositionDoubted" is not known/],
    ['of no type', { type: '' }, /the event type "" is not known/],
    ['of a type that every object has as a property', { type: 'constructor' }, /the event type "constructor" is not known/],
    ['whose data is no JSON', { data: '{"party"' }, /the data of a PositionStated is not an object/],
    ['whose data is null', { data: null }, /is not an object/],
    ['whose data is a list', { data: [] }, /is not an object/],
    ['of a later version', version(2), /version 2 of PositionStated is not known/],
    ['of no version', version(undefined), /version undefined of PositionStated is not known/],
  ])('%s is refused', (_, parts, reason) => {
    const reading = (): unknown => toLogEvent({ ...readable, ...parts });
    expect(reading).toThrow(UnreadableEvent);
    expect(reading).toThrow(reason);
  });

  it('is of the type that the store keeps, whatever its data says', () => {
    expect(toLogEvent({ ...readable, data: { ...golden('PositionStated').data, type: 'ContextReported' } }).event.type).toBe(
      'PositionStated',
    );
  });
});
