import { EventStoreDbEventStore } from '../../src/event-store/eventstoredb/eventstoredb-event-store.js';
import { HistoryErased, type HistoryFault } from '../../src/event-store/history-fault.js';
import { DELETED } from '../support/eventstoredb-double/event-log.js';
import { EventStoreDbDouble } from '../support/eventstoredb-double/eventstoredb-double.js';
import { aNegotiation, aReport } from '../support/fault-clients.js';
import { AppNode, eventually, type NodeAnswer } from '../support/fault-node.js';
import { collect } from './collect.js';
import { newEvent, newEvents } from './new-event.js';

let server: EventStoreDbDouble;

beforeEach(async () => {
  server = await EventStoreDbDouble.start();
});
afterEach(() => server.stop());

describe('a store of which somebody set streams to lose events', () => {
  let store: EventStoreDbEventStore;
  let told: (readonly HistoryFault[])[];
  let stop: AbortController;
  let watching: Promise<void>;

  beforeEach(async () => {
    store = new EventStoreDbEventStore(server.url, Date.now);
    await store.append('negotiation-n', [newEvent({ type: 'NegotiationOpened' })], 'no-stream');
    told = [];
    stop = new AbortController();
  });
  afterEach(async () => {
    stop.abort();
    await watching;
    await store.close();
  });

  const watch = async (): Promise<void> => {
    watching = (async () => {
      for await (const faults of store.historyFaults(stop.signal)) told.push(faults);
    })();
    await eventually('what is set is known', () => told.length > 0);
  };
  const tells = (...expected: readonly (readonly [code: string, stream: string])[]): boolean =>
    JSON.stringify(told.at(-1)?.map(({ code, stream }) => [code, stream])) === JSON.stringify(expected);

  it('tells each by a code of its own, and passes over harmless settings and those of others', async () => {
    server.set('report-n.aged', { $maxAge: 3600, $acl: { $r: '$all' } });
    server.set('report-n.counted', { $maxCount: 10 });
    server.set('report-n.cut', { $tb: 3, $maxCount: 5 });
    server.set('report-n.gone', { $tb: DELETED });
    server.set('report-n.harmless', { $acl: { $r: '$all' } });
    server.set('report-n.healed', { $maxCount: 10 });
    server.set('report-n.healed', {});
    server.set('somebody-elses', { $maxCount: 1 });
    server.set('report-2026', { $maxCount: 1 });
    server.appendAsOthers('report-of.others', 'ReportFiled', '{}');
    server.set('report-of.others', { $maxCount: 1 });
    await watch();
    expect(told).toHaveLength(1);
    expect(told[0]?.map(({ code, stream }) => [code, stream])).toEqual([
      ['max-age-set', 'report-n.aged'],
      ['max-count-set', 'report-n.counted'],
      ['truncate-before-set', 'report-n.cut'],
      ['stream-deleted', 'report-n.gone'],
    ]);
    expect(told[0]?.[0]?.detail).toBe('the stream report-n.aged is set to lose events ($maxAge is 3600): take the setting away');
  });

  it('tells what is set while it looks on, and when it is taken away', async () => {
    await watch();
    expect(told).toEqual([[]]);
    server.set('report-n.r', { $maxCount: 1 });
    await eventually('the setting is told', () => tells(['max-count-set', 'report-n.r']));
    server.set('report-n.r', {});
    await eventually('that it is gone is told', () => tells());
    await store.append('report-n.r', newEvents(2), 'no-stream');
    server.appendAsOthers('report-n.r', '$streamDeleted', '{}');
    await eventually('the deletion is told', () => tells(['stream-deleted', 'report-n.r']));
  });

  it('goes on behind what it has seen where it was cut off', async () => {
    server.set('report-n.r', { $maxCount: 1 });
    await watch();
    server.endReads();
    await expect(watching).rejects.toThrow();
    const before = server.eventsSent;
    server.set('report-n.r2', { $maxCount: 1 });
    await watch();
    await eventually('both are told', () => tells(['max-count-set', 'report-n.r'], ['max-count-set', 'report-n.r2']));
    expect(server.eventsSent - before).toBeLessThan(3);
  });

  it.each([
    ['max-count-set', { $maxCount: 1 }],
    ['truncate-before-set', { $tb: 1 }],
    ['stream-deleted', { $tb: DELETED }],
  ])('neither reads nor appends to such a stream: %s', async (code, settings) => {
    const { revision } = await store.append('report-n.r', newEvents(2), 'no-stream');
    server.set('report-n.r', settings);
    await watch();
    await expect(store.append('report-n.r', [newEvent()], revision)).rejects.toMatchObject({ fault: { code } });
    await expect(collect(store.readStream('report-n.r'))).rejects.toMatchObject({ fault: { code } });
    expect(server.log.streamOf('report-n.r')).toHaveLength(2);
  });

  it('notices what is gone though nothing is set any more, and tells it from then on', async () => {
    await store.append('report-n.r', newEvents(3), 'no-stream');
    server.set('report-n.r', { $maxCount: 1 });
    server.log.scavenge('report-n.r');
    server.set('report-n.r', {});
    watching = Promise.resolve();
    const reading = collect(store.readStream('report-n.r'));
    await expect(reading).rejects.toBeInstanceOf(HistoryErased);
    await expect(reading).rejects.toThrow('events 0 to 1 of the stream report-n.r are gone');
    await expect(store.append('report-n.r', [newEvent()], 'no-stream')).rejects.toMatchObject({ fault: { code: 'events-missing' } });
    await watch();
    await eventually('it is told', () => tells(['events-missing', 'report-n.r']));
  });

  describe('and took the settings back after a scavenge', () => {
    const isSet = (stream: string, settings: object): void => {
      server.set(stream, settings);
      server.log.scavenge(stream);
      server.set(stream, {});
    };

    it('tells what is gone though nobody reads it, at its start as while it looks on', async () => {
      await store.append('report-n.before', newEvents(2), 'no-stream');
      await store.append('report-n.during', newEvents(3), 'no-stream');
      await store.append('report-n.whole', newEvents(1), 'no-stream');
      isSet('report-n.before', { $maxCount: 1 });
      isSet('report-n.whole', { $maxCount: 1 });
      await watch();
      await eventually('what was taken before is told', () => tells(['events-missing', 'report-n.before']));
      isSet('report-n.during', { $tb: 2 });
      await eventually('what is taken now is told', () =>
        tells(['events-missing', 'report-n.before'], ['events-missing', 'report-n.during']),
      );
      await expect(store.append('report-n.during', [newEvent()], 2n)).rejects.toMatchObject({ fault: { code: 'events-missing' } });
    });

    it('tells a stream of which nothing is left, but none of others, and none that was never there', async () => {
      await store.append('report-n.gone', newEvents(2), 'no-stream');
      isSet('report-n.gone', { $tb: DELETED });
      isSet('report-of.others', { $tb: DELETED });
      server.set('report-n.to-come', { $acl: { $r: '$all' } });
      server.appendAsOthers('report-n.theirs', 'Hello', '{}');
      server.appendAsOthers('report-n.theirs', 'Hello', '{}');
      isSet('report-n.theirs', { $maxCount: 1 });
      await watch();
      await eventually('it is told', () => tells(['events-missing', 'report-n.gone']));
      expect(told.at(-1)?.[0]?.detail).toContain('all events of the stream report-n.gone are gone');
      await expect(store.append('report-n.gone', [newEvent()], 'no-stream')).rejects.toMatchObject({ fault: { code: 'events-missing' } });
      await store.append('report-n.to-come', [newEvent()], 'no-stream');
    });
  });

  it('notices a deletion by itself before it is told', async () => {
    watching = Promise.resolve();
    await store.append('report-n.soft', newEvents(2), 'no-stream');
    await store.append('report-n.hard', newEvents(2), 'no-stream');
    server.set('report-n.soft', { $tb: DELETED });
    server.appendAsOthers('report-n.hard', '$streamDeleted', '{}');
    await expect(store.append('report-n.soft', [newEvent()], 'no-stream')).rejects.toMatchObject({ fault: { code: 'stream-deleted' } });
    await expect(store.append('report-n.hard', [newEvent()], 1n)).rejects.toMatchObject({ fault: { code: 'stream-deleted' } });
    await expect(collect(store.readStream('report-n.hard'))).rejects.toMatchObject({ fault: { code: 'stream-deleted' } });
  });
});

describe('a node on such a log', () => {
  let node: AppNode;
  let negotiation: string;

  beforeEach(async () => {
    node = await AppNode.start(server.url);
    negotiation = await aNegotiation(node);
    expect((await node.post(`${negotiation}/reports`, aReport('r'))).status).toBe(201);
  });
  afterEach(() => node.stop());

  const n = (): string => negotiation.slice(1);
  const knows = async (code: string): Promise<void> => {
    await eventually('its health tells it', async () => (await node.get('/health/ready')).text.includes(code));
  };
  const refusal = ({ status, body: { code } }: NodeAnswer): unknown => [status, code];

  it.each([
    ['max-count-set', { $maxCount: 1 }],
    ['max-age-set', { $maxAge: 1 }],
    ['truncate-before-set', { $tb: 1 }],
    ['stream-deleted', { $tb: DELETED }],
  ])('says so of a report, in its health too: %s', async (code, settings) => {
    server.set(`report-${n()}.r`, settings);
    await knows(code);
    expect(refusal(await node.post(`${negotiation}/reports`, aReport('r')))).toEqual([409, code]);
    expect(refusal(await node.post(`${negotiation}/reports`, { ...aReport('r'), summary: 'other' }))).toEqual([409, code]);
    expect((await node.post(`${negotiation}/reports`, aReport('r2'))).status).toBe(201);
  });

  it('says so of a negotiation, which is not told as missing', async () => {
    server.set(`negotiation-${n()}`, { $maxCount: 1 });
    await knows('max-count-set');
    expect(refusal(await node.put(`${negotiation}/issues/i`, { title: 'I' }))).toEqual([409, 'max-count-set']);
    await node.restart();
    await knows('max-count-set');
    expect(refusal(await node.post(`${negotiation}/reports`, aReport('r3')))).toEqual([409, 'max-count-set']);
    server.set(`negotiation-${n()}`, {});
    await eventually('it goes on', async () => (await node.post(`${negotiation}/reports`, aReport('r3'))).status === 201);
  });

  it('says so of what was scavenged away before it started', async () => {
    await node.put(`${negotiation}/issues/i`, { title: 'I' });
    server.set(`negotiation-${n()}`, { $maxCount: 1 });
    server.log.scavenge(`negotiation-${n()}`);
    server.set(`negotiation-${n()}`, {});
    await node.restart();
    await knows('events-missing');
    expect(refusal(await node.put(`${negotiation}/issues/j`, { title: 'J' }))).toEqual([409, 'events-missing']);
  });

  it('says so of a report that was scavenged away whole, and records no other in its place', async () => {
    server.set(`report-${n()}.r`, { $tb: DELETED });
    await knows('stream-deleted');
    server.log.scavenge(`report-${n()}.r`);
    server.set(`report-${n()}.r`, {});
    await knows('events-missing');
    expect(refusal(await node.post(`${negotiation}/reports`, { ...aReport('r'), summary: 'other' }))).toEqual([409, 'events-missing']);
    expect((await node.read(`${negotiation}/reports/r`)).status).toBe(200);
    await node.restart();
    await knows('events-missing');
    expect(refusal(await node.post(`${negotiation}/reports`, aReport('r')))).toEqual([409, 'events-missing']);
  });
});
