import { parseDay, type Day } from '../../vocabulary/day.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import type { Source } from '../asking/entry-shapes.js';

/** The days on which what is known changed by a source: it may have come out, or has come out for certain. In order, each once. */
export function sourceDays(sources: readonly Source[]): Day[] {
  const days = sources.flatMap(({ published }) => {
    const { lo, hi } = windowOf(published.edtf);
    return [lo, hi].filter((day) => Number.isFinite(day));
  });
  return [...new Set(days)].sort((a, b) => a - b);
}

/** The day that comes before another one. @param days in order */
export function previousDay(days: readonly Day[], day: Day): Day | undefined {
  return days.findLast((other) => other < day);
}

/** The day that comes after another one. @param days in order */
export function nextDay(days: readonly Day[], day: Day): Day | undefined {
  return days.find((other) => other > day);
}

/** The sources that were out by K, or may have been. @param knownBy `YYYY-MM-DD`; null: no limit */
export function sourcesOut(sources: readonly Source[], knownBy: string | null): Source[] {
  const limit = parseDay(knownBy ?? '') ?? Infinity;
  return sources.filter(({ published }) => windowOf(published.edtf).lo <= limit);
}
