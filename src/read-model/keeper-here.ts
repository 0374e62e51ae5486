import { setTimeout as pause } from 'node:timers/promises';
import type { ReadableLog } from '../event-store/event-store.js';
import type { Position } from '../vocabulary/position.js';
import { Belonging } from './following/belonging.js';
import { Follower } from './following/follower.js';
import { Keeper, type ReadModelStatus } from './keeper.js';
import { parkedCount, parkedEvents } from './reading/parked-reader.js';
import { type Retry, retryParked } from './rebuilding/parked-retry.js';
import type { ReadModel } from './read-model.js';
import { type ExtractingAhead, Rebuild } from './rebuilding/rebuild.js';
import type { RenewalReason } from './rebuilding/rebuild-progress.js';
import { Renewal } from './rebuilding/renewal.js';
import { PROJECTION_VERSION } from './tables/definition.js';

export interface KeeperOptions {
  /** 0 to 1, to spread the reconnects of several nodes. */
  readonly jitter: () => number;
  /** Told what happens, in words for the log of the service. */
  readonly warn: (message: string) => void;
  /** Another thread that does a part of the work of a rebuild. */
  readonly extracting?: ExtractingAhead | undefined;
  /** See `FollowerOptions`. */
  readonly catchUpTurnMs?: number;
  /** See `FollowerOptions`. */
  readonly onPassed?: () => void;
}

const LONGEST_CHECK_MS = 2_000;
/** So many are told one by one: an answer must not grow with what is amiss. */
const MOST_PARKED_TOLD = 100;

/** Keeps the read model in this thread. */
export class KeeperHere extends Keeper {
  readonly rebuild: Rebuild;
  private readonly follower: Follower;
  private readonly renewing: Renewal;
  private readonly belonging: Belonging;

  constructor(
    private readonly store: ReadableLog,
    readonly readModel: ReadModel,
    { jitter, warn, extracting, catchUpTurnMs, onPassed }: KeeperOptions,
  ) {
    super();
    this.belonging = new Belonging(store, this.readModel, warn);
    const { belonging } = this;
    this.rebuild = new Rebuild(store, this.readModel, { belonging, extracting });
    this.follower = new Follower(store, this.readModel, belonging, {
      jitter,
      catchUpTurnMs,
      onPassed,
      onCutOff: (error) => {
        warn(`the log was cut off: ${error instanceof Error ? error.message : String(error)}`);
      },
    });
    this.renewing = new Renewal(this.readModel, this.rebuild, { warn });
  }

  /** Once it is known whether the read model is of this log: else it might answer for another one. A log that is away is not waited for. */
  async start(): Promise<void> {
    const checked = this.belonging.check().catch(() => undefined);
    await Promise.race([checked, pause(LONGEST_CHECK_MS, undefined, { ref: false })]);
    this.follower.start();
    this.renewing.start();
  }

  get applied(): Position {
    return this.readModel.applied;
  }

  get passed(): Position {
    return this.follower.passed;
  }

  get isDamaged(): boolean {
    return this.readModel.isDamaged;
  }

  get renewal(): RenewalReason | undefined {
    return this.readModel.renewal;
  }

  get generation(): number {
    return this.readModel.generation;
  }

  async reaches(position: Position, limit: number): Promise<boolean> {
    return this.readModel.reaches(position, limit);
  }

  async status(): Promise<ReadModelStatus> {
    const { applied: position, version, isDamaged: damaged } = this.readModel;
    return {
      version,
      wantedVersion: PROJECTION_VERSION,
      position,
      damaged,
      renewal: this.renewal ?? null,
      parked: this.takesEvents ? parkedEvents(this.readModel.rows, MOST_PARKED_TOLD) : [],
      parkedCount: this.takesEvents ? parkedCount(this.readModel.rows) : 0,
      rebuild: this.rebuild.progress ?? null,
    };
  }

  async startRebuild(): Promise<boolean> {
    if (this.rebuild.isRunning) return false;
    void this.rebuild.run();
    return true;
  }

  async retryParked(): Promise<Retry | undefined> {
    return this.rebuild.isRunning ? undefined : retryParked(this.store, this.readModel, this.rebuild);
  }

  resubscribe(): void {
    this.follower.resubscribe();
  }

  /** Takes no further events, and waits until nothing is left of a rebuild; `close` then lets go of the file. */
  async stop(): Promise<void> {
    this.follower.stop();
    await this.rebuild.stop();
  }

  close(): void {
    this.readModel.close();
  }
}
