import { parseDay } from '../../vocabulary/day.js';
import type { View } from '../asking/view.js';
import { dayText } from '../words/dates.js';

/** As known on which day, and up to where as recorded, in words. */
export function pointText({ negotiation: { at }, reader: { words, language } }: View): string {
  const known = at.knownBy === null ? [] : [words.asKnownOn(dayText(parseDay(at.knownBy) ?? 0, language))];
  return [...known, words.asRecorded(at.recordedBy)].join(', ');
}
