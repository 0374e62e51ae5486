import type { Actor } from '../../src/vocabulary/actor.js';
import { keyOfActor } from './meeting-attendance.js';
import { withoutRepeats } from './order.js';
import type { VisibleReport } from './visible-reports.js';

/** A value with the reports that give it, the latest first. */
export interface Told<V> {
  readonly value: V;
  readonly evidence: readonly string[];
}

/**
 * Every different value of a field with its reports: more than one means contested. Design 4, "Meeting status", "Plan"
 * @param reports the latest first
 * @param valueIn null where a report says nothing of the field
 */
export function differentValues<V, R extends VisibleReport>(
  reports: readonly R[],
  valueIn: (report: R) => V | null,
  keyOf: (value: V) => string = String,
): Told<V>[] {
  const told = reports.flatMap((report) => {
    const value = valueIn(report);
    return value === null ? [] : [{ id: report.id, value: structuredClone(value), key: keyOf(value) }];
  });
  return told
    .filter(({ key }, index) => told.findIndex((other) => other.key === key) === index)
    .map(({ value, key }) => ({ value, evidence: told.filter((other) => other.key === key).map(({ id }) => id) }));
}

/** Of lists of actors, in which the order says nothing. */
export function differentActors<R extends VisibleReport>(
  reports: readonly R[],
  actorsIn: (report: R) => readonly Actor[],
): Told<readonly Actor[]>[] {
  const valueIn = (report: R) => (actorsIn(report).length === 0 ? null : actorsIn(report));
  return differentValues(reports, valueIn, (actors) => JSON.stringify(withoutRepeats(actors.map(keyOfActor)).toSorted()));
}
