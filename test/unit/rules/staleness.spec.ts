import { latestEvidence } from '../../../bench/refold/latest-evidence.js';
import { staleness } from '../../../src/rules/staleness.js';
import { position } from '../../support/histories-by-hand.js';
import type { VisibleReport } from '../../../src/rules/scene.js';
import { day, seen, type Standing } from './seen.js';

const report = (id: string, standing: Standing) => seen(position(id, 'a', 'demands'), { published: '2026-03-01', ...standing });
const ageOf = (reports: readonly VisibleReport[], asOf: number, staleAfterDays: number) =>
  staleness(latestEvidence(reports), asOf, staleAfterDays);
const D = day('2026-02-10');

describe('staleness', () => {
  it('without a certain report there is no age, and nothing is stale', () => {
    expect(ageOf([], D, 30)).toEqual({ lastEvidence: null, stale: false });
    expect(ageOf([report('p', { occurred: '2025-01-01', possible: true })], D, 30)).toEqual({ lastEvidence: null, stale: false });
  });

  it.each([
    ['2026-02-10', 0, false],
    ['2026-01-11', 30, false],
    ['2026-01-10', 31, true],
    ['2025-12-01/2026-01-11', 30, false],
  ])('a last report of %s is %d days old; stale: %s', (occurred, ageDays, stale) => {
    expect(ageOf([report('r', { occurred })], D, 30)).toEqual({ lastEvidence: { report: 'r', occurred, ageDays }, stale });
  });

  it('the latest end counts, not the latest start, and no possible report', () => {
    const reports = [
      report('long', { occurred: '2026-01-01/2026-02-08' }),
      report('short', { occurred: '2026-02-05/2026-02-07' }),
      report('possible', { occurred: '2026-02-09', possible: true }),
    ];
    expect(ageOf(reports, D, 1)).toMatchObject({ lastEvidence: { report: 'long', ageDays: 2 }, stale: true });
  });

  it('what is no news makes nothing fresh', () => {
    const reflecting = seen(position('reflecting', 'a', 'demands', { form: 'analysis' }), {
      occurred: '2026-02-09',
      published: '2026-03-01',
    });
    expect(ageOf([report('old', { occurred: '2026-01-01' }), reflecting], D, 30)).toMatchObject({
      lastEvidence: { report: 'old', ageDays: 40 },
      stale: true,
    });
    expect(ageOf([reflecting], D, 30)).toEqual({ lastEvidence: null, stale: false });
  });

  it('a limit of no days makes stale what is older than the day itself', () => {
    expect(ageOf([report('r', { occurred: '2026-02-10' })], D, 0).stale).toBe(false);
    expect(ageOf([report('r', { occurred: '2026-02-09' })], D, 0).stale).toBe(true);
  });
});
