import { EventStoreDbEventStore } from '../../src/event-store/eventstoredb/eventstoredb-event-store.js';
import type { Limits } from '../../src/event-store/eventstoredb/limits.js';
import { EventStoreDbDouble } from './eventstoredb-double/eventstoredb-double.js';
import { TcpProxy } from './tcp-proxy.js';

/** An EventStoreDB with a network before it that can fail, and a way to it that cannot. */
export interface FaultyLog {
  readonly name: string;
  readonly proxy: TcpProxy;
  /** Through the proxy. */
  readonly url: string;
  /** Past the proxy. */
  readonly direct: EventStoreDbEventStore;
  /** Only what plays the server can be told to end subscriptions. */
  readonly double: EventStoreDbDouble | undefined;
  /** One more way to the same log. */
  anotherProxy(): Promise<TcpProxy>;
  stop(): Promise<void>;
}

/** Nothing fails on the way past the proxy: what is late there is late because the machine is busy, and is waited for. */
const PATIENT: Partial<Limits> = { tryMs: 120_000, totalMs: 300_000 };

type Kind = readonly [name: string, start: () => Promise<FaultyLog>];

/** The double, and a real server where one is named. */
export function faultyLogs(): readonly Kind[] {
  const url = process.env.TEST_EVENTSTOREDB_URL;
  if (url) return [PLAYED, ['a real server', () => startOn('a real server', url)]];
  process.stdout.write('The faults were not tried on a real EventStoreDB: TEST_EVENTSTOREDB_URL is not set.\n');
  return [PLAYED];
}

const PLAYED: Kind = [
  'the double',
  async () => {
    const double = await startDouble();
    return startOn('the double', double.url, double);
  },
];

/** The double, made to bear calls that are cut in their midst. */
export async function startDouble(): Promise<EventStoreDbDouble> {
  const double = await EventStoreDbDouble.start();
  const append = double.log.append.bind(double.log);
  // A real server drops an append whose call was cut in its midst; the double takes it for a whole one without events.
  double.log.append = (stream, events, expected) =>
    events.length === 0 ? { kind: 'wrong-expected-version', current: undefined } : append(stream, events, expected);
  return double;
}

/** The URL of what a proxy stands before. @param options of the client, as `&name=value` */
export function urlThrough({ port }: TcpProxy, options = '', credentials = ''): string {
  return `esdb://${credentials}127.0.0.1:${String(port)}?tls=false${options}`;
}

/** @param name as the printed counts call it @param url of one node without TLS */
export async function startOn(name: string, url: string, double?: EventStoreDbDouble): Promise<FaultyLog> {
  const [, host = '', port = ''] = /^esdb:\/\/(?:[^@/]*@)?([^:/?]+):(\d+)/.exec(url) ?? [];
  const proxies: TcpProxy[] = [];
  const anotherProxy = async (): Promise<TcpProxy> => {
    const proxy = await TcpProxy.start(Number(port), host);
    proxies.push(proxy);
    return proxy;
  };
  const proxy = await anotherProxy();
  const direct = new EventStoreDbEventStore(url, Date.now, PATIENT);
  const stop = async (): Promise<void> => {
    await direct.close();
    for (const one of proxies) await one.stop();
    await double?.stop();
  };
  return { name, proxy, url: urlThrough(proxy), direct, double, anotherProxy, stop };
}
