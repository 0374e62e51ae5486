import { randomUUID } from 'node:crypto';
import { compareLogs } from '../../src/copying/compare-logs.js';
import { copyLog, OtherLog } from '../../src/copying/copy-log.js';
import type { EventStore } from '../../src/event-store/event-store.js';
import { collect } from '../contract/collect.js';
import { newEvent } from '../contract/new-event.js';
import { CopyingPlace } from './copying-place.js';

const place = new CopyingPlace();
afterEach(() => place.clear());

const KINDS: readonly (readonly [string, () => Promise<EventStore>])[] = [
  ['the embedded log', async () => place.embedded()],
  ['EventStoreDB', () => place.eventStoreDb()],
];

describe.each(KINDS)('%s', (_name, open) => {
  const eventsOf = async (log: EventStore) => (await collect(log.readAll())).flat();

  it('with another log in it is refused and left as it is', async () => {
    const [from, to] = [await place.aFilledLog(), await open()];
    await place.aFilledLog(to);
    const before = await eventsOf(to);
    await expect(collect(copyLog(from, to))).rejects.toBeInstanceOf(OtherLog);
    expect(await eventsOf(to)).toEqual(before);
    expect((await compareLogs(from, to)).difference).toMatch(/: id is .* here and .* there$/);
  });

  it('with more in it than the source has is refused', async () => {
    const [from, to] = [await place.aFilledLog(), await open()];
    await collect(copyLog(from, to));
    await to.append(`report-n.${randomUUID()}`, [newEvent()], 'no-stream');
    await expect(collect(copyLog(from, to))).rejects.toThrow(/^the target holds more: PositionStated /);
    expect((await compareLogs(from, to)).difference).toMatch(/stands only in the second log$/);
    expect((await compareLogs(to, from)).difference).toMatch(/stands only in the first log$/);
  });

  it.each([
    ['data', { data: { summary: 'another' } }, /the data differ$/],
    [
      'metadata',
      { metadata: { ...newEvent().metadata, postedBy: 'another', recordedAt: '2026-01-01T00:00:00.000Z' } },
      /the metadata differ$/,
    ],
    ['type', { type: 'MeetingHeld' }, /type is PositionStated here and MeetingHeld there$/],
  ])('with the same ids and another %s is refused', async (_what, change, difference) => {
    const [from, to] = [place.embedded(), await open()];
    const event = newEvent({ metadata: { ...newEvent().metadata, recordedAt: '2026-01-01T00:00:00.000Z' } });
    await from.append('report-n.r', [event], 'no-stream');
    await to.append('report-n.r', [{ ...event, ...change }], 'no-stream');
    await expect(collect(copyLog(from, to))).rejects.toThrow(difference);
    expect((await compareLogs(from, to)).difference).toMatch(difference);
  });

  it('is closed at once after a copy that was refused, or stopped half-way', async () => {
    const [from, to] = [await place.aFilledLog(), await open()];
    await place.aFilledLog(to);
    await expect(collect(copyLog(from, to))).rejects.toBeInstanceOf(OtherLog);
    await compareLogs(from, to);
    await compareLogs(to, from);
    for await (const _ of copyLog(to, to)) break;
    const began = performance.now();
    await to.close();
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
