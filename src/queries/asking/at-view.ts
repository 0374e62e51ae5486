import type { AskedAs } from '../../http/answer.js';
import type { At } from '../../vocabulary/axes.js';
import { namedSource } from './what-if.schema.js';
import { formatDay } from '../../vocabulary/day.js';

/** The point on the axes as answers name it. */
export interface AtView {
  readonly asOf: string;
  readonly knownBy: string | null;
  readonly recordedBy: string;
  readonly certainty: At['certainty'];
  /** Only where something is left out: `source:ID`, and the voices that count. */
  readonly without?: readonly string[];
  readonly voice?: At['voices'];
}

/** A point as answers tell it. */
export function atView({ asOf, knownBy, recordedBy, certainty, without, voices }: At): AtView {
  return {
    asOf: formatDay(asOf),
    knownBy: Number.isFinite(knownBy) ? formatDay(knownBy) : null,
    recordedBy: `@${String(recordedBy)}`,
    certainty,
    ...(without && { without: without.map(namedSource) }),
    ...(voices && { voice: voices }),
  };
}

/** The axes as query parameters that fix them. */
export function axesOf(at: At): AskedAs {
  const { asOf, knownBy, voice, ...others } = atView(at);
  return { asOf, knownBy: knownBy ?? undefined, ...others, ...(voice && { voice: voice.join() }) };
}
