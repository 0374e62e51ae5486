import type { At, Certainty } from '../vocabulary/axes.js';
import type { DayWindow } from '../vocabulary/edtf-window.js';
import type { Axis } from './scene.js';

/**
 * O: the report's window, both ends lowered to `P.hi` where they lie after it, for what is reported has happened.
 * Without `occurred` it is P. Design 4, "Visible".
 */
export function occurredWindow(occurred: DayWindow | null, published: DayWindow): DayWindow {
  if (occurred === null) return published;
  return { lo: Math.min(occurred.lo, published.hi), hi: Math.min(occurred.hi, published.hi) };
}

/** Whether a report is visible: `P.lo ≤ K` and `O.lo ≤ D`. Design 4, "Visible". */
export function isVisible(occurred: DayWindow, published: DayWindow, at: Pick<At, 'asOf' | 'knownBy'>): boolean {
  return published.lo <= at.knownBy && occurred.lo <= at.asOf;
}

/** Whether an answer counts a report: a visible one, and where only the certain is asked for a certain one. Design 4, "Visible". */
export function isCounted(occurred: DayWindow, published: DayWindow, at: Pick<At, 'asOf' | 'knownBy' | 'certainty'>): boolean {
  return isVisible(occurred, published, at) && (at.certainty === 'any' || uncertainAxes(occurred, published, at).length === 0);
}

/** The axes on which a visible report is only possible: `O.hi > D`, `P.hi > K`. Empty: it is certain. Design 4, "Visible". */
export function uncertainAxes(occurred: DayWindow, published: DayWindow, at: Pick<At, 'asOf' | 'knownBy'>): Axis[] {
  const axes: Axis[] = [];
  if (occurred.hi > at.asOf) axes.push('occurred');
  if (published.hi > at.knownBy) axes.push('published');
  return axes;
}

/** By the axes on which a visible report is only possible. Design 4, "Visible". */
export function certaintyOf(uncertain: readonly Axis[]): Certainty {
  return uncertain.length === 0 ? 'certain' : 'possible';
}

/** `certain` only if all are. */
export function certainIfAll(items: readonly { readonly certainty: Certainty }[]): Certainty {
  return items.every((item) => item.certainty === 'certain') ? 'certain' : 'possible';
}

/** `certain` if any is. */
export function certainIfAny(items: readonly { readonly certainty: Certainty }[]): Certainty {
  return items.some((item) => item.certainty === 'certain') ? 'certain' : 'possible';
}
