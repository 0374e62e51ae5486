import { EventStoreDbEventStore } from '../../src/event-store/eventstoredb/eventstoredb-event-store.js';
import { StoreUnavailable } from '../../src/event-store/event-store.js';
import { EventStoreDbDouble } from '../support/eventstoredb-double/eventstoredb-double.js';
import { Wire } from '../support/eventstoredb-double/wire.js';
import { aNegotiation, aReport } from '../support/fault-clients.js';
import { AppNode, eventually, SHORT } from '../support/fault-node.js';
import { CA_FILE, OTHER_CA_FILE, TLS } from '../support/tls/read.js';

const SECRET = 'not-to-be-shown';

async function nobody(): Promise<number> {
  const wire = new Wire(0);
  await wire.up();
  await wire.down();
  return wire.port;
}

async function reasonAt(url: string): Promise<string> {
  const store = new EventStoreDbEventStore(url, Date.now, SHORT);
  try {
    const failure: unknown = await store.head().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StoreUnavailable);
    return (failure as StoreUnavailable).message;
  } finally {
    await store.close();
  }
}

describe('a log that is not reached', () => {
  let server: EventStoreDbDouble;
  beforeAll(async () => {
    server = await EventStoreDbDouble.start(undefined, TLS);
    server.password = SECRET;
  });
  afterAll(() => server.stop());

  const urlWith = (password: string, ca = CA_FILE): string => `${server.url.replace('//', `//admin:${password}@`)}&tlsCAFile=${ca}`;

  it('is told by its reason: a wrong password', async () => {
    expect(await reasonAt(urlWith('wrong'))).toMatch(/^EventStoreDB at esdb:\/\/\*\*\*@127\S+ refuses the user or the password/);
  });

  it('is told by its reason: an authority that is not known', async () => {
    expect(await reasonAt(urlWith(SECRET, OTHER_CA_FILE))).toMatch(/of an authority that is not known here .*tlsCAFile/);
    expect(await reasonAt(server.url)).toMatch(/of an authority that is not known here .*tlsCAFile/);
  });

  it('is told by its reason: a server without TLS', async () => {
    const plain = await EventStoreDbDouble.start();
    expect(await reasonAt(plain.url.replace('tls=false', 'tls=true'))).toMatch(/speaks no TLS: tls=false/);
    await plain.stop();
  });

  it('is told by its reason: a server with TLS, of which the URL says that it has none', async () => {
    expect(await reasonAt(urlWith(SECRET).replace('tls=true', 'tls=false'))).toMatch(/speaks TLS: tls=false in the URL is to be left out$/);
  });

  it.each([
    ['nobody there', async () => `esdb://127.0.0.1:${String(await nobody())}?tls=false`, /nobody listens at 127\.0\.0\.1:\d+$/],
    [
      'nobody there, by discovery',
      async () => `esdb+discover://127.0.0.1:${String(await nobody())}?tls=false`,
      /by discovery, nobody listens at/,
    ],
    [
      'two hosts',
      async () => `esdb://127.0.0.1:${String(await nobody())},127.0.0.1:1?tls=false`,
      /nobody listens at \S+; nobody listens at 127\.0\.0\.1:1$/,
    ],
    [
      'no such name',
      async () => 'esdb://no-such-host.invalid:2113?tls=false',
      /the name of no-such-host\.invalid:2113 leads to no address/,
    ],
  ])('is told by its reason: %s', async (_what, url, reason) => {
    expect(await reasonAt(await url())).toMatch(reason);
  });

  it('is refused at once where the file of the authority is missing', () => {
    expect(() => new EventStoreDbEventStore(urlWith(SECRET, '/nowhere/ca.crt'), Date.now)).toThrow(
      'tlsCAFile /nowhere/ca.crt cannot be read (ENOENT)',
    );
  });

  it('answers where all is right', async () => {
    const store = new EventStoreDbEventStore(urlWith(SECRET), Date.now);
    expect(await store.head()).toBe(0n);
    await store.close();
  });

  it('leaves a node that is no empty tracker: its reads are 503, with the reason', async () => {
    const port = await nobody();
    const node = await AppNode.start(`esdb://127.0.0.1:${String(port)}?tls=false`);
    for (const path of ['', '/n', '/n/issues']) {
      const { status, body } = await node.read(path);
      expect([status, body.code]).toEqual([503, 'not-ready']);
    }
    await eventually('its health tells why', async () => {
      const { status, body } = await node.get('/health/ready');
      return (
        status === 503 &&
        body.detail.includes(
          `The log was not reached yet: EventStoreDB at esdb://127.0.0.1:${String(port)}?tls=false cannot be reached: nobody listens`,
        )
      );
    });
    expect((await node.get('/health/live')).status).toBe(200);
    await node.stop();
  });

  it('is told while a node runs, whose password was changed, and questions go on', async () => {
    const node = await AppNode.start(urlWith(SECRET));
    const negotiation = await aNegotiation(node);
    server.password = 'another one';
    await eventually('its health tells why', async () => {
      const { logReachable, logFault } = await node.health();
      return !logReachable && logFault?.includes('refuses the user or the password') === true;
    });
    expect((await node.read(negotiation)).status).toBe(200);
    server.password = SECRET;
    await eventually('its health is well again', async () => (await node.health()).logFault === null);
    await eventually('it posts', async () => (await node.post(`${negotiation}/reports`, aReport('r'))).status === 201);
    await node.stop();
  });
});
