import type { ReadModelStatus } from '../read-model/keeper.js';
import type { RenewalReason } from '../read-model/rebuilding/rebuild-progress.js';
import type { Retry } from '../read-model/rebuilding/parked-retry.js';
import type { BatchTold } from './batches-told.js';
import type { ToldError } from './told-errors.js';

/** What can be asked of the thread that keeps the read model, and what it answers. */
export interface KeeperCalls {
  readonly status: ReadModelStatus;
  readonly startRebuild: boolean;
  readonly retryParked: Retry | undefined;
  readonly stop: undefined;
}

export type ToKeeper =
  | { readonly type: 'call'; readonly number: number; readonly name: keyof KeeperCalls }
  /** Something was appended to the embedded log. */
  | { readonly type: 'appended' }
  | { readonly type: 'resubscribe' }
  /** Another thread met damage in the file. */
  | { readonly type: 'damaged' }
  /** No other thread has the file open any more. */
  | { readonly type: 'readers-left' };

/** How the read model stands, told with each change. */
export interface KeeperState {
  readonly applied: bigint;
  readonly passed: bigint;
  readonly isDamaged: boolean;
  readonly renewal: RenewalReason | undefined;
  readonly generation: number;
  /** What was applied just now, where that is traced. */
  readonly batch?: BatchTold | undefined;
}

export type FromKeeper =
  | { readonly type: 'state'; readonly state: KeeperState }
  | { readonly type: 'cannot-start'; readonly error: ToldError }
  | { readonly type: 'answer'; readonly number: number; readonly answer: KeeperCalls[keyof KeeperCalls] }
  | { readonly type: 'failure'; readonly number: number; readonly error: ToldError }
  | { readonly type: 'warning'; readonly message: string }
  /** The file is to be swapped: whoever has it open is to close it. */
  | { readonly type: 'readers-leave' };
