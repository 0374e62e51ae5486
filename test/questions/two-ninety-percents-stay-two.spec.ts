import { newsroom } from './newsroom.js';

const reader = newsroom();

async function figures(issue: string, axes: string) {
  const { assessments } = await reader.issue(issue, axes);
  return assessments.flatMap(({ report, by, measure }) => (measure === null ? [] : [{ report, by, ...measure }]));
}

describe('Ninety per cent of what?', () => {
  it('is two figures by one man: of the agreement being finished, and of the twenty points he agrees with', async () => {
    expect(await figures('process', 'on=2026-01-07')).toEqual([
      {
        report: 'zelenskyy-agrees-with-90-percent-of-20-points',
        by: ['volodymyr-zelenskyy'],
        value: 90,
        unit: 'percent',
        of: "Zelenskyy's agreement with the 20 points of the plan",
      },
      {
        report: 'zelenskyy-agreement-90-percent-done',
        by: ['volodymyr-zelenskyy'],
        value: 90,
        unit: 'percent',
        of: 'the peace agreement being finished',
      },
    ]);
  });

  it('was one figure before Paris was reported', async () => {
    const known = await figures('process', 'on=2026-01-06');
    expect(known.map(({ report }) => report)).toEqual(['zelenskyy-agreement-90-percent-done']);
  });

  it('was said around New Year: certain for the second day, only possible for the first', async () => {
    const report = 'zelenskyy-agreement-90-percent-done';
    expect(await reader.ask(`/reports/${report}?asOf=2026-01-01`)).toMatchObject({ certainty: 'certain' });
    expect(await reader.ask(`/reports/${report}?asOf=2025-12-31`)).toMatchObject({ certainty: 'possible', uncertain: ['occurred'] });
  });

  it('makes no convergence: nothing is said to be agreed', async () => {
    expect(await reader.issue('process', 'on=2026-01-31')).not.toMatchObject({ convergence: 'agreed-in-principle' });
  });
});

describe('How many soldiers would it take?', () => {
  it('is 150,000 to the Stiftung Wissenschaft und Politik, who is nobody of the parties', async () => {
    expect(await figures('peacekeeping-force', 'on=2026-01-31')).toEqual([
      {
        report: 'swp-puts-need-at-150000-soldiers',
        by: [{ name: 'Stiftung Wissenschaft und Politik', party: null }],
        value: 150_000,
        unit: 'soldiers',
        of: 'a credible military backing (about)',
      },
    ]);
  });

  it('is several thousand to Macron: a stance, not a figure beside the other', async () => {
    const france = await reader.stance('france', 'several-thousand-european-soldiers', 'on=2026-01-07');
    expect(france).toMatchObject({
      modality: 'open-to',
      voice: 'own',
      since: '../2026-01-07',
      evidence: ['macron-several-thousand-soldiers'],
    });
  });
});
