import { formatDay } from '../src/vocabulary/day.js';
import type { AxesQuery } from '../src/queries/asking/axes.schema.js';
import { DAYS, FIRST_DAY } from './generator/period.js';
import type { Random } from './generator/random.js';
import type { BuiltLog } from './logs/built-log.js';

const EARLY = 0.2;

/** A kind of question: which points on the three axes are asked for. */
export interface Mix {
  readonly name: string;
  question(log: BuiltLog, random: Random): AxesQuery;
}

/** The five mixes of (D, K, R). */
export const MIXES: readonly Mix[] = [
  { name: 'none', question: () => ({}) },
  { name: 'K = D', question: (_, random) => ({ on: dayWithin(1, random) }) },
  { name: 'K < D', question: (_, random) => earlierKnowledge(random) },
  { name: 'R uniform', question: (log, random) => ({ recordedBy: positionWithin(1, log, random) }) },
  {
    name: 'all early',
    question: (log, random) => ({
      asOf: dayWithin(EARLY, random),
      knownBy: dayWithin(EARLY, random),
      recordedBy: positionWithin(EARLY, log, random),
    }),
  },
];

function earlierKnowledge(random: Random): AxesQuery {
  const asOf = random.between(1, DAYS);
  return { asOf: formatDay(FIRST_DAY + asOf), knownBy: formatDay(FIRST_DAY + random.between(0, asOf - 1)) };
}

/** A day of the first share of the history. */
function dayWithin(share: number, random: Random): string {
  return formatDay(FIRST_DAY + random.between(0, Math.floor(DAYS * share)));
}

/** A position in the first share of what is recorded behind the registry. */
function positionWithin(share: number, { registryEnd, head }: BuiltLog, random: Random): string {
  return `@${String(random.between(registryEnd, registryEnd + Math.floor((head - registryEnd) * share)))}`;
}
