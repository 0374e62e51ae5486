import type { View } from '../asking/view.js';
import type { Day } from '../../vocabulary/day.js';
import { nextDay, sourceDays } from './source-days.js';

/** The first day behind the one that is shown on which a source came out; of very many sources the next one on which reports did. */
export function nextNews({ sources, changing, day }: Pick<View, 'sources' | 'changing' | 'day'>): Day | undefined {
  return sources.areListed ? nextDay(sourceDays(sources.all), day) : changing.find((other) => other.day > day)?.day;
}
