import type { ShownState } from '../ports/shown-state.js';
import type { Position } from '../vocabulary/position.js';
import type { ParkedEvent } from './reading/parked-reader.js';
import type { Retry } from './rebuilding/parked-retry.js';
import type { RebuildProgress, RenewalReason } from './rebuilding/rebuild-progress.js';

/** How the read model stands, for operators. */
export interface ReadModelStatus {
  /** The version of the projections that filled the file in use, and this program's. */
  readonly version: number;
  readonly wantedVersion: number;
  readonly position: Position;
  readonly damaged: boolean;
  /** Why another file is being built in the place of the one in use. */
  readonly renewal: RenewalReason | null;
  /** The first of the events that could not be projected, and how many there are. */
  readonly parked: readonly ParkedEvent[];
  readonly parkedCount: number;
  /** How the last rebuild of this process stands; null where there was none. */
  readonly rebuild: RebuildProgress | null;
}

/** What keeps the read model at the head of the log and rebuilds it, in whichever thread it does. */
export abstract class Keeper implements ShownState {
  /** The position up to which questions show it. */
  abstract get applied(): Position;
  /** Up to where the subscription to the log has passed over what is not ours: it moves while `applied` has nothing to move for. */
  abstract get passed(): Position;
  abstract get isDamaged(): boolean;
  /** Why another file is being built in the place of the one in use; undefined where it is as it should be. */
  abstract get renewal(): RenewalReason | undefined;
  /** False while the file in use takes nothing of what is recorded, until it is replaced. */
  get takesEvents(): boolean {
    return !this.isDamaged && this.renewal !== 'form';
  }
  /** Raised whenever another file is in use. */
  abstract get generation(): number;
  /** True once the position is applied; false after the time limit. @param limit milliseconds */
  abstract reaches(position: Position, limit: number): Promise<boolean>;
  /** When an event was applied, in milliseconds since 1970; undefined where that is not known, or nobody traces it. */
  whenApplied(_position: Position): { readonly begunAt: number; readonly endedAt: number } | undefined {
    return undefined;
  }
  abstract status(): Promise<ReadModelStatus>;
  /** @returns false where a rebuild runs already */
  abstract startRebuild(): Promise<boolean>;
  /** Tries the parked events again. @returns undefined where a rebuild runs @throws StoreUnavailable, ReadModelDamaged */
  abstract retryParked(): Promise<Retry | undefined>;
  /** Lets go of a subscription to the log that gives nothing any more, and subscribes again. */
  abstract resubscribe(): void;
  /** Ends what is under way and lets go of the file. */
  abstract stop(): Promise<void>;
}
