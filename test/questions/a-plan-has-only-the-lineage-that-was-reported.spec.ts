import type { Detail, Stance } from './answers.js';
import { held, newsroom } from './newsroom.js';

const reader = newsroom();

interface Plan {
  readonly status: string;
  readonly certainty: string;
  readonly by: readonly Detail[];
  readonly pointCount: readonly Detail[];
  readonly points: readonly { readonly propositions: readonly string[] }[];
  readonly revises: object | null;
  readonly revisedBy: readonly object[];
  readonly stances: readonly Stance[];
  readonly evidence: readonly string[];
}

const plan = (id: string, axes: string): Promise<Plan> => reader.ask<Plan>(`/plans/${id}?${axes}`);

describe('Where does the 20-point plan come from?', () => {
  it('is not said by any article: it revises nothing, nobody is named as its author, twenty points are counted and none is told', async () => {
    const twenty = await plan('20-point-plan', 'on=2026-01-31');
    const count = [{ value: 20, evidence: expect.any(Array) as unknown }];
    expect(twenty).toMatchObject({ status: 'current', revises: null, revisedBy: [], by: [], pointCount: count, points: [] });
  });

  it('is named by none of the two older plans as their revision', async () => {
    for (const id of ['28-point-plan', 'geneva-revision']) {
      const { revises, revisedBy } = await plan(id, 'on=2026-01-31');
      expect(JSON.stringify([revises, revisedBy])).not.toContain('20-point-plan');
    }
  });

  it('was unknown before 7 January', async () => {
    expect(await reader.refusal('/plans/20-point-plan?on=2026-01-06')).toBe('not-visible');
  });

  it('is accepted by Ukraine for the most part, and by nobody else as far as is reported', async () => {
    const twenty = await plan('20-point-plan', 'on=2026-01-07');
    expect(held(twenty.stances)).toEqual(['ukraine: conditionally-accepts (own)']);
    expect(twenty.stances[0]?.evidence).toEqual(['ukraine-accepts-most-of-20-points']);
  });
});

describe('What became of the 28-point plan?', () => {
  it('was tabled by Trump in November and revised in Geneva', async () => {
    const twentyEight = await plan('28-point-plan', 'on=2025-12-01');
    expect(twentyEight).toMatchObject({
      status: 'superseded',
      certainty: 'certain',
      by: [{ value: ['donald-trump', 'united-states'], evidence: ['trump-tables-28-point-plan'] }],
      pointCount: [{ value: 28, evidence: ['trump-tables-28-point-plan'] }],
    });
    expect(twentyEight.revisedBy).toEqual([{ plan: 'geneva-revision', lineage: 'stated' }]);
    expect(twentyEight.evidence).toEqual(['geneva-revision-worked-out']);
  });

  it('has one point that is told: Ukraine gives up NATO membership', async () => {
    const { points } = await plan('28-point-plan', 'on=2025-12-01');
    expect(points.map(({ propositions }) => propositions)).toEqual([['ukraine-gives-up-nato']]);
  });

  it('was perhaps tabled by 15 November, and not yet revised', async () => {
    expect(await plan('28-point-plan', 'asOf=2025-11-15')).toMatchObject({ status: 'current', certainty: 'possible' });
    expect(await plan('28-point-plan', 'asOf=2025-11-26')).toMatchObject({ status: 'superseded', certainty: 'possible' });
    expect(await reader.refusal('/plans/28-point-plan?asOf=2025-11-26&certainty=certain')).toBe('not-visible');
  });

  it('met objections of Ukraine and of allies without a name', async () => {
    const { stances } = await plan('28-point-plan', 'on=2025-12-01');
    expect(held(stances)).toEqual(['ukraine: objects (source)', 'ukraine-allies: objects (source)']);
  });

  it('met them in November, which the new version answered: perhaps by the 28th, surely by the end of the month', async () => {
    const objection = async (axes: string) => (await reader.stances(`party=ukraine&plan=28-point-plan&${axes}`))[0];
    expect(await objection('asOf=2025-11-28')).toMatchObject({ modality: 'objects', certainty: 'possible', uncertain: ['occurred'] });
    expect(await objection('asOf=2025-11-30')).toMatchObject({ modality: 'objects', certainty: 'certain', since: '2025-11' });
  });
});

describe('Which plan revises which?', () => {
  it('is one step that is told: the version of Geneva revises the 28 points', async () => {
    const { items } = await reader.ask<{ items: (Plan & { id: string })[] }>('/plans?on=2026-01-31');
    expect(items.map(({ id, status, revises }) => [id, status, revises])).toEqual([
      ['20-point-plan', 'current', null],
      ['28-point-plan', 'superseded', null],
      ['geneva-revision', 'current', { plan: '28-point-plan', lineage: 'stated' }],
    ]);
  });
});

describe('Who could live with the new version of Geneva?', () => {
  it('is open to both: workable to Zelenskyy, a possible basis to Putin', async () => {
    const geneva = await plan('geneva-revision', 'on=2025-12-01');
    expect(geneva).toMatchObject({ status: 'current', revises: { plan: '28-point-plan', lineage: 'stated' } });
    expect(held(geneva.stances)).toEqual(['russia: open-to (own)', 'ukraine: open-to (own)']);
    expect(geneva.stances.flatMap(({ evidence }) => evidence)).toEqual([
      'putin-calls-revision-possible-basis',
      'zelenskyy-calls-revision-workable',
    ]);
  });

  it('was called so once it was there, not before the talks of Geneva', async () => {
    const russia = async (axes: string) => (await reader.stances(`party=russia&plan=geneva-revision&${axes}`))[0];
    expect(await russia('asOf=2025-11-23')).toBeUndefined();
    expect(await russia('asOf=2025-11-30')).toMatchObject({ modality: 'open-to', certainty: 'possible' });
    expect(await russia('on=2025-12-01')).toMatchObject({ modality: 'open-to', certainty: 'certain', since: '2025-11-24/2025-12-01' });
  });

  it('does not take back that Ukraine objects to parts of the plan before it', async () => {
    const [ukraine] = await reader.stances('party=ukraine&plan=28-point-plan&on=2026-01-31');
    expect(ukraine).toMatchObject({ modality: 'objects', evidence: ['ukraine-objects-to-28-point-plan'] });
  });
});
