import type { ReportContent } from '../asking/report-shapes.js';

/** The fields in which two contents of a report differ, those of `data` by their own names, in the order of the alphabet. */
export function changedFields(before: ReportContent, after: ReportContent): string[] {
  return differing({ ...before, data: null }, { ...after, data: null })
    .concat(differing(before.data, after.data).map((field) => `data.${field}`))
    .sort();
}

function differing(before: object, after: object): string[] {
  const was = new Map(Object.entries(before).map(([field, value]) => [field, JSON.stringify(value)]));
  const is = new Map(Object.entries(after).map(([field, value]) => [field, JSON.stringify(value)]));
  return [...new Set([...was.keys(), ...is.keys()])].filter((field) => was.get(field) !== is.get(field));
}
