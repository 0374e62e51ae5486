import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStoreDBClient } from '@eventstore/db-client';
import { growingWaitMs } from '../../waiting/growing-wait.js';
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
  private failures = 0;
  private deadline: number;

  constructor(
    private readonly connection: Connection,
    private readonly limits: Limits,
  ) {
    this.deadline = performance.now() + limits.totalMs;
  }

  /** What one more try may take. */
  get tryMs(): number {
    return Math.max(1, Math.min(this.limits.tryMs, this.deadline - performance.now()));
  }

  /** The server answered: the time starts anew. */
  renew(): void {
    this.failures = 0;
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
    this.failures += 1;
    const { firstWaitMs, longestWaitMs } = this.limits;
    const waitMs = growingWaitMs({ firstMs: firstWaitMs, longestMs: longestWaitMs }, this.failures);
    if (closing.aborted || performance.now() + waitMs >= this.deadline) throw toStoreError(error, server);
    // A command that only waits for the server is not at its end.
    await sleep(waitMs, undefined, { signal: closing }).catch(() => undefined);
  }
}
