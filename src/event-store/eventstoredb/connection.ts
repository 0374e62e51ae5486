import { AccessDeniedError, CancelledError, EventStoreDBClient, NotLeaderError, UnavailableError } from '@eventstore/db-client';
import { AppendCall } from './append-call.js';
import { StoreUnavailable } from '../event-store.js';
import { type Credentials, parseConnectionUrl, redactedUrl } from './connection-url.js';
import { requireCaFile } from './ca-file.js';
import { serverTime } from './server-time.js';
import { uncompressed } from './uncompressed.js';
import { whyNotReached } from './why-not-reached.js';
import { withWideWindow } from './wide-window.js';

/** The interval that the client takes where none is given. */
const KEEP_ALIVE_MS = 10_000;

/** The client that is in use, and the next one where it is spoilt. Nothing is sent before the first call. */
export class Connection {
  private replacements = 0;
  /** How messages call the server; without its password. */
  readonly server: string;
  readonly credentials: Credentials | undefined;
  private readonly address: string;
  private readonly closer = new AbortController();
  private current: EventStoreDBClient;
  /** The one in use is the last; those before it still wait for answers. */
  private appendCalls: AppendCall[] = [];

  /**
   * @param url `esdb://…` or `esdb+discover://…`, or as KurrentDB calls them
   * @throws Error where it cannot be read; it shows no password
   */
  constructor(url: string) {
    const { address, credentials } = parseConnectionUrl(url);
    this.server = `EventStoreDB at ${redactedUrl(url)}`;
    this.address = address;
    this.credentials = credentials;
    requireCaFile(address);
    try {
      this.current = clientOf(address);
    } catch (error) {
      throw new Error(`${redactedUrl(url)} is not an EventStoreDB URL: ${(error as Error).message}`, { cause: error });
    }
  }

  /** As `StoreUnavailable` tells it: with the reason why nobody is reached, where one can be found out. */
  async explained(error: unknown): Promise<unknown> {
    if (!(error instanceof StoreUnavailable) || this.closing.aborted || isRefusal(error)) return error;
    const why = await whyNotReached(this.address);
    return why === undefined ? error : new StoreUnavailable(`${this.server} cannot be reached: ${why}`, { cause: error });
  }

  /** See `serverTime`. */
  async serverTime(): Promise<number | undefined> {
    return serverTime(this.address);
  }

  /** @throws StoreUnavailable after `close` */
  get client(): EventStoreDBClient {
    this.assertOpen();
    return this.current;
  }

  /** The call that takes appends, a new one where there is none or it has ended. */
  appendCall(client: EventStoreDBClient): AppendCall {
    const current = this.appendCalls.at(-1);
    if (current?.client === client && current.isOpen) return current;
    current?.retire();
    const next = new AppendCall(client, this.credentials);
    this.appendCalls = [...this.appendCalls.filter(({ isOpen }) => isOpen), next];
    return next;
  }

  /** Aborts when the connection is closed. */
  get closing(): AbortSignal {
    return this.closer.signal;
  }

  /** @throws StoreUnavailable after `close` */
  assertOpen(): void {
    if (this.closing.aborted) throw new StoreUnavailable('the log is closed');
  }

  /** The next call gets a new client where the failed one would go on with a dead node. Calls that are under way on it end by themselves. */
  replace(failed: EventStoreDBClient, failure: unknown): void {
    // After these a client finds itself a server again.
    if (failure instanceof UnavailableError || failure instanceof CancelledError || failure instanceof NotLeaderError) return;
    if (this.current !== failed) return;
    this.replacements += 1;
    this.current = clientOf(toldApart(this.address, this.replacements));
  }

  async close(): Promise<void> {
    this.closer.abort();
    for (const call of this.appendCalls) call.cancel();
    await this.current.dispose();
  }
}

function clientOf(address: string): EventStoreDBClient {
  return withWideWindow(uncompressed(EventStoreDBClient.connectionString(address)));
}

/** Whether the server was reached, and said no. */
function isRefusal({ cause }: StoreUnavailable): boolean {
  return cause instanceof AccessDeniedError;
}

/**
 * The same address with another interval of keep-alives, by milliseconds: grpc-js shares connections between clients of the same
 * address and options, so that a new client would be given the dead connection of the old one.
 */
function toldApart(address: string, replacements: number): string {
  const [given, interval] = /[?&]keepAliveInterval=(\d+)/i.exec(address) ?? [];
  if (given === undefined) return `${address}${address.includes('?') ? '&' : '?'}keepAliveInterval=${String(KEEP_ALIVE_MS + replacements)}`;
  return address.replace(given, `${given.slice(0, given.indexOf('=') + 1)}${String(Number(interval) + replacements)}`);
}
