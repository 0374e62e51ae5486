import { windowOf } from '../../vocabulary/edtf-window.js';

/** Meetings by their last possible day, those without a date behind. */
export function byDate<T extends { readonly when: string | null }>(meetings: readonly T[]): T[] {
  const last = ({ when }: T): number => (when === null ? Infinity : windowOf(when).hi);
  return meetings.toSorted((a, b) => (last(a) === last(b) ? 0 : last(a) - last(b)));
}
