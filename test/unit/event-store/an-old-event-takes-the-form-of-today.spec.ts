import { currentForm } from '../../../src/event-store/current-form.js';
import type { Json } from '../../../src/event-store/event-store.js';
import { UnreadableEvent } from '../../../src/event-store/unreadable-event.js';
import { reportCorrectedV1 } from '../../../src/vocabulary/events/upcasters/report-corrected.v1.js';
import type { Upcaster } from '../../../src/vocabulary/events/upcasters/upcaster.js';
import { UPCASTERS, type Upcasters } from '../../../src/vocabulary/events/upcasters/upcasters.js';
import { asRecorded, golden } from '../../support/golden.js';

const step =
  (name: string): Upcaster =>
  ({ steps = [], ...data }) => ({ ...data, steps: [...(steps as string[]), name] });

/** As if positions had been changed twice since they were first stored. */
const LATER: Upcasters = { ...UPCASTERS, PositionStated: [step('1 to 2'), step('2 to 3')] };

const position = asRecorded(golden('PositionStated'));
const correction = asRecorded(golden('ReportCorrected'));

const inVersion = (event: typeof position, version: number, parts: Record<string, Json> = {}): typeof position => {
  return { ...event, metadata: { ...event.metadata, version }, data: { ...(event.data as object), ...parts } };
};

describe('a stored event', () => {
  it.each([
    [1, ['1 to 2', '2 to 3']],
    [2, ['2 to 3']],
    [3, undefined],
  ])('of version %d takes every step from there on, in their order', (version, steps) => {
    expect(currentForm(inVersion(position, version), LATER).data.steps).toEqual(steps);
  });

  it('of a version after the last step is refused', () => {
    expect(() => currentForm(inVersion(position, 4), LATER)).toThrow('version 4 of PositionStated is not known');
  });

  it('that does not fit a step is refused with what the step met', () => {
    const strict: Upcaster = () => {
      throw new TypeError('no conditions');
    };
    const reading = (): unknown => currentForm(position, { ...UPCASTERS, PositionStated: [strict] });
    expect(reading).toThrow(UnreadableEvent);
    expect(reading).toThrow('the data of a PositionStated do not fit version 1: TypeError: no conditions');
  });
});

describe('the content of a correction', () => {
  const contentOf = (event: typeof position): unknown => (currentForm(event, LATER).data.report as { steps?: unknown }).steps;

  it.each([
    [1, ['1 to 2', '2 to 3']],
    [2, ['2 to 3']],
    [3, undefined],
  ])('stored in version %d of its own type takes the steps of that type', (reportVersion, steps) => {
    expect(contentOf(inVersion(correction, 2, { reportVersion }))).toEqual(steps);
  });

  it('was of version 1 where the correction does not say', () => {
    expect(contentOf(asRecorded(golden('ReportCorrected', 1)))).toEqual(['1 to 2', '2 to 3']);
  });

  it('keeps its type, and its version is not told any more', () => {
    const { data } = currentForm(correction, LATER);
    expect(data.report).toMatchObject({ type: 'PositionStated' });
    expect(data).not.toHaveProperty('reportVersion');
  });
});

it('version 2 of ReportCorrected adds the version of the content, and changes nothing else', () => {
  expect(reportCorrectedV1(golden('ReportCorrected', 1).data)).toEqual(golden('ReportCorrected', 2).data);
});
