import { newsroom } from './newsroom.js';

const reader = newsroom();

describe('How old is what we know of territory?', () => {
  it.each([
    ['2025-12-31', 30, false],
    ['2026-01-01', 31, true],
    ['2026-01-06', 36, true],
  ])('was %s days old on %s, counted from 1 December', async (day, ageDays, stale) => {
    const { lastEvidence, stale: isStale } = await reader.issue('territory', `on=${day}`);
    expect({ ageDays: lastEvidence?.ageDays, stale: isStale }).toEqual({ ageDays, stale });
  });

  it('became fresh by the article of 7 January, and was 24 days old at the end of the month', async () => {
    expect(await reader.issue('territory', 'on=2026-01-07')).toMatchObject({
      lastEvidence: { report: 'no-agreement-on-territorial-concessions', ageDays: 0 },
      stale: false,
    });
    expect(await reader.issue('territory', 'on=2026-01-31')).toMatchObject({ lastEvidence: { ageDays: 24 }, stale: false });
  });

  it('is stale again for who knows nothing after 6 January', async () => {
    const { lastEvidence, stale } = await reader.issue('territory', 'asOf=2026-01-31&knownBy=2026-01-06');
    expect({ ageDays: lastEvidence?.ageDays, stale }).toEqual({ ageDays: 61, stale: true });
  });
});

describe('Which issues has nobody written about?', () => {
  it('are three by 31 January', async () => {
    const { items } = await reader.ask<{ items: { id: string }[] }>('/issues?stale=true&on=2026-01-31');
    expect(items.map(({ id }) => id)).toEqual(['de-escalation', 'nato-membership', 'territory-administration']);
  });

  it('keeps the stances of a stale issue: old is not withdrawn', async () => {
    const { stale, stances } = await reader.issue('nato-membership', 'on=2026-01-31');
    expect(stale).toBe(true);
    expect(stances.map(({ party, modality }) => `${party}: ${modality}`)).toContain('ukraine: rejects');
  });

  it('is not stale where there is nothing yet', async () => {
    expect(await reader.issue('us-backstop', 'on=2025-12-01')).toMatchObject({ lastEvidence: null, stale: false, convergence: 'unknown' });
  });
});
