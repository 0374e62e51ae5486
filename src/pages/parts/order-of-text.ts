import type { ReportContent } from '../asking/report-shapes.js';

/** Reports of one source in the order of its text: by the first number of where they stand ("lines 5, 7"), the others behind. */
export function inOrderOfText<R extends Pick<ReportContent, 'source'>>(reports: readonly R[]): R[] {
  return reports.toSorted((a, b) => place(a) - place(b));
}

function place({ source: { locator } }: Pick<ReportContent, 'source'>): number {
  const first = /\d+/.exec(locator ?? '')?.[0];
  return first === undefined ? Number.MAX_SAFE_INTEGER : Number(first);
}
