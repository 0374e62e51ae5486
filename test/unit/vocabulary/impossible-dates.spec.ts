import { impossibleDates } from '../../../src/vocabulary/impossible-dates.js';
import { position } from '../../support/histories-by-hand.js';
import { reportedDate } from '../../support/histories-registry.js';

const AFTER = 'occurred after-publication';
const ENDED = 'data/until ends-before-it-begins';

it.each<[what: string, published: string, occurred: string | undefined, until: string | undefined, told: string[]]>([
  ['a day before the source', '2026-01-07', '2026-01-06', undefined, []],
  ['the day of the source', '2026-01-07', '2026-01-07', undefined, []],
  ['the day after', '2026-01-07', '2026-01-08', undefined, [AFTER]],
  ['the wrong year', '2026-01-07', '2027-01-06', undefined, [AFTER]],
  ['a month that the source lies in', '2026-01-07', '2026-01', undefined, []],
  ['a window that begins with the last day of the source', '2026-01-05/2026-01-07', '2026-01-07/2026-01-20', undefined, []],
  ['a window that begins after the last day of the source', '2026-01-05/2026-01-07', '2026-01-08/2026-01-20', undefined, [AFTER]],
  ['a source without a last day', '2026-01-05/..', '2030-01-01', undefined, []],
  ['a source without a first day', '../2026-01-05', '2026-01-06', undefined, [AFTER]],
  ['no first day', '2026-01-07', '../2027-01-06', undefined, []],
  ['no date', '2026-01-07', undefined, undefined, []],
  ['an end on the day', '2026-01-07', '2026-01-06', '2026-01-06', []],
  ['an end the day before', '2026-01-07', '2026-01-06', '2026-01-05', [ENDED]],
  ['an end in the month that it begins in', '2026-01-07', '2026-01-06', '2026-01', []],
  ['an end without a last day', '2026-01-07', '2026-01-06', '2025/..', []],
  ['an end before the source, of what has no date', '2026-01-07', undefined, '2026-01-06', [ENDED]],
  ['an end in the window of the source, of what has no date', '2026-01-05/2026-01-07', undefined, '2026-01-05', []],
  ['an end before it begins, which is after the source', '2026-01-07', '2027-01-06', '2026-06-01', [AFTER]],
  ['an end before the source, of what begins after it', '2026-01-07', '2027-01-06', '2026-01-06', [AFTER, ENDED]],
])('%s: published %s, occurred %s, until %s', (_, published, occurred, until, told) => {
  const report = position('r', 'a', 'rejects', { ...(occurred && { occurred }), ...(until && { until }) });
  const found = impossibleDates(report, reportedDate(published));
  expect(found.map(({ path, code }) => `${path.join('/')} ${code}`)).toEqual(told);
});
