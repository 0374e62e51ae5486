import type { Blocker } from './answers.js';
import { held, holds, newsroom, said } from './newsroom.js';

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
    expect(targets[0]?.evidence).toEqual(['russia-demands-withdrawal', 'kyiv-refuses-to-give-up-held-territory']);
  });

  it('has the Russian demand in two extents, all of Donbas and more, and all that was declared annexed: neither replaces the other', async () => {
    expect(holds(await reader.stances('party=russia&issue=territory&on=2026-01-31'))).toEqual([
      'ukraine-cedes-held-territory: demands (source)',
      'ukraine-leaves-annexed-regions: demands (source)',
      'ukraine-leaves-donbas: demands (source)',
    ]);
    const russia = await reader.stance('russia', 'ukraine-cedes-held-territory', 'on=2026-01-31');
    expect(russia).toMatchObject({ since: '../2025-12-01', movement: null, contestedBy: [] });
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

describe('Does anybody want to turn the wish to join NATO down?', () => {
  it('could be the way for the United States, as CNN supposes, and would displease many NATO states, as the article does', async () => {
    for (const proposition of ['nato-states-deal-against-accession', 'us-russia-deal-against-accession'])
      expect(held(await reader.stances(`proposition=${proposition}&on=2025-12-01`))).toEqual([
        'many-nato-states: objects (guess)',
        'united-states: open-to (guess)',
      ]);
  });
});

describe('Do the sides agree on a European force in Ukraine?', () => {
  it('had one word against it on 2 January, that of Russia; that Europeans are ready was the word of Trump', async () => {
    expect(held(await reader.stances('proposition=european-force-in-ukraine&on=2026-01-02'))).toEqual([
      'europeans: accepts (other)',
      'russia: objects (source)',
    ]);
    expect(await reader.issue('peacekeeping-force', 'on=2026-01-02')).toMatchObject({ targets: [] });
  });

  it('is opposed once Ukraine, France and the United Kingdom have signed for it', async () => {
    const { convergence, targets } = await reader.issue('peacekeeping-force', 'on=2026-01-07');
    expect(convergence).toBe('opposed');
    const force = targets.find(({ proposition }) => proposition === 'european-force-in-ukraine');
    expect(force).toMatchObject({ verdict: 'opposed', for: ['france', 'ukraine', 'united-kingdom'], against: ['russia'] });
    expect(force?.evidence).toEqual(['declaration-of-intent-signed', 'russia-suspects-european-troops']);
  });

  it('is not mixed into the guarantees above it', async () => {
    const { convergence, targets, children } = await reader.issue('security-guarantees', 'on=2026-01-07');
    expect(targets).toEqual([]);
    expect(children).toContainEqual(expect.objectContaining({ id: 'peacekeeping-force', convergence: 'opposed' }));
    expect(convergence).not.toBe('opposed');
  });
});

describe('Will there be a ceasefire?', () => {
  it('is not negotiated by Russia, and that blocks the offer of talks', async () => {
    const { stances, blockers } = await reader.issue('ceasefire', 'on=2026-01-07');
    expect(stances.map(({ party }) => party)).toEqual(['russia', 'russia']);
    expect(holds(stances)).toEqual(['ceasefire-talks: rejects (source)', 'russia-ends-war-quickly: rejects (other)']);
    expect(named(blockers)).toEqual(['reported offer-of-talks-left-hanging']);
  });

  it('was talked about at the Kremlin on 22 January: that contests the No of Russia, and does not replace it', async () => {
    const { stances, meetings } = await reader.issue('ceasefire', 'on=2026-01-26');
    expect(held(stances.filter(({ target }) => target.proposition === 'ceasefire-talks'))).toEqual([
      'russia: rejects (source)',
      'united-states: supports (source)',
    ]);
    const russia = await reader.stance('russia', 'ceasefire-talks', 'on=2026-01-26');
    expect(said(russia?.contestedBy ?? [])).toEqual(['putin-in-talks-on-possible-ceasefire: open-to (guess)']);
    expect(meetings).toMatchObject([{ id: 'kremlin-2026-01-22', status: 'held' }]);
  });

  it('still blocks the offer of talks at the end of January: nobody has said that it does not', async () => {
    const { blockers } = await reader.issue('ceasefire', 'on=2026-01-31');
    expect(named(blockers)).toEqual(['reported offer-of-talks-left-hanging']);
  });

  it('is what France, the United Kingdom and Merz wait for', async () => {
    const { stances } = await reader.issue('peacekeeping-force', 'on=2026-01-07');
    const waiting = stances.filter(({ conditions }) => conditions.some(({ proposition }) => proposition === 'ceasefire-talks'));
    expect([...new Set(waiting.map(({ party }) => party))].sort()).toEqual(['france', 'germany', 'ukraine', 'united-kingdom']);
  });
});

describe('Who is for the proposals of Trump?', () => {
  it('are proposed by the United States and backed by the Europeans; Russia and Ukraine are not reported to have answered', async () => {
    expect(held(await reader.stances('proposition=trump-proposals-for-talks&on=2026-01-07'))).toEqual([
      'europeans: supports (source)',
      'united-states: proposes (source)',
    ]);
  });
});

describe('What is the one problem that is left?', () => {
  it('is not named, so it stands on the negotiation', async () => {
    const { blockers } = await reader.ask<{ blockers: Blocker[] }>('?on=2026-01-26');
    expect(named(blockers)).toEqual(['reported witkoff-one-problem-left']);
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
    expect(named(blockers)).toEqual([]);
  });
});
