import { GROUP_SHIFT, SPAN_SHIFT } from './list-kinds.js';

const NEWLINE = 10;
const MASK = 255;
const GROUPS = 2 ** (SPAN_SHIFT - GROUP_SHIFT);

/** The place of an event in the lists of its group. Events are numbered from 1, so that the first group holds one less. */
export function placeInGroup(event: number): number {
  return event <= MASK ? event - 1 : event & MASK;
}

/** The last event of a group. */
export function lastOfGroup(group: number): number {
  return group * (MASK + 1) + MASK;
}

/** The groups of a span, in order. */
export function groupsOfSpan(span: number): number[] {
  return Array.from({ length: GROUPS }, (_, i) => span * GROUPS + i);
}

/** The span of a group. */
export function spanOfGroup(group: number): number {
  return Math.floor(group / GROUPS);
}

/** The first event of a group; there is no event 0. */
export function firstOfGroup(group: number): number {
  return group === 0 ? 1 : group * (MASK + 1);
}

/** One line of a list of texts; '' behind its end. */
export function lineOf(bytes: Buffer, line: number): string {
  let start = 0;
  for (let i = 0; i < line; i += 1) {
    start = bytes.indexOf(NEWLINE, start) + 1;
    if (start === 0) return '';
  }
  const end = bytes.indexOf(NEWLINE, start);
  return bytes.toString('utf8', start, end < 0 ? bytes.length : end);
}
