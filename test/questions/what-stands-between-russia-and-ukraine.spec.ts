import type { Blocker } from './answers.js';
import { newsroom } from './newsroom.js';

const reader = newsroom();

const named = (blockers: readonly Blocker[]): string[] =>
  blockers.map(({ kind, report, proposition }) => `${kind} ${report ?? proposition ?? ''}`);

describe('How is the issue of territory?', () => {
  it('is opposed: Russia demands what is a red line to Ukraine', async () => {
    const { convergence, targets } = await reader.issue('territory', 'on=2025-12-01');
    expect(convergence).toBe('opposed');
    expect(targets).toMatchObject([
      { proposition: 'ukraine-cedes-held-territory', verdict: 'opposed', for: ['russia'], against: ['ukraine'] },
    ]);
    expect(targets[0]?.evidence).toEqual(['kremlin-demands-annexed-territories', 'kyiv-refuses-to-give-up-held-territory']);
  });

  it('rests on two Russian demands: the latest is named, the other dates it', async () => {
    const russia = await reader.stance('russia', 'ukraine-cedes-held-territory', 'on=2026-01-31');
    expect(russia).toMatchObject({ modality: 'demands', since: '2025-12-01', movement: null, contestedBy: [] });
    expect(russia?.evidence).toEqual(['kremlin-demands-annexed-territories', 'russia-demands-donbas']);
  });

  it('keeps its blockers: silence closes none', async () => {
    const december = await reader.issue('territory', 'on=2025-12-01');
    expect(named(december.blockers)).toEqual(['opposed-target ukraine-cedes-held-territory', 'reported territory-in-dispute']);
    const january = await reader.issue('territory', 'on=2026-01-31');
    expect(named(january.blockers)).toEqual([
      'opposed-target ukraine-cedes-held-territory',
      'reported no-agreement-on-territorial-concessions',
      'reported territory-in-dispute',
    ]);
  });

  it('keeps the question of administration apart: a model is discussed, nobody is for or against it', async () => {
    const administration = await reader.issue('territory-administration', 'on=2026-01-31');
    expect(administration).toMatchObject({ convergence: 'unknown', stances: [], targets: [] });
    expect(named(administration.blockers)).toEqual(['reported administration-in-dispute']);
    const { children } = await reader.issue('territory', 'on=2026-01-31');
    expect(children).toMatchObject([{ id: 'territory-administration', convergence: 'unknown' }]);
  });
});

describe('How is the issue of NATO membership?', () => {
  it('is opposed: Russia demands that Ukraine gives it up, the Ukrainian constitution stands against it', async () => {
    const { convergence, targets, blockers } = await reader.issue('nato-membership', 'on=2025-12-01');
    expect(convergence).toBe('opposed');
    expect(targets).toMatchObject([{ proposition: 'ukraine-gives-up-nato', for: ['russia'], against: ['ukraine'] }]);
    expect(targets[0]?.evidence).toEqual(['russia-demands-ukraine-out-of-nato', 'nato-goal-in-ukrainian-constitution']);
    expect(named(blockers)).toEqual(['opposed-target ukraine-gives-up-nato', 'reported nato-membership-in-dispute']);
  });
});

describe('Do the two sides agree on a European force in Ukraine?', () => {
  it('is unknown on 2 January: only Russia has spoken', async () => {
    const { convergence, targets } = await reader.issue('peacekeeping-force', 'on=2026-01-02');
    expect({ convergence, targets }).toEqual({ convergence: 'unknown', targets: [] });
  });

  it('is opposed once Ukraine has signed for it; France and the United Kingdom do not count as principals', async () => {
    const { convergence, targets } = await reader.issue('peacekeeping-force', 'on=2026-01-07');
    expect(convergence).toBe('opposed');
    expect(targets).toMatchObject([
      { proposition: 'european-force-in-ukraine', verdict: 'opposed', for: ['ukraine'], against: ['russia'] },
    ]);
    expect(targets[0]?.evidence).toEqual(['russia-suspects-european-troops', 'declaration-of-intent-signed']);
  });

  it('is not mixed into the guarantees above it, on which only Ukraine has spoken', async () => {
    const { convergence, children } = await reader.issue('security-guarantees', 'on=2026-01-07');
    expect(convergence).toBe('unknown');
    expect(children.map(({ id, convergence: below }) => `${id}: ${below}`)).toEqual([
      'peacekeeping-force: opposed',
      'us-backstop: unknown',
    ]);
  });
});

describe('Will there be a ceasefire?', () => {
  it('is not negotiated by Russia, and that blocks the offer of talks', async () => {
    const { stances, blockers, convergence } = await reader.issue('ceasefire', 'on=2026-01-07');
    expect(stances.map(({ party, target, modality }) => [party, target.proposition, modality])).toEqual([
      ['russia', 'ceasefire-talks', 'rejects'],
      ['russia', 'russia-fights-on', 'supports'],
    ]);
    expect(named(blockers)).toEqual(['reported offer-of-talks-left-hanging']);
    expect(convergence).toBe('unknown');
  });
});

describe('What is the one problem that is left?', () => {
  it('is not named, so it stands on the negotiation', async () => {
    const { blockers } = await reader.ask<{ blockers: Blocker[] }>('?on=2026-01-26');
    expect(named(blockers)).toEqual(['reported open-questions-and-red-lines-remain', 'reported witkoff-one-problem-left']);
  });

  it('stands on no issue, not even on that of territory', async () => {
    const { items } = await reader.ask<{ items: { id: string }[] }>('/issues?on=2026-01-31');
    expect(items).toHaveLength(12);
    for (const { id } of items) {
      const { blockers } = await reader.issue(id, 'on=2026-01-31');
      expect(named(blockers)).not.toContain('reported witkoff-one-problem-left');
    }
  });

  it('was not known on 25 January', async () => {
    const { blockers } = await reader.ask<{ blockers: Blocker[] }>('?on=2026-01-25');
    expect(named(blockers)).toEqual(['reported open-questions-and-red-lines-remain']);
  });
});
