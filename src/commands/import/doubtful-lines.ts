import { negotiationStream } from '../../event-store/stream-names.js';
import type { Warning } from '../../vocabulary/warning.js';
import type { CommandRunner } from '../writing/command-runner.js';
import type { ToldEarlier } from '../writing/doubts/told-earlier.js';
import { evolveRegistry } from '../writing/registry.js';
import type { WriteModel } from '../writing/write-model.js';
import type { AppendingLine, Line } from './line.js';

/** What doubtful lines are found with. */
interface Doubting {
  readonly runner: CommandRunner;
  /** The log with what the lines would record. */
  readonly model: WriteModel;
  readonly toldEarlier: ToldEarlier;
}

/** The warnings of lines that are taken, of those that have some. A line is not rejected for what cannot be told of it. */
export async function warningsOf(
  negotiation: string,
  lines: readonly AppendingLine[],
  { runner, model, toldEarlier }: Doubting,
): Promise<ReadonlyMap<Line, readonly Warning[]>> {
  const found = new Map<Line, readonly Warning[]>();
  try {
    const taken = lines.map((one) => one.taken);
    for (const { line, outcome } of lines) {
      if (line.task === undefined) continue;
      const { brings, request } = line.task;
      if (brings === null) toldEarlier.amends(request.id);
      else if (outcome === 'created') toldEarlier.brings(brings);
      else toldEarlier.changes(brings);
    }
    const registry = await model.state(negotiationStream(negotiation), evolveRegistry);
    const warnings = await runner.doubts.of(taken, registry, toldEarlier);
    lines.forEach(({ line }, i) => {
      const some = warnings[i] ?? [];
      if (some.length > 0) found.set(line, some);
    });
  } catch {
    // What the log cannot tell just now is told where the lines are recorded.
  }
  return found;
}
