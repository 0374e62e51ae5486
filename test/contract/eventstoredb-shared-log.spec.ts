import { EventStoreDbEventStore } from '../../src/event-store/eventstoredb/eventstoredb-event-store.js';
import { BEFORE_ALL } from '../../src/vocabulary/position.js';
import { EventStoreDbDouble } from '../support/eventstoredb-double/eventstoredb-double.js';
import { collect } from './collect.js';
import { idsOf, newEvent, newEvents } from './new-event.js';

const STREAM = 'report-n.r';

describe('EventStoreDB with the events of others in its log', () => {
  let server: EventStoreDbDouble;
  let store: EventStoreDbEventStore;

  beforeEach(async () => {
    server = await EventStoreDbDouble.start();
    store = new EventStoreDbEventStore(server.url, Date.now);
  });

  afterEach(async () => {
    await store.close();
    await server.stop();
  });

  const othersWrite = (count: number): void => {
    for (let i = 0; i < count; i++) server.appendAsOthers(i % 2 === 0 ? 'invoice-1' : '$stats-127.0.0.1', 'Other', '{}');
  };

  it('has the head 0 while none is ours', async () => {
    othersWrite(50);
    expect(await store.head()).toBe(BEFORE_ALL);
    expect(await collect(store.readAll())).toEqual([]);
  });

  it('passes over them, before, between and after ours', async () => {
    const events = newEvents(4);
    othersWrite(3_000);
    await store.append(STREAM, events.slice(0, 2), 'no-stream');
    othersWrite(1_500);
    const { position } = await store.append(STREAM, events.slice(2), 1n);
    othersWrite(40);
    server.appendAsOthers('myreport-n.r', 'Other', '{}');
    server.appendAsOthers(`$$${STREAM}`, '$metadata', '{}');
    expect(idsOf((await collect(store.readAll())).flat())).toEqual(idsOf(events));
    expect(await store.head()).toBe(position);
    othersWrite(40);
    expect(await store.head()).toBe(position);
    const live: string[] = [];
    for await (const batch of store.subscribeAll(BEFORE_ALL, new AbortController().signal)) {
      live.push(...idsOf(batch));
      if (live.length >= 4) break;
    }
    expect(live).toEqual(idsOf(events));
  });

  it('finds the head of a log that was put back to an older state', async () => {
    const first = await store.append(STREAM, newEvents(1), 'no-stream');
    othersWrite(3);
    const kept = server.log.events.length;
    const second = await store.append('report-n.r2', newEvents(1), 'no-stream');
    othersWrite(10);
    expect(await store.head()).toBe(second.position);
    server.log.events.length = kept;
    expect(await store.head()).toBe(first.position);
  });

  it('hands on data that is no JSON as a text, and metadata that is not ours as version 0', async () => {
    server.appendAsOthers(STREAM, 'PositionStated', '{"summary": "cut of', '{"$correlationId": "c-1"}');
    server.appendAsOthers(STREAM, 'PositionStated', '[1]', 'no JSON');
    const read = await collect(store.readStream(STREAM));
    expect(read.map((event) => event.data)).toEqual(['{"summary": "cut of', [1]]);
    expect(read[0]?.metadata).toMatchObject({ version: 0, postedBy: '', correlationId: 'c-1', causationId: '' });
    expect(read[1]?.metadata).toMatchObject({ version: 0 });
    expect(Date.parse(read[1]?.metadata.recordedAt ?? '')).not.toBeNaN();
    expect((await collect(store.readAll())).flat()).toEqual(read);
  });

  it("gives EventStoreDB's tools the correlation and the causation under their names, and the reader his own", async () => {
    const event = newEvent();
    await store.append(STREAM, [event], 'no-stream');
    const { correlationId, causationId } = event.metadata;
    const sent = JSON.parse(Buffer.from(server.log.streamOf(STREAM)[0]?.metadata ?? []).toString('utf8')) as unknown;
    expect(sent).toMatchObject({ correlationId, causationId, $correlationId: correlationId, $causationId: causationId });
    const [read] = await collect(store.readStream(STREAM));
    const known = ['causationId', 'correlationId', 'postedBy', 'recordedAt', 'sha256', 'streamSha256', 'version'];
    expect(Object.keys(read?.metadata ?? {}).sort()).toEqual(known);
  });

  it('takes no stream of theirs for ours, however it is called', async () => {
    const names = ['report-2026', 'report-of.others', 'source-code', 'source-n.s', 'negotiation-n', 'negotiation-with.dot', 'report-N.R'];
    for (const name of names) server.appendAsOthers(name, 'ReportFiled', '{"report": 1}', '{"version": 1, "user": "x"}');
    expect(await store.head()).toBe(BEFORE_ALL);
    const event = newEvent();
    const { position } = await store.append(STREAM, [event], 'no-stream');
    for (const name of names) server.appendAsOthers(name, 'ReportFiled', '{}');
    expect(await store.head()).toBe(position);
    expect(idsOf((await collect(store.readAll())).flat())).toEqual([event.id]);
  });

  it('hands on what a later version of this program has written: it must not be missed', async () => {
    const event = newEvent({ type: 'MeetingRecorded' });
    const { position } = await store.append(STREAM, [event], 'no-stream');
    expect(await store.head()).toBe(position);
    expect(idsOf((await collect(store.readAll())).flat())).toEqual([event.id]);
  });

  it('shows an event of theirs in a stream of ours to those who read that stream, and says whose it is', async () => {
    await store.append(STREAM, [newEvent()], 'no-stream');
    server.appendAsOthers(STREAM, 'Hello', '{}');
    const read = await collect(store.readStream(STREAM));
    expect(read.map(({ isForeign }) => isForeign)).toEqual([undefined, true]);
  });
});
