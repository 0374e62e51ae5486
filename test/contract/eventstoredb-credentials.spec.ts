import { configOf } from '../../src/config.js';
import { inspect } from 'node:util';
import { jest } from '@jest/globals';
import { RevisionConflict } from '../../src/event-store/event-store.js';
import { Connection } from '../../src/event-store/eventstoredb/connection.js';
import { parseConnectionUrl, redactedUrl } from '../../src/event-store/eventstoredb/connection-url.js';
import { EventStoreDbEventStore } from '../../src/event-store/eventstoredb/eventstoredb-event-store.js';
import { EventStoreDbDouble } from '../support/eventstoredb-double/eventstoredb-double.js';
import { Wire } from '../support/eventstoredb-double/wire.js';
import { collect } from './collect.js';
import { newEvent } from './new-event.js';

const SECRET = 'p4ssw0rd';

describe('the password in the URL of EventStoreDB', () => {
  it.each([
    [`esdb://admin:${SECRET}@db.example:2113?tls=true`, 'esdb://***@db.example:2113?tls=true'],
    [`esdb+discover://admin:${SECRET}@cluster.example`, 'esdb+discover://***@cluster.example'],
    [`esdb://admin:a@${SECRET}/@db.example`, 'esdb://***@db.example'],
    [`admin:${SECRET}@db.example`, '***@db.example'],
    ['esdb://a.example:2113,b.example:2113?tls=false', 'esdb://a.example:2113,b.example:2113?tls=false'],
  ])('is left out of what is shown: %s', (url, shown) => {
    expect(redactedUrl(url)).toBe(shown);
  });

  it('reaches the client unharmed', () => {
    const { credentials } = new Connection('esdb://ad%6Din:p%40ss%3Aword@db.example?connectionName=a@b');
    expect([credentials?.username, credentials?.password]).toEqual(['admin', 'p@ss:word']);
    expect(new Connection('esdb://a.example:2113,b.example:2113?connectionName=desk@home').credentials).toBeUndefined();
  });

  it.each(['esdb', 'kurrentdb', 'kurrent', 'kdb'])('is read of the URLs of EventStoreDB and of KurrentDB: %s', (scheme) => {
    for (const discover of ['', '+discover']) {
      const { address, credentials } = parseConnectionUrl(`${scheme}${discover}://admin:${SECRET}@db.example:2113?tls=false`);
      expect(address.startsWith(`esdb${discover}://db.example:2113?tls=false`)).toBe(true);
      expect([credentials?.username, credentials?.password]).toEqual(['admin', SECRET]);
      expect(configOf({ EVENT_STORE_URL: `${scheme}${discover}://db.example` }).eventStoreUrl).toBe(`${scheme}${discover}://db.example`);
    }
  });

  it.each([
    `esdb://admin:${SECRET}@`,
    `esdb://admin:${SECRET}@db.example:port`,
    `esdb://admin:${SECRET}@db.example?tls=maybe`,
    `esdb://admin:${SECRET}%@db.example`,
    `esdb://admin:${SECRET}@x@db.example`,
    `postgres://admin:${SECRET}@db.example`,
  ])('is in no error about a URL that cannot be read, nor is it printed', (url) => {
    const printed = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    let error: unknown;
    try {
      new EventStoreDbEventStore(url, Date.now);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(Error);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(SECRET);
    expect(inspect(printed.mock.calls)).not.toContain(SECRET);
    printed.mockRestore();
  });

  it('is not printed for an option that is not known', () => {
    const printed = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    new EventStoreDbEventStore(`esdb://admin:${SECRET}@db.example?tls=false&colour=blue`, Date.now);
    expect(inspect(printed.mock.calls)).toContain('colour');
    expect(inspect(printed.mock.calls)).not.toContain(SECRET);
    printed.mockRestore();
  });

  it('leaves conflicts to be told from successes, whatever the URL asks for', async () => {
    const server = await EventStoreDbDouble.start();
    const store = new EventStoreDbEventStore(`${server.url}&throwOnAppendFailure=false`, Date.now);
    await store.append('report-n.r', [newEvent()], 'no-stream');
    await expect(store.append('report-n.r', [newEvent()], 'no-stream')).rejects.toBeInstanceOf(RevisionConflict);
    await store.close();
    await server.stop();
  });

  it('is no obstacle to a server without TLS, which is not sent it', async () => {
    const server = await EventStoreDbDouble.start();
    const store = new EventStoreDbEventStore(server.url.replace('//', `//admin:${SECRET}@`), Date.now);
    const { position } = await store.append('report-n.r', [newEvent()], 'no-stream');
    expect(await store.head()).toBe(position);
    expect((await collect(store.readAll())).flat()).toHaveLength(1);
    await store.close();
    await server.stop();
  });

  it('is in no error of a call', async () => {
    const nobody = new Wire(0);
    await nobody.up();
    const { port } = nobody;
    await nobody.down();
    const store = new EventStoreDbEventStore(`esdb://admin:${SECRET}@127.0.0.1:${String(port)}?tls=false`, Date.now, { totalMs: 100 });
    const outcomes = await Promise.allSettled([
      store.append('report-n.r', [newEvent()], 'no-stream'),
      store.head(),
      collect(store.readStream('report-n.r')),
      collect(store.readAll()),
      collect(store.subscribeAll(0n, new AbortController().signal)),
      collect(store.historyFaults(new AbortController().signal)),
    ]);
    for (const outcome of outcomes) {
      expect(outcome.status).toBe('rejected');
      const shown = inspect(outcome, { depth: 10, showHidden: true });
      expect(shown).toContain(`esdb://***@127.0.0.1:${String(port)}`);
      expect(shown).not.toContain(SECRET);
      expect(shown).not.toContain(Buffer.from(`admin:${SECRET}`).toString('base64'));
    }
    expect(inspect(store, { depth: 10, showHidden: true })).not.toContain(SECRET);
    await store.close();
  });
});
