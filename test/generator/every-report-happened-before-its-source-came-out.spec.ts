import { history } from '../../bench/generator/history.js';
import { isReport } from '../../src/vocabulary/events/log-event.js';
import { impossibleDates } from '../../src/vocabulary/impossible-dates.js';
import type { ReportedDate } from '../../src/vocabulary/reported-date.js';

it.each([
  [1, 0.1],
  [7, 0.6],
])('with the seed %d and %d of the reports late', (seed, late) => {
  const published = new Map<string, ReportedDate>();
  const impossible: string[] = [];
  let reports = 0;
  for (const { event } of history({ seed, reports: 6_000, late })) {
    if (event.type === 'SourceDefined') published.set(event.id, event.entry.published);
    const content = isReport(event) ? event : event.type === 'ReportCorrected' ? event.report : undefined;
    const source = content && published.get(content.source.id);
    if (content === undefined || source === undefined) continue;
    reports += 1;
    impossible.push(...impossibleDates(content, source).map(({ detail }) => detail));
  }
  expect(impossible).toEqual([]);
  expect(reports).toBeGreaterThan(6_000);
});
