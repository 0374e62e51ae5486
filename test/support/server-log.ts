import { EventStoreDBClient, jsonEvent } from '@eventstore/db-client';
import { DEFAULT_LIMITS, type Limits } from '../../src/event-store/eventstoredb/limits.js';
import { EventStoreDbDouble } from './eventstoredb-double/eventstoredb-double.js';
import { SHORT } from './fault-node.js';
import { OwnServer } from './fault-server.js';

/** The log of a server, with what may befall it: of what plays EventStoreDB here, or of a real one. */
export interface ServerLog {
  readonly url: string;
  /** How long a node of the tests waits for it. */
  readonly limits: Limits;
  /** Undefined where the server is a real one. */
  readonly double: EventStoreDbDouble | undefined;
  backUp(): Promise<void>;
  /** Puts it back to what it was when it was backed up. */
  restore(): Promise<void>;
  empty(): Promise<void>;
  /** Another program writes one event into each of these streams, and sets it to keep no more than that. */
  othersWrite(streams: readonly string[], type: string): Promise<void>;
  stop(): Promise<void>;
}

/** @param place one for each server of all tests: it has a port of its own */
type Kind = readonly [name: string, start: (place: number) => Promise<ServerLog>];

const FIRST_PORT = Number(process.env.TEST_EVENTSTOREDB_PROGRAM_PORT ?? 2399);
const AT_A_TIME = 500;

/** The double, and a real server where a program is named. */
export function serverLogs(): readonly Kind[] {
  const program = process.env.TEST_EVENTSTOREDB_PROGRAM;
  if (program) return [PLAYED, ['a real server', (place) => ofRealServer(program, FIRST_PORT + place)]];
  process.stdout.write(
    'What befalls a log was not tried on a real EventStoreDB: TEST_EVENTSTOREDB_PROGRAM, which takes a port and options, is not set.\n',
  );
  return [PLAYED];
}

const PLAYED: Kind = [
  'the double',
  async () => {
    const double = await EventStoreDbDouble.start();
    let kept = 0;
    const putBackTo = (events: number): void => {
      double.log.putBackTo(events);
      double.wire.cut();
    };
    return {
      url: double.url,
      limits: SHORT,
      double,
      backUp: async () => {
        kept = double.log.events.length;
      },
      restore: async () => {
        putBackTo(kept);
      },
      empty: async () => {
        putBackTo(1);
      },
      othersWrite: async (streams, type) => {
        for (const stream of streams) {
          double.appendAsOthers(stream, type, '{"of": "others"}');
          double.set(stream, { $maxCount: 1 });
        }
      },
      stop: () => double.stop(),
    };
  },
];

async function ofRealServer(program: string, port: number): Promise<ServerLog> {
  const server = new OwnServer(program, port);
  await server.start();
  return {
    url: server.url,
    limits: DEFAULT_LIMITS,
    double: undefined,
    backUp: () => server.backUp(),
    restore: () => server.restore(),
    empty: () => server.empty(),
    othersWrite: (streams, type) => writeAsOthers(server.url, streams, type),
    stop: () => server.remove(),
  };
}

async function writeAsOthers(url: string, streams: readonly string[], type: string): Promise<void> {
  const client = EventStoreDBClient.connectionString(url);
  for (let i = 0; i < streams.length; i += AT_A_TIME) {
    const some = streams.slice(i, i + AT_A_TIME);
    await Promise.all(some.map(async (stream) => client.appendToStream(stream, jsonEvent({ type, data: { of: 'others' } }))));
    await Promise.all(some.map(async (stream) => client.setStreamMetadata(stream, { maxCount: 1 })));
  }
  await client.dispose();
}
