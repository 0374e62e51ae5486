import { parseDay } from '../../vocabulary/day.js';
import type { ExpiredStance } from '../asking/stance-shapes.js';
import type { View } from '../asking/view.js';
import { dayText } from '../words/dates.js';

/** What was held and is over: "until 4 Jan 2026: rejects". */
export function onceText({ expired, until }: Pick<ExpiredStance, 'expired' | 'until'>, { reader: { words, language } }: View): string {
  return words.once(dayText(parseDay(until) ?? 0, language), words.modality[expired.modality]);
}
