import { randomUUID } from 'node:crypto';
import { compareLogs } from '../../src/copying/compare-logs.js';
import { copyLog } from '../../src/copying/copy-log.js';
import type { RecordedEvent } from '../../src/event-store/event-store.js';
import { toLogEvent } from '../../src/event-store/typed-event.js';
import { collect } from '../contract/collect.js';
import { golden } from '../support/golden.js';
import { CopyingPlace } from './copying-place.js';

const place = new CopyingPlace();
afterEach(() => place.clear());

const withoutPosition = ({ position: _, ...rest }: RecordedEvent) => rest;

it('from the embedded log to EventStoreDB and back: ids, order, data, metadata and recordedAt', async () => {
  const original = await place.aFilledLog();
  const server = await place.eventStoreDb();
  const back = place.embedded();
  await collect(copyLog(original, server));
  const last = (await collect(copyLog(server, back))).at(-1);
  const events = (await collect(original.readAll())).flat();
  expect(events.length).toBeGreaterThan(700);
  expect(last).toEqual({ copied: events.length, found: 0 });
  for (const copy of [server, back]) {
    const copied = (await collect(copy.readAll())).flat();
    expect(copied.map(withoutPosition)).toEqual(events.map(withoutPosition));
    expect(await compareLogs(original, copy)).toEqual({ same: events.length, difference: undefined });
  }
});

it('stopped half-way and repeated, it holds each event once', async () => {
  const original = await place.aFilledLog();
  const server = await place.eventStoreDb();
  const total = (await collect(original.readAll())).flat().length;
  let copied = 0;
  for await (const progress of copyLog(original, server)) {
    ({ copied } = progress);
    break;
  }
  expect(copied).toBeGreaterThan(100);
  expect(copied).toBeLessThan(total);
  expect(await compareLogs(original, server)).toMatchObject({ same: copied });
  expect((await collect(copyLog(original, server))).at(-1)).toEqual({ copied: total, found: copied });
  expect(await compareLogs(original, server)).toEqual({ same: total, difference: undefined });
});

it('cut off by the network at any time and repeated, it holds each event once', async () => {
  const original = await place.aFilledLog();
  const { store, proxy } = await place.eventStoreDbBehindProxy();
  const total = (await collect(original.readAll())).flat().length;
  for (const bytes of [3_000, 30_000, 60_000, 90_000]) {
    proxy.cutAfter('client', bytes);
    await collect(copyLog(original, store)).catch(() => undefined);
  }
  await proxy.heal();
  const last = (await collect(copyLog(original, store))).at(-1);
  expect(last?.copied).toBe(total);
  expect(await compareLogs(original, store)).toEqual({ same: total, difference: undefined });
});

it('with more at the source than the copy has, the copy is brought up to it', async () => {
  const original = await place.aFilledLog();
  const server = await place.eventStoreDb();
  await collect(copyLog(original, server));
  const before = (await collect(original.readAll())).flat().length;
  await place.addTo(original);
  expect((await collect(copyLog(original, server))).at(-1)).toEqual({ copied: before + 1, found: before });
  expect(await collect(copyLog(original, server))).toContainEqual({ copied: before + 1, found: before + 1 });
});

it('copies an empty log into an empty one', async () => {
  const [from, to] = [place.embedded(), await place.eventStoreDb()];
  expect(await collect(copyLog(from, to))).toEqual([{ copied: 0, found: 0 }]);
  expect(await compareLogs(from, to)).toEqual({ same: 0, difference: undefined });
});

it('an event is copied in the version in which it is stored, and read from the copy as from the original', async () => {
  const [original, server] = [place.embedded(), await place.eventStoreDb()];
  const corrections = [1, 2].map((version) => ({ ...golden('ReportCorrected', version), id: randomUUID() }));
  await original.append('report-n.r', corrections, 'no-stream');
  await collect(copyLog(original, server));
  expect(await compareLogs(original, server)).toEqual({ same: 2, difference: undefined });
  const copied = (await collect(server.readAll())).flat();
  expect(copied.map(({ data, metadata }) => [data, metadata.version])).toEqual(corrections.map(({ data }, index) => [data, index + 1]));
  const [old, current] = copied.map((event) => toLogEvent(event).event);
  expect(old).toStrictEqual(current);
});
