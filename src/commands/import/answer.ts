import { Logger } from '@nestjs/common';
import { limits } from '../../http/limits.js';
import { type ProblemBody, problemOf } from '../../http/problem-filter.js';
import type { Warning } from '../../vocabulary/warning.js';
import type { HiddenBy } from '../writing/hidden-by.js';
import type { Settled } from './line.js';

const logger = new Logger('Import');

/** What is told of one line of an import. */
export interface Outcome {
  /** From 1. */
  readonly line: number;
  readonly id: string | null;
  readonly outcome: Settled['outcome'];
  /** What hides the report that it brings, though it is recorded; left out where nothing does. */
  readonly hiddenBy?: readonly HiddenBy[];
  /** What is doubtful in what it brings; left out where nothing is. */
  readonly warnings?: readonly Warning[];
  readonly problem?: ProblemBody;
}

/** What became of all of them. */
export interface Summary {
  created: number;
  changed: number;
  unchanged: number;
  rejected: number;
  /** Told of all lines. */
  warnings: number;
  /** Up to where this import is in the log; a read with `recordedBy=@POSITION` shows it. */
  position: string;
  /** Whether this node's queries show it. */
  projected: boolean;
}

/** The summary of an import of which nothing is told yet. */
export function emptySummary(): Summary {
  return { created: 0, changed: 0, unchanged: 0, rejected: 0, warnings: 0, position: '0', projected: false };
}

/** What is told of a line, counted in. */
export function outcomeOf(
  { line: { number, id }, outcome, position, hiddenBy = [], warnings = [], error }: Settled,
  summary: Summary,
): Outcome {
  summary[outcome] += 1;
  summary.warnings += warnings.length;
  if (position !== undefined && position > BigInt(summary.position)) summary.position = String(position);
  const problem = outcome === 'rejected' ? { problem: problemOfLine(error) } : {};
  const beside = { ...(hiddenBy.length > 0 && { hiddenBy }), ...(warnings.length > 0 && { warnings }) };
  return { line: number, id, outcome, ...beside, ...problem };
}

/** A fault of ours tells nothing of its cause in the answer, so it is logged. */
function problemOfLine(error: unknown): ProblemBody {
  const problem = problemOf(error, limits.faultsToldPerLine);
  if (problem.status === 500) logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return problem;
}
