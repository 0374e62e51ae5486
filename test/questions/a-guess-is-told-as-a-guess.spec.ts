import { held, holds, newsroom } from './newsroom.js';

const reader = newsroom();

describe('Are the United States turning from Ukraine to a deal?', () => {
  it('are by the reading of one article, which says so itself: no word of theirs, on 6 January', async () => {
    const stances = (await reader.stances('party=united-states&issue=process&on=2026-01-06')).filter(({ voice }) => voice === 'guess');
    expect(holds(stances)).toEqual(['concessions-to-russia: open-to (guess)', 'negotiated-end-of-war: supports (guess)']);
    expect(stances.map(({ form, by, source }) => [form, by, source])).toEqual([
      ['hedged', [], 'article-000'],
      ['analysis', [], 'article-000'],
    ]);
  });

  it('would endanger Ukraine to critics and end the war to supporters: two assessments, no stance of anybody', async () => {
    const { assessments } = await reader.issue('process', 'on=2026-01-06');
    const of = (report: string) => assessments.find((each) => each.report === report);
    expect(of('critics-fear-for-sovereignty')?.by).toEqual([{ name: 'critics', party: null }]);
    expect(of('supporters-say-only-deal-ends-war')?.by).toEqual([{ name: 'supporters of a deal', party: null }]);
  });

  it('talk with Putin directly, as is told plainly on 26 January', async () => {
    expect(await reader.stance('united-states', 'direct-talks-with-putin', 'on=2026-01-25')).toBeUndefined();
    expect(await reader.stance('united-states', 'direct-talks-with-putin', 'on=2026-01-26')).toMatchObject({
      modality: 'supports',
      voice: 'source',
      since: '../2026-01-26',
    });
  });
});

describe('How far are the talks?', () => {
  it.each([
    ['trump-sees-good-chance-of-deal', ['donald-trump'], '2025-12-01'],
    ['zelenskyy-agreement-90-percent-done', ['volodymyr-zelenskyy'], '2026-01-06'],
    ['witkoff-talks-far-advanced', ['steve-witkoff'], '2026-01-26'],
    ['chance-of-early-ceasefire', [], '2026-01-26'],
  ])('%s: said by %j, in the news of %s', async (id, by, day) => {
    const report = await reader.ask<{ claim: { by: unknown[] } }>(`/reports/${id}?on=${day}`);
    expect(report.claim.by).toEqual(by);
  });
});

describe('What does the Coalition of the Willing want?', () => {
  it('wants a negotiated end, pressure, guarantees, a strong Kyiv and an isolated Russia, as one article tells of it', async () => {
    const stances = await reader.stances('party=coalition-of-the-willing&on=2026-01-06');
    expect(holds(stances)).toEqual([
      'concrete-guarantees-settled: supports (source)',
      'negotiated-end-of-war: supports (source)',
      'pressure-on-russia-raised: supports (source)',
      'russia-isolated: supports (source)',
      'ukraine-strengthened-without-nato: supports (source)',
    ]);
  });

  it('is described in three ways by three articles, which stay three', async () => {
    const described = (await reader.reports('type=ContextReported&on=2026-01-31')).filter(({ id }) => id.startsWith('coalition-described'));
    expect(described.map(({ source }) => source.id).sort()).toEqual(['article-001', 'article-002']);
    const wants = await reader.ask<{ summary: string }>('/reports/coalition-wants-negotiated-solution?on=2026-01-31');
    expect(wants.summary).toContain('informal alliance');
  });
});

describe('Who wants which guarantees for Ukraine?', () => {
  it('is robust ones to Ukraine, a priority to Witkoff, and a pledge like Article 5 that the EU still discusses', async () => {
    const { stances } = await reader.issue('security-guarantees', 'on=2026-01-02');
    expect(held(stances)).toEqual([
      'european-union: undecided (source)',
      'germany: open-to (own)',
      'ukraine: demands (source)',
      'united-states: supports (own)',
    ]);
  });

  it('dates what Witkoff said in Berlin to Berlin or later, not to the article', async () => {
    const priority = await reader.stance('united-states', 'ukraine-security-a-priority', 'on=2026-01-31');
    expect(priority).toMatchObject({ by: ['steve-witkoff'], since: '2025-12-15/2026-01-02' });
  });
});

describe('How is Russia with a force of Europeans?', () => {
  it('distrusts it, as the article of 1 December tells; nothing newer is reported', async () => {
    const russia = await reader.stance('russia', 'european-force-in-ukraine', 'on=2026-01-31');
    expect(russia).toMatchObject({
      modality: 'objects',
      voice: 'source',
      since: '../2025-12-01',
      evidence: ['russia-suspects-european-troops'],
    });
  });
});
