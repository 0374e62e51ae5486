import type { Receipt } from '../writing/decider.js';
import type { ProblemBody } from '../../http/problem-filter.js';

/** What became of one line of an import. */
export interface Outcome {
  /** From 1. */
  readonly line: number;
  readonly id: string | null;
  readonly outcome: Receipt['outcome'] | 'rejected';
  readonly problem?: ProblemBody;
}

/** What became of all of them. */
export interface Summary {
  created: number;
  changed: number;
  unchanged: number;
  rejected: number;
  /** Up to where this import is in the log; a read with `recordedBy=@POSITION` shows it. */
  position: string;
}

export function emptySummary(position: bigint): Summary {
  return { created: 0, changed: 0, unchanged: 0, rejected: 0, position: String(position) };
}

/** Counts an outcome in. @param position of the event that the line stands for, where it is known */
export function count(summary: Summary, outcome: Outcome['outcome'], position?: bigint): void {
  summary[outcome] += 1;
  if (position !== undefined && position > BigInt(summary.position)) summary.position = String(position);
}
