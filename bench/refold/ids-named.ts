import { meetingsOf, plansOf } from '../../src/rules/mentions.js';
import { withoutRepeats } from '../../src/rules/order.js';
import type { VisibleReport } from '../../src/rules/scene.js';
import { compare } from '../../src/vocabulary/compare.js';

/** The meetings that some reports name, by id. */
export function meetingIds(reports: readonly VisibleReport[]): string[] {
  return withoutRepeats(reports.flatMap(({ content }) => meetingsOf(content))).sort(compare);
}

/** The plans that some reports name, by id. */
export function planIds(reports: readonly VisibleReport[]): string[] {
  return withoutRepeats(reports.flatMap(({ content }) => plansOf(content))).sort(compare);
}
