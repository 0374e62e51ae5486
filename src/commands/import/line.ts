import type { StreamAppend } from '../../event-store/event-store.js';
import type { Warning } from '../../vocabulary/warning.js';
import type { HiddenBy } from '../writing/hidden-by.js';
import type { Taken } from '../writing/doubts/doubts.js';
import type { Task } from '../writing/import-kind.js';

/** A line of an import that was read. */
export interface Line {
  /** From 1. */
  readonly number: number;
  readonly negotiation: string;
  readonly id: string | null;
  /** Of what kind it is, where that is known. */
  readonly entry?: string;
  /** What it asks for; undefined where it cannot be read. */
  readonly task?: Task;
  /** Why it cannot be read. */
  readonly fault?: unknown;
  /** What was sent, where it is not of the form that is asked for: the ids in it are still looked at. */
  readonly body?: unknown;
}

/** What became of a line. */
export interface Settled {
  readonly line: Line;
  readonly outcome: 'created' | 'changed' | 'unchanged' | 'rejected';
  /** Of the event that the line stands for, where it is known. */
  readonly position?: bigint | undefined;
  /** What hides what it brings, though it is recorded. */
  readonly hiddenBy?: readonly HiddenBy[];
  /** What is doubtful in what it brings. */
  readonly warnings?: readonly Warning[] | undefined;
  /** Why it was rejected. */
  readonly error?: unknown;
}

/** A line that appends. */
export interface AppendingLine {
  readonly line: Line;
  readonly append: StreamAppend;
  readonly outcome: 'created' | 'changed';
  readonly hiddenBy: readonly HiddenBy[];
  /** What of it may be doubtful. */
  readonly taken: Taken;
  readonly settled?: undefined;
}

/** What a line comes to on what stands by then: what it appends, or what became of it. */
export type DecidedLine = AppendingLine | { readonly line: Line; readonly settled: Settled };

/** What becomes of a line that is not taken. */
export function rejected(line: Line, error: unknown): Settled {
  return { line, outcome: 'rejected', error };
}
