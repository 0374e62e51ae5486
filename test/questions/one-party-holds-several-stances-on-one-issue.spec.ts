import { newsroom } from './newsroom.js';

const reader = newsroom();

describe('What do the United States offer to back a European force?', () => {
  it('is nothing that was known on 30 December', async () => {
    expect(await reader.stances('party=united-states&issue=us-backstop&on=2025-12-30')).toEqual([]);
  });

  it('offers air support and rejects troops, both at once, on 2 January', async () => {
    const stances = await reader.stances('party=united-states&issue=us-backstop&on=2026-01-02');
    expect(stances.map(({ target, modality, evidence }) => [target.proposition, modality, evidence])).toEqual([
      ['us-air-support', 'proposes', ['trump-offers-air-support']],
      ['us-troops-in-ukraine', 'rejects', ['trump-rejects-us-troops']],
    ]);
  });

  it('is only possible on 1 January, when the undated article may not have been out', async () => {
    const troops = await reader.stance('united-states', 'us-troops-in-ukraine', 'on=2026-01-01');
    expect(troops).toMatchObject({ modality: 'rejects', certainty: 'possible', uncertain: ['occurred', 'published'] });
    expect(await reader.stance('united-states', 'us-troops-in-ukraine', 'on=2026-01-01&certainty=certain')).toBeUndefined();
  });

  it('promises support in case of an attack: unknown on 1 January, known on the 7th', async () => {
    for (const day of ['2026-01-01', '2026-01-06'])
      expect(await reader.stance('united-states', 'us-backs-european-force', `on=${day}`)).toBeUndefined();
    const support = await reader.stance('united-states', 'us-backs-european-force', 'on=2026-01-07');
    expect(support).toMatchObject({ modality: 'supports', certainty: 'certain', since: '2026-01-06', previous: null });
    expect(support?.conditions).toMatchObject([{ text: 'at least in case of a Russian attack' }]);
  });

  it('does not become an unconditional yes by what the final declaration seems to say', async () => {
    const support = await reader.stance('united-states', 'us-backs-european-force', 'on=2026-01-31');
    expect(support).toMatchObject({ modality: 'supports', contestedBy: [], evidence: ['us-confirms-support-in-case-of-attack'] });
  });

  it('is all three, and the support replaces neither the air support nor the rejection of troops', async () => {
    const stances = await reader.stances('party=united-states&issue=us-backstop&on=2026-01-31');
    expect(stances.map(({ target, modality }) => `${target.proposition ?? ''}: ${modality}`)).toEqual([
      'us-air-support: proposes',
      'us-backs-european-force: supports',
      'us-troops-in-ukraine: rejects',
    ]);
  });
});

describe('Would Trump meet Putin and Zelenskyy as three?', () => {
  it('would, once there is real progress; the meeting itself is only mentioned', async () => {
    const trump = await reader.stance('united-states', 'trilateral-meeting', 'on=2025-12-01');
    expect(trump).toMatchObject({ modality: 'conditionally-accepts', evidence: ['trump-ready-for-trilateral'] });
    expect(trump?.conditions.map(({ text }) => text)).toEqual(['real progress has been made before']);
    const meeting = await reader.meeting('trilateral', 'on=2026-01-31');
    expect(meeting).toMatchObject({ status: 'mentioned', scheduledFor: null, evidence: ['trump-ready-for-trilateral'] });
  });
});

describe('How do the United States want to solve the dispute over NATO?', () => {
  it('seeks a way without pressing Ukraine, by CNN, and may turn accession down in either of two ways', async () => {
    const stances = await reader.stances('party=united-states&issue=nato-membership&on=2025-12-01');
    expect(stances.map(({ target, modality, evidence }) => [target.proposition, modality, evidence])).toEqual([
      ['nato-solved-without-pressing-ukraine', 'proposes', ['us-seeks-creative-solution-on-nato']],
      ['nato-states-deal-against-accession', 'open-to', ['nato-states-deal-against-accession-possible']],
      ['us-russia-deal-against-accession', 'open-to', ['us-russia-deal-against-accession-possible']],
    ]);
    const report = await reader.ask<{ claim: object }>('/reports/us-seeks-creative-solution-on-nato?on=2025-12-01');
    expect(report.claim).toMatchObject({ by: [], via: [{ name: 'CNN' }] });
  });

  it('has the formal renunciation as a point of its plan of November, not as a stance that an article reports', async () => {
    expect(await reader.stance('united-states', 'ukraine-gives-up-nato', 'on=2026-01-31')).toBeUndefined();
    const { by, points } = await reader.ask<{ by: unknown; points: { propositions: string[] }[] }>('/plans/28-point-plan?on=2025-12-01');
    expect(JSON.stringify(by)).toContain('united-states');
    expect(points.map(({ propositions }) => propositions)).toEqual([['ukraine-gives-up-nato']]);
  });
});

describe('Who wants more pressure on Russia?', () => {
  it('is demanded by Ukraine and supported by the coalition, which excludes military escalation', async () => {
    const stances = await reader.stances('proposition=pressure-on-russia-raised&on=2026-01-06');
    expect(stances.map(({ party, modality, conditions }) => [party, modality, conditions.map(({ text }) => text)])).toEqual([
      ['coalition-of-the-willing', 'supports', ['no direct military escalation']],
      ['ukraine', 'demands', []],
    ]);
  });
});
