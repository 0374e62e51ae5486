import type { Day } from '../../vocabulary/day.js';
import type { Blocker } from '../blockers.js';
import type { Element } from './change.js';

/** An element as it is some days later, if nothing but time passes. @param days may be below 0 */
export function aged(element: Element | null, days: number): Element | null {
  if (!hasAge(element) || element.ageDays === null || days === 0) return element;
  return { ...element, ageDays: element.ageDays + days };
}

/** An element with the day that its age is counted from in the place of the age: so it does not change with every day. */
export function withoutAge(element: Element | null, asOf: Day): unknown {
  if (!hasAge(element) || element.ageDays === null) return element;
  return { ...element, ageDays: asOf - element.ageDays };
}

function hasAge(element: Element | null): element is Blocker {
  return typeof element === 'object' && element !== null && 'ageDays' in element;
}
