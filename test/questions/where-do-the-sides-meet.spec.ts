import { newsroom } from './newsroom.js';

const reader = newsroom();

async function convergences(day: string): Promise<Record<string, string>> {
  const { items } = await reader.ask<{ items: { id: string; convergence: string }[] }>(`/issues?on=${day}&limit=500`);
  return Object.fromEntries(items.map(({ id, convergence }) => [id, convergence]));
}

describe('Where do the sides meet?', () => {
  it('was nowhere on 1 December: two issues opposed, of the others one side was heard or none', async () => {
    expect(await convergences('2025-12-01')).toEqual({
      ceasefire: 'unknown',
      'de-escalation': 'unknown',
      'domestic-consultation': 'unknown',
      'nato-membership': 'opposed',
      'peacekeeping-force': 'one-sided',
      'pressure-on-russia': 'unknown',
      process: 'one-sided',
      'security-guarantees': 'one-sided',
      territory: 'opposed',
      'territory-administration': 'unknown',
      'ukraine-defence-capability': 'unknown',
      'us-backstop': 'unknown',
    });
  });

  it('was nowhere after Paris either: the American backing is open, the force opposed', async () => {
    expect(await convergences('2026-01-07')).toEqual({
      ceasefire: 'one-sided',
      'de-escalation': 'unknown',
      'domestic-consultation': 'unknown',
      'nato-membership': 'opposed',
      'peacekeeping-force': 'opposed',
      'pressure-on-russia': 'one-sided',
      process: 'one-sided',
      'security-guarantees': 'one-sided',
      territory: 'opposed',
      'territory-administration': 'unknown',
      'ukraine-defence-capability': 'unknown',
      'us-backstop': 'open',
    });
  });

  it('has not moved by the end of January, for all the talk of one problem left', async () => {
    expect(await convergences('2026-01-31')).toEqual(await convergences('2026-01-07'));
  });
});

describe('Do the United States and the Europeans agree on the backing?', () => {
  it('would, but for the condition of the United States', async () => {
    const { convergence, targets, coverage } = await reader.issue('us-backstop', 'on=2026-01-07');
    expect(convergence).toBe('open');
    expect(targets).toMatchObject([
      { proposition: 'us-backs-european-force', verdict: 'open', conditional: true, for: ['europeans', 'united-states'], against: [] },
    ]);
    expect(coverage).toEqual({ targets: 1, propositions: 4, heard: ['europeans', 'united-states'], silent: [] });
  });

  it('had only the United States on 2 January', async () => {
    const { convergence, coverage } = await reader.issue('us-backstop', 'on=2026-01-02');
    expect(convergence).toBe('one-sided');
    expect(coverage).toMatchObject({ targets: 0, heard: ['united-states'], silent: ['europeans'] });
  });
});

describe('Who has not been heard on a European force?', () => {
  it('are all but Russia on 2 January: what Trump says of the Europeans counts for nobody', async () => {
    const { convergence, coverage } = await reader.issue('peacekeeping-force', 'on=2026-01-02');
    expect(convergence).toBe('one-sided');
    expect(coverage.heard).toEqual(['russia']);
    expect([...coverage.silent].sort()).toEqual(['france', 'ukraine', 'united-kingdom', 'united-states']);
  });

  it('are the United States after Paris; the claim of Trump is listed beside those who signed', async () => {
    const { coverage, targets } = await reader.issue('peacekeeping-force', 'on=2026-01-07');
    expect(coverage).toMatchObject({ targets: 3, silent: ['united-states'] });
    const force = targets.find(({ proposition }) => proposition === 'european-force-in-ukraine');
    expect(force?.claimed).toEqual([{ party: 'europeans', report: 'trump-says-europeans-ready-for-ground-troops', modality: 'accepts' }]);
    expect(force).toMatchObject({ verdict: 'opposed', for: ['france', 'ukraine', 'united-kingdom'], against: ['russia'] });
  });

  it('leaves bases in Ukraine no target: for France only Starmer has spoken', async () => {
    const { targets } = await reader.issue('peacekeeping-force', 'on=2026-01-31');
    expect(targets.map(({ proposition }) => proposition)).toEqual([
      'british-part-in-force',
      'european-force-in-ukraine',
      'french-part-in-force',
    ]);
  });
});

describe('How much of territory is told?', () => {
  it('is one sentence of three on which both have spoken: the two extents are the demand of Russia alone', async () => {
    const { coverage } = await reader.issue('territory', 'on=2026-01-31');
    expect(coverage).toEqual({ targets: 1, propositions: 3, heard: ['russia', 'ukraine'], silent: [] });
  });

  it('is nothing of its administration: a model is discussed, by nobody who is named', async () => {
    const { convergence, coverage } = await reader.issue('territory-administration', 'on=2026-01-31');
    expect({ convergence, coverage }).toEqual({
      convergence: 'unknown',
      coverage: { targets: 0, propositions: 0, heard: [], silent: ['russia', 'ukraine'] },
    });
  });
});

describe('Who has been heard on a ceasefire?', () => {
  it('is Russia alone, though the United States negotiates about it: whether Ukraine wants one is in no article', async () => {
    const { convergence, coverage } = await reader.issue('ceasefire', 'on=2026-01-26');
    expect(convergence).toBe('one-sided');
    expect(coverage).toMatchObject({ heard: ['russia'], silent: ['ukraine'] });
  });
});
