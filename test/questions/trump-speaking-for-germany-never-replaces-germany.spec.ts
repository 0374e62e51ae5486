import { newsroom, said } from './newsroom.js';

const reader = newsroom();

describe('Will Germany send soldiers to Ukraine?', () => {
  it('would, by Trump: on 2 January nobody else was heard', async () => {
    const germany = await reader.stance('germany', 'german-troops-in-ukraine', 'on=2026-01-02');
    expect(germany).toMatchObject({ modality: 'accepts', certainty: 'certain', previous: null, movement: null, contestedBy: [] });
    expect(germany?.evidence).toEqual(['trump-says-germany-ready-for-ground-troops']);
  });

  it('says undecided since 6 January, weakened from Merz ruling it out, and not from what Trump claims', async () => {
    const germany = await reader.stance('germany', 'german-troops-in-ukraine', 'on=2026-01-07');
    expect(germany).toMatchObject({ modality: 'undecided', certainty: 'certain', since: '2026-01-06', movement: 'weakened' });
    expect(germany?.previous).toEqual({ report: 'merz-had-ruled-out-troops', modality: 'rejects' });
    expect(germany?.contestedBy).toEqual([]);
    expect(germany?.evidence).toEqual(['merz-rules-nothing-out', 'merz-had-ruled-out-troops']);
  });

  it('rejected it on 2 January, as was learnt later: perhaps, for no start is given, and contested by Trump', async () => {
    const germany = await reader.stance('germany', 'german-troops-in-ukraine', 'asOf=2026-01-02');
    expect(germany).toMatchObject({ modality: 'rejects', certainty: 'possible', uncertain: ['occurred'], since: '../2026-01-06' });
    expect(said(germany?.contestedBy ?? [])).toEqual(['trump-says-germany-ready-for-ground-troops: accepts']);
    expect(germany?.evidence).toEqual(['merz-had-ruled-out-troops', 'trump-says-germany-ready-for-ground-troops']);
  });

  it('leaves only Trump for 2 January to who wants certain reports alone', async () => {
    const germany = await reader.stance('germany', 'german-troops-in-ukraine', 'asOf=2026-01-02&certainty=certain');
    expect(germany).toMatchObject({ modality: 'accepts', contestedBy: [], evidence: ['trump-says-germany-ready-for-ground-troops'] });
  });

  it('differs for one and the same 6 January by what was published', async () => {
    const before = await reader.stance('germany', 'german-troops-in-ukraine', 'asOf=2026-01-06&knownBy=2026-01-06');
    const after = await reader.stance('germany', 'german-troops-in-ukraine', 'asOf=2026-01-06&knownBy=2026-01-07');
    expect(before).toMatchObject({ modality: 'accepts', evidence: ['trump-says-germany-ready-for-ground-troops'] });
    expect(after).toMatchObject({ modality: 'undecided', certainty: 'certain' });
  });

  it('does not promise any: that is another proposition, and Merz rejects it', async () => {
    const promise = await reader.stance('germany', 'german-promise-of-troops', 'on=2026-01-07');
    expect(promise).toMatchObject({ modality: 'rejects', since: '2026-01-06', evidence: ['merz-promises-no-soldiers'] });
  });
});

describe('What does Germany offer instead?', () => {
  it('finds forces in the NATO countries next door conceivable, after a ceasefire', async () => {
    const forces = await reader.stance('germany', 'german-forces-in-neighbouring-nato', 'on=2026-01-07');
    expect(forces).toMatchObject({ modality: 'open-to', evidence: ['merz-open-to-forces-in-neighbouring-nato'] });
    expect(forces?.conditions.map(({ text }) => text)).toEqual(['after a ceasefire']);
  });

  it('would take part in the guarantees under the conditions of Pistorius, which contest nothing', async () => {
    const part = await reader.stance('germany', 'german-part-in-guarantees', 'on=2026-01-31');
    expect(part).toMatchObject({ modality: 'conditionally-accepts', since: '2025-12-31/2026-01-02', contestedBy: [], movement: null });
    expect(part?.conditions).toHaveLength(3);
    expect(part?.evidence).toEqual(['pistorius-names-what-to-consider', 'germany-signals-readiness-for-guarantees']);
  });
});

describe('Are France and the United Kingdom ready to send soldiers?', () => {
  it.each([
    ['france', 'french-troops-in-ukraine', 'trump-says-france-ready-for-ground-troops'],
    ['united-kingdom', 'british-troops-in-ukraine', 'trump-says-britain-ready-for-ground-troops'],
  ])('%s is, first by Trump, and since 6 January by its own signature', async (party, proposition, claimed) => {
    expect(await reader.stance(party, proposition, 'on=2026-01-06')).toMatchObject({ modality: 'accepts', evidence: [claimed] });
    const signed = await reader.stance(party, proposition, 'on=2026-01-07');
    expect(signed).toMatchObject({ modality: 'accepts', since: '2026-01-06', movement: null, evidence: ['declaration-of-intent-signed'] });
  });

  it('has France say no to soldiers at the front all the same', async () => {
    const front = await reader.stance('france', 'french-soldiers-at-the-front', 'on=2026-01-07');
    expect(front).toMatchObject({ modality: 'rejects', since: '../2026-01-07', evidence: ['macron-no-soldiers-at-the-front'] });
  });
});

describe('Does Russia want to end the war quickly?', () => {
  it('does not, but only Zelenskyy says so', async () => {
    const [russia] = await reader.stances('party=russia&proposition=war-ended-quickly&on=2026-01-06');
    expect(russia).toMatchObject({ modality: 'rejects', evidence: ['zelenskyy-says-russia-wants-no-end'] });
    const report = await reader.ask<{ claim: object }>('/reports/zelenskyy-says-russia-wants-no-end?on=2026-01-06');
    expect(report.claim).toMatchObject({ by: ['volodymyr-zelenskyy'] });
  });

  it('holds to its maximal demands: said on 1 December, and again in January for all the time before', async () => {
    const december = await reader.stance('russia', 'russia-drops-maximal-demands', 'on=2025-12-31');
    expect(december).toMatchObject({ modality: 'rejects', since: '2025-12-01', evidence: ['moscow-holds-to-maximal-demands'] });
    const january = await reader.stance('russia', 'russia-drops-maximal-demands', 'on=2026-01-07');
    expect(january).toMatchObject({ modality: 'rejects', since: '../2026-01-07', contestedBy: [], movement: null });
    expect(january?.evidence).toEqual(['moscow-holds-to-maximal-demands', 'putin-keeps-maximal-demands']);
  });
});
