import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { isTransient, toStoreError } from './client-failure.js';
import type { Connection } from './connection.js';
import type { Limits } from './limits.js';

/**
 * Calls until it works.
 * @param call is handed a client and the time it has
 * @throws UnstorableEvent; StoreUnavailable
 */
export async function untilItWorks<T>(
  connection: Connection,
  limits: Limits,
  call: (client: EventStoreDBClient, tryMs: number) => Promise<T>,
): Promise<T> {
  const patience = new Patience(connection, limits);
  for (;;) {
    const { client } = connection;
    try {
      return await call(client, patience.tryMs);
    } catch (error) {
      await patience.afterFailure(error, client);
    }
  }
}

/**
 * Iterates, and again where it broke off.
 * @param open goes on after what it has yielded; it is handed a client and the longest silence
 * @throws StoreUnavailable
 */
export async function* resuming<T>(
  connection: Connection,
  limits: Limits,
  open: (client: EventStoreDBClient, tryMs: number) => AsyncIterable<T>,
): AsyncGenerator<T> {
  const patience = new Patience(connection, limits);
  for (;;) {
    const { client } = connection;
    try {
      for await (const item of open(client, patience.tryMs)) {
        yield item;
        patience.renew();
      }
      return;
    } catch (error) {
      await patience.afterFailure(error, client);
    }
  }
}

/** Decides after each failure of a call whether to wait and try again. */
class Patience {
  private waitMs: number;
  private deadline: number;

  constructor(
    private readonly connection: Connection,
    private readonly limits: Limits,
  ) {
    this.waitMs = limits.firstWaitMs;
    this.deadline = performance.now() + limits.totalMs;
  }

  /** What one more try may take. */
  get tryMs(): number {
    return Math.max(1, Math.min(this.limits.tryMs, this.deadline - performance.now()));
  }

  /** The server answered: the time starts anew. */
  renew(): void {
    this.waitMs = this.limits.firstWaitMs;
    this.deadline = performance.now() + this.limits.totalMs;
  }

  /**
   * Settles when it is time for the next try.
   * @throws UnstorableEvent, StoreUnavailable where there is none: the server said no, or the time is used up
   */
  async afterFailure(error: unknown, failed: EventStoreDBClient): Promise<void> {
    const { server, closing } = this.connection;
    if (!isTransient(error)) throw toStoreError(error, server);
    this.connection.replace(failed, error);
    if (closing.aborted || performance.now() + this.waitMs >= this.deadline) throw toStoreError(error, server);
    await sleep(this.waitMs, undefined, { signal: closing }).catch(() => undefined);
    this.waitMs = Math.min(2 * this.waitMs, this.limits.longestWaitMs);
  }
}
