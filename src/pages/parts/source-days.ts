import { parseDay, type Day } from '../../vocabulary/day.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import type { Source } from '../asking/shapes.js';
import type { View } from '../asking/view.js';

/** The days on which what is known changed by a source: it may have come out, or has come out for certain. In order, each once. */
export function sourceDays(sources: readonly Source[]): Day[] {
  const days = sources.flatMap(({ published }) => {
    const { lo, hi } = windowOf(published.edtf);
    return [lo, hi].filter((day) => Number.isFinite(day));
  });
  return [...new Set(days)].sort((a, b) => a - b);
}

/** The first day behind the one that is shown on which a source came out; of very many sources the next one on which reports did. */
export function nextNews({ sources, changing, day }: Pick<View, 'sources' | 'changing' | 'day'>): Day | undefined {
  return sources.areListed ? nextDay(sourceDays(sources.all), day) : changing.find((other) => other.day > day)?.day;
}

/** The day that comes before another one. @param days in order */
export function previousDay(days: readonly Day[], day: Day): Day | undefined {
  return days.findLast((other) => other < day);
}

/** @param days in order */
function nextDay(days: readonly Day[], day: Day): Day | undefined {
  return days.find((other) => other > day);
}

/** How many sources were out by K, or may have been. @param knownBy `YYYY-MM-DD`; null: no limit */
export function sourcesOut(sources: readonly Source[], knownBy: string | null): number {
  const limit = parseDay(knownBy ?? '') ?? Infinity;
  return sources.filter(({ published }) => windowOf(published.edtf).lo <= limit).length;
}
