import type { At } from '../../vocabulary/axes.js';
import { formatDay } from '../../vocabulary/day.js';

/** The point on the axes as answers name it. */
export interface AtView {
  readonly asOf: string;
  readonly knownBy: string | null;
  readonly recordedBy: string;
  readonly certainty: At['certainty'];
}

export function atView({ asOf, knownBy, recordedBy, certainty }: At): AtView {
  return {
    asOf: formatDay(asOf),
    knownBy: Number.isFinite(knownBy) ? formatDay(knownBy) : null,
    recordedBy: `@${String(recordedBy)}`,
    certainty,
  };
}

/** The axes as query parameters that fix them. */
export function axesOf(at: At): Record<string, string | undefined> {
  const { knownBy, ...rest } = atView(at);
  const { asOf, ...others } = rest;
  return { asOf, knownBy: knownBy ?? undefined, ...others };
}
