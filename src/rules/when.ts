import { formatDay } from '../vocabulary/day.js';
import type { Visible } from './scene.js';

/**
 * When it was what a report tells: `occurred` as written; without it `../` and the last day of its source's window, for by then it
 * was so and its start is not known. A window without a last day is told as written. Design 4, "since" and "when".
 * @returns EDTF
 */
export function whenTold({ isDated, occurredAsWritten, published }: Pick<Visible, 'isDated' | 'occurredAsWritten' | 'published'>): string {
  const hasLastDay = Number.isFinite(published.hi);
  return isDated || !hasLastDay ? occurredAsWritten : `../${formatDay(published.hi)}`;
}
