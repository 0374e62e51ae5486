import { type ProblemBody, problemOf } from '../../http/problem-filter.js';
import type { Receipt } from '../writing/decider.js';
import type { Task } from '../writing/import-kind.js';

/** What became of one line of an import. */
export interface Outcome {
  /** From 1. */
  readonly line: number;
  readonly id: string | null;
  readonly outcome: Receipt['outcome'] | 'rejected';
  readonly problem?: ProblemBody;
}

/** An outcome, with the position of the event that the line stands for, where there is one. */
export interface LineOutcome {
  readonly outcome: Outcome;
  readonly position?: bigint;
}

/** A line that was read: what it asks for, or why it cannot be read. */
export type ReadLine = { readonly number: number; readonly id: string | null } & (
  { readonly task: Task; readonly rejected?: undefined } | { readonly task?: undefined; readonly rejected: LineOutcome }
);

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

/** A line that is rejected, with why. */
export function rejection(line: number, id: string | null, error: unknown): LineOutcome {
  return { outcome: { line, id, outcome: 'rejected', problem: problemOf(error) } };
}
