import { type EventStore, type LogTimes, StoreUnavailable } from './event-store.js';

/** How long a comparison holds while the clock goes on evenly. */
const HOLDS_FOR_MS = 30_000;

/** The clock of this node is too far from that of the log: what it recorded would stand at a wrong instant, for ever and for everybody. */
export class ClockDiffers extends Error {}

export interface ClockGuardOptions {
  /** Milliseconds since 1970, by this node's clock. */
  readonly now: () => number;
  /** Milliseconds that only ever grow, whatever is done to the clock. */
  readonly elapsed: () => number;
  /** The largest difference, in milliseconds; 0: nothing is compared. */
  readonly limitMs: number;
}

/**
 * Compares this node's clock with the log's newest `recordedAt` and with the clock of its server. A log may be silent for months, so that a
 * clock that is ahead is told by the server alone.
 */
export class ClockGuard {
  private last: { readonly now: number; readonly elapsed: number; readonly fault: string | undefined } | undefined;

  constructor(
    private readonly log: Pick<EventStore, 'times'>,
    private readonly options: ClockGuardOptions,
  ) {}

  /** What is wrong, in words; undefined where nothing is, or nothing is known. @throws StoreUnavailable */
  async check(): Promise<string | undefined> {
    const { now, elapsed, limitMs } = this.options;
    if (limitMs === 0) return undefined;
    const before = elapsed();
    const times = await this.log.times();
    // The server told its time somewhere in the middle.
    const fault = this.faultOf(times, now() - (elapsed() - before) / 2);
    this.last = { now: now(), elapsed: elapsed(), fault };
    return fault;
  }

  /** @throws ClockDiffers */
  async require(): Promise<void> {
    if (this.options.limitMs === 0) return;
    const fault = this.isStillKnown() ? this.last?.fault : await this.check().catch(passOverSilence);
    if (fault !== undefined) throw new ClockDiffers(fault);
  }

  private isStillKnown(): boolean {
    const { now, elapsed, limitMs } = this.options;
    if (this.last === undefined) return false;
    const age = elapsed() - this.last.elapsed;
    return age < HOLDS_FOR_MS && Math.abs(now() - this.last.now - age) < limitMs;
  }

  private faultOf({ newest, server }: LogTimes, now: number): string | undefined {
    const limit = `more than ${String(this.options.limitMs / 1_000)} s`;
    const here = new Date(now).toISOString();
    if (server !== undefined && Math.abs(server - now) > this.options.limitMs) {
      const side = server > now ? 'behind' : 'ahead of';
      return `the clock of this node (${here}) is ${limit} ${side} that of the log's server (${new Date(server).toISOString()})`;
    }
    if (newest !== undefined && newest - now > this.options.limitMs) {
      return `the clock of this node (${here}) is ${limit} behind the newest event in the log (recorded ${new Date(newest).toISOString()})`;
    }
    return undefined;
  }
}

/** An append to a log that is away fails by itself, with the better reason. */
function passOverSilence(error: unknown): undefined {
  if (!(error instanceof StoreUnavailable)) throw error;
}
