import type { Json, RecordedEvent } from '../../../src/event-store/event-store.js';
import { toLogEvent, toPlainLogEvent } from '../../../src/event-store/typed-event.js';
import { UnreadableEvent } from '../../../src/event-store/unreadable-event.js';
import { asRecorded, golden } from '../../support/golden.js';

const readable = asRecorded(golden('PositionStated'));
const version = (value: unknown): Partial<RecordedEvent> => ({ metadata: { ...readable.metadata, version: value as number } });
const { metadata, data } = golden('ReportCorrected');
const correction = (parts: Record<string, Json>): Partial<RecordedEvent> => ({
  type: 'ReportCorrected',
  metadata,
  data: { ...data, ...parts },
});
const content = data.report as Record<string, Json>;

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
    ['of a version before the first', version(0), /version 0 of PositionStated is not known/],
    ['of a version between two', version(0.5), /version 0.5 of PositionStated is not known/],
    ['whose version is a text', version('1'), /version 1 of PositionStated is not known/],
    ['whose content is of a later version', correction({ reportVersion: 2 }), /version 2 of PositionStated is not known/],
    [
      'whose content is of no version',
      { ...correction({}), data: golden('ReportCorrected', 1).data },
      /version undefined of PositionStated/,
    ],
    [
      'whose content is of a type that is not known',
      correction({ report: { ...content, type: 'Doubt' } }),
      /report type "Doubt" is not known/,
    ],
    ['whose content is no report', correction({ report: { ...content, type: 'ReportRetracted' } }), /"ReportRetracted" is not known/],
    ['whose content is null', correction({ report: null }), /the content of a ReportCorrected is not an object/],
  ])('%s is refused', (_, parts, reason) => {
    for (const read of [toLogEvent, toPlainLogEvent]) {
      const reading = (): unknown => read({ ...readable, ...parts });
      expect(reading).toThrow(UnreadableEvent);
      expect(reading).toThrow(reason);
    }
  });

  it('is of the type that the store keeps, whatever its data says', () => {
    const lying = { ...readable, data: { ...golden('PositionStated').data, type: 'ContextReported' } };
    for (const read of [toLogEvent, toPlainLogEvent]) expect(read(lying).event.type).toBe('PositionStated');
  });
});
