import type { At } from '../asking/issue-shapes.js';
import type { Changes } from '../asking/tracker.js';
import type { View } from '../asking/view.js';
import type { WayAsked } from '../asking/way.js';
import type { Parameters } from '../rendering/links.js';

/** A page of a way with the axis, both ends and what was recorded fixed. @param own further parameters of the page */
export function fixedWay(
  { links }: View,
  page: string,
  asked: WayAsked,
  { from, to }: Pick<Changes, 'from' | 'to'>,
  own: Parameters,
): string {
  const { axis, issue } = asked;
  const point = (at: At): string | undefined =>
    axis === 'published' ? (at.knownBy ?? undefined) : axis === 'occurred' ? at.asOf : at.recordedBy;
  const others = axis === 'recorded' ? { asOf: to.asOf, knownBy: to.knownBy ?? undefined } : { recordedBy: to.recordedBy };
  const way = { axis, from: from === null ? undefined : point(from), to: point(to), issue, ...own };
  return links.at({ ...others, certainty: to.certainty }, page, way);
}
