import { history } from '../../bench/generator/history.js';
import type { HistoryOptions } from '../../bench/generator/history-options.js';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';
import { streamOf } from './histories-log-writer.js';

/** A generated history as a log, at the positions 1, 2, … */
export function generatedLog(options: HistoryOptions): Recorded[] {
  const lengths = new Map<string, bigint>();
  return [...history(options)].map(({ event, recordedAt }, i) => {
    const stream = streamOf(event);
    const revision = lengths.get(stream) ?? 0n;
    lengths.set(stream, revision + 1n);
    const id = `00000000-0000-7000-8000-${String(i).padStart(12, '0')}`;
    return {
      position: BigInt(i + 1),
      revision,
      event,
      metadata: { recordedAt, postedBy: 'desk', correlationId: id, causationId: id, version: 1 },
    };
  });
}
