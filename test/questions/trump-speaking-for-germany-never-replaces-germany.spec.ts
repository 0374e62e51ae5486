import { held, newsroom, said } from './newsroom.js';

const reader = newsroom();

describe('Will Germany send soldiers to Ukraine?', () => {
  it.each(['2026-01-02', '2026-01-05'])('would, as known on %s, but that is the word of Trump: nobody else was heard', async (day) => {
    const germany = await reader.stance('germany', 'german-troops-in-ukraine', `on=${day}`);
    expect(germany).toMatchObject({ modality: 'accepts', voice: 'other', by: ['donald-trump'], form: 'attributed', source: 'article-001' });
    expect(germany).toMatchObject({ since: '../2026-01-02', certainty: 'certain', previous: null, movement: null, contestedBy: [] });
    expect(germany?.evidence).toEqual(['trump-says-germany-ready-for-ground-troops']);
  });

  it('is undecided, as known on 7 January, in the words of Merz: a step towards it from ruling it out', async () => {
    const germany = await reader.stance('germany', 'german-troops-in-ukraine', 'on=2026-01-07');
    expect(germany).toMatchObject({ modality: 'undecided', voice: 'own', by: ['friedrich-merz'], source: 'article-002' });
    expect(germany).toMatchObject({ certainty: 'certain', since: '2026-01-06', movement: 'weakened', direction: 'toward' });
    expect(said([germany?.previous])).toEqual(['merz-had-ruled-out-troops: rejects (own)']);
    expect(germany?.contestedBy).toEqual([]);
  });

  it('rests on two things that he said: nothing is ruled out, and nothing is promised', async () => {
    const germany = await reader.stance('germany', 'german-troops-in-ukraine', 'on=2026-01-07');
    expect(germany?.evidence).toEqual(['merz-promises-no-soldiers', 'merz-rules-nothing-out', 'merz-had-ruled-out-troops']);
  });

  it('rejected it on 2 January, as was learnt later: perhaps, for no start is given, and contested by Trump', async () => {
    const germany = await reader.stance('germany', 'german-troops-in-ukraine', 'asOf=2026-01-02');
    expect(germany).toMatchObject({ modality: 'rejects', voice: 'own', certainty: 'possible', uncertain: ['occurred'] });
    expect(germany).toMatchObject({ since: '../2026-01-06' });
    expect(said(germany?.contestedBy ?? [])).toEqual(['trump-says-germany-ready-for-ground-troops: accepts (other)']);
    expect(germany?.evidence).toEqual(['merz-had-ruled-out-troops', 'trump-says-germany-ready-for-ground-troops']);
  });

  it('leaves only Trump for 2 January to who wants certain reports alone', async () => {
    const germany = await reader.stance('germany', 'german-troops-in-ukraine', 'asOf=2026-01-02&certainty=certain');
    expect(germany).toMatchObject({ modality: 'accepts', voice: 'other', contestedBy: [] });
    expect(germany?.evidence).toEqual(['trump-says-germany-ready-for-ground-troops']);
  });

  it('differs for one and the same 6 January by what was published', async () => {
    const before = await reader.stance('germany', 'german-troops-in-ukraine', 'asOf=2026-01-06&knownBy=2026-01-06');
    const after = await reader.stance('germany', 'german-troops-in-ukraine', 'asOf=2026-01-06&knownBy=2026-01-07');
    expect(before).toMatchObject({ modality: 'accepts', voice: 'other', evidence: ['trump-says-germany-ready-for-ground-troops'] });
    expect(after).toMatchObject({ modality: 'undecided', voice: 'own', certainty: 'certain' });
  });
});

describe('What does Germany offer instead?', () => {
  it('finds forces in the NATO countries next door conceivable, after a ceasefire', async () => {
    const forces = await reader.stance('germany', 'german-forces-in-neighbouring-nato', 'on=2026-01-07');
    expect(forces).toMatchObject({ modality: 'open-to', voice: 'own', evidence: ['merz-open-to-forces-in-neighbouring-nato'] });
    expect(forces?.conditions).toEqual([{ text: 'after a ceasefire', proposition: 'ceasefire-talks' }]);
  });

  it('wants a part in securing a peace, after a ceasefire too', async () => {
    const part = await reader.stance('germany', 'german-part-in-peacekeeping', 'on=2026-01-07');
    expect(part).toMatchObject({ modality: 'supports', voice: 'own', since: '../2026-01-07' });
    expect(part?.conditions.map(({ text }) => text)).toEqual(['after a ceasefire']);
  });

  it('could take part in the guarantees, with all that Pistorius wants to see considered, which accepts nothing yet', async () => {
    const part = await reader.stance('germany', 'german-part-in-guarantees', 'on=2026-01-31');
    expect(part).toMatchObject({ modality: 'open-to', voice: 'own', by: ['boris-pistorius'], contestedBy: [], movement: null });
    expect(part?.conditions).toHaveLength(3);
    expect(part?.since).toBe('../2026-01-02');
    expect(part?.evidence).toEqual(['pistorius-names-what-to-consider', 'germany-signals-readiness-for-guarantees']);
  });
});

describe('Are France and the United Kingdom ready to send soldiers?', () => {
  it.each([
    ['france', 'french-troops-in-ukraine', 'trump-says-france-ready-for-ground-troops'],
    ['united-kingdom', 'british-troops-in-ukraine', 'trump-says-britain-ready-for-ground-troops'],
  ])('%s is, by Trump alone: what it signed does not speak of soldiers of its own', async (party, proposition, claimed) => {
    for (const day of ['2026-01-06', '2026-01-31']) {
      const stance = await reader.stance(party, proposition, `on=${day}`);
      expect(stance).toMatchObject({ modality: 'accepts', voice: 'other', by: ['donald-trump'], evidence: [claimed] });
    }
  });

  it.each([
    ['france', 'french-part-in-force'],
    ['united-kingdom', 'british-part-in-force'],
  ])('%s has its part in a protection force in writing since 6 January, once there is a ceasefire', async (party, proposition) => {
    expect(await reader.stance(party, proposition, 'on=2026-01-06')).toBeUndefined();
    const signed = await reader.stance(party, proposition, 'on=2026-01-07');
    expect(signed).toMatchObject({ modality: 'accepts', since: '2026-01-06', movement: null, evidence: ['declaration-of-intent-signed'] });
    expect(signed?.conditions).toEqual([{ text: 'there is a ceasefire to watch', proposition: 'ceasefire-talks' }]);
  });

  it('has bases in Ukraine as an idea of Starmer, who speaks for France as well', async () => {
    expect(held(await reader.stances('proposition=franco-british-bases&on=2026-01-07'))).toEqual([
      'france: open-to (other)',
      'united-kingdom: open-to (own)',
    ]);
  });

  it('has France say no to soldiers at the front all the same', async () => {
    const front = await reader.stance('france', 'french-soldiers-at-the-front', 'on=2026-01-07');
    expect(front).toMatchObject({
      modality: 'rejects',
      voice: 'own',
      by: ['emmanuel-macron'],
      certainty: 'certain',
      since: '../2026-01-07',
    });
  });

  it('has the Europeans as a whole send soldiers, by Trump again', async () => {
    const europeans = await reader.stance('europeans', 'european-force-in-ukraine', 'on=2026-01-31');
    expect(europeans).toMatchObject({ modality: 'accepts', voice: 'other', by: ['donald-trump'] });
  });
});

describe('Does Russia want to end the war quickly?', () => {
  it('does not, by voices from Russia without a name, and a month later by Zelenskyy: nothing of it is the word of Moscow', async () => {
    const december = await reader.stance('russia', 'russia-ends-war-quickly', 'on=2025-12-01');
    expect(december).toMatchObject({ modality: 'rejects', voice: 'other', evidence: ['voices-say-russia-fights-on'] });
    const january = await reader.stance('russia', 'russia-ends-war-quickly', 'on=2026-01-06');
    expect(january).toMatchObject({ modality: 'rejects', voice: 'other', by: ['volodymyr-zelenskyy'], since: '../2025-12-01' });
    expect(january?.evidence).toEqual(['zelenskyy-says-russia-wants-no-end', 'voices-say-russia-fights-on']);
  });

  it('holds to its maximal demands: told on 1 December and again on 7 January', async () => {
    const december = await reader.stance('russia', 'russia-drops-maximal-demands', 'on=2025-12-31');
    expect(december).toMatchObject({ modality: 'rejects', since: '../2025-12-01', evidence: ['moscow-holds-to-maximal-demands'] });
    for (const day of ['2026-01-07', '2026-01-31']) {
      const january = await reader.stance('russia', 'russia-drops-maximal-demands', `on=${day}`);
      expect(january).toMatchObject({ modality: 'rejects', voice: 'source', since: '../2025-12-01', contestedBy: [], movement: null });
      expect(january?.evidence).toEqual(['putin-keeps-maximal-demands', 'moscow-holds-to-maximal-demands']);
    }
  });
});
