import type { Position } from '../vocabulary/position.js';
import type { ReadModelFile } from './tables/read-model-file.js';

/** The read model as questions see it, in whichever thread they are answered. */
export abstract class ReadableModel {
  /** The file to read from now; not to be kept over an await, for a rebuild swaps it. @throws ReadModelDamaged */
  abstract get rows(): ReadModelFile;

  /** The position up to which it shows. */
  abstract get applied(): Position;

  /** True once the position is applied; false after the time limit. @param limit milliseconds */
  abstract reaches(position: Position, limit: number): Promise<boolean>;

  /** Calls back after each batch of events that was applied, and where it is found damaged or of another log. @returns stops it */
  abstract onApplied(listener: () => void): () => void;
}
