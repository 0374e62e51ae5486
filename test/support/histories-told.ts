import fc from 'fast-check';
import type { Recorded } from '../../src/vocabulary/events/log-event.js';

/** A log that a failing property tells one event a line, without what is left out. */
export function told(log: readonly Recorded[]): readonly Recorded[] {
  const text = () =>
    `\n${log.map(({ position, event }) => `  @${String(position)} ${JSON.stringify(event, withoutNothing)}`).join('\n')}\n`;
  return Object.defineProperty(log, fc.toStringMethod, { value: text, enumerable: false });
}

/** The negotiation is one and the same; null and `[]` are what was left out. */
function withoutNothing(key: string, value: unknown): unknown {
  if (value === null || (Array.isArray(value) && value.length === 0) || key === 'negotiation') return undefined;
  const isPlainDate = typeof value === 'object' && 'edtf' in value && 'basis' in value && value.basis === 'explicit';
  return isPlainDate ? value.edtf : value;
}
