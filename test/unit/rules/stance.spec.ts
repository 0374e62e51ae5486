import { groundsOf, stancesOf } from '../../../bench/refold/stances-from-reports.js';
import { type Stance, stancesOn } from '../../../src/rules/stance.js';
import type { Statement } from '../../../src/rules/statements.js';
import { position } from '../../support/histories-by-hand.js';
import { day, said, seen, told } from './seen.js';

const D = day('2026-01-10');
const stance = (...statements: Statement[]): Stance | undefined => stancesOn(groundsOf(statements), D)[0];

describe('a stance', () => {
  it('is none without a candidate', () => {
    expect(stance()).toBeUndefined();
    expect(stance(said('expired', 'demands', { until: '2026-01-09' }))).toBeUndefined();
  });

  it('is that of the strongest candidate, whatever the order of the statements', () => {
    const earlier = said('earlier', 'demands', { occurred: '2026-01-01' });
    const later = said('later', 'objects', { occurred: '2026-01-02' });
    expect(stance(earlier, later)).toEqual(stance(later, earlier));
    expect(stance(earlier, later)).toMatchObject({ party: 'a', target: { kind: 'proposition', id: 'p' }, modality: 'objects' });
  });

  it('is not that of the superseded one, though it is the stronger', () => {
    const old = said('old', 'demands', { occurred: '2026-01-05', firstPosition: 1 });
    const replacing = said('new', 'objects', { occurred: '2026-01-02', firstPosition: 2, previous: 'old' });
    expect(stance(old, replacing)).toMatchObject({
      modality: 'objects',
      movement: 'reversed',
      direction: 'away',
      previous: { report: 'old', modality: 'demands', voice: 'source', by: [], form: 'stated', source: 'early' },
    });
  });

  it('is told in the voice of its current statement, and each of the others in its own', () => {
    const own = said('own', 'demands', { occurred: '2026-01-05', by: ['a'] });
    const told = said('told', 'rejects', { occurred: '2026-01-01' });
    const claim = said('claim', 'accepts', { occurred: '2026-01-09', rank: 0 });
    const lapsed = said('lapsed', 'objects', { occurred: '2026-01-08', until: '2026-01-09', by: ['a'] });
    expect(stance(own, told, claim, lapsed)).toMatchObject({
      voice: 'own',
      by: ['a'],
      form: 'stated',
      source: 'early',
      previous: { report: 'told', voice: 'source', by: [] },
      contestedBy: [{ report: 'claim', voice: 'other', by: ['b'] }],
      lapsed: { report: 'lapsed', voice: 'own' },
    });
  });

  it('has the certainty of its current statement', () => {
    const certain = said('certain', 'demands', { occurred: '2026-01-01' });
    const possible = said('possible', 'objects', { occurred: '2026-01-02', possible: true });
    expect(stance(certain, possible)).toMatchObject({ certainty: 'possible', uncertain: ['published'] });
    expect(stance(said('possible', 'objects', { occurred: '2025-12-31', possible: true }), certain)).toMatchObject({
      certainty: 'certain',
      uncertain: [],
    });
  });

  it('is since the occurred of the first of its weight, as written', () => {
    const undated = said('undated', 'supports', { occurred: '../2026-01-01' });
    expect(stance(undated, said('later', 'accepts', { occurred: '2026-01-02' }))?.since).toBe('../2026-01-01');
  });

  it('is held by the day of its source where nothing else is said: its start is not known', () => {
    expect(stance(said('undated', 'supports', { published: '2026-01-05' }))?.since).toBe('../2026-01-05');
  });

  it('is since a turn that was superseded, not since a statement of its weight below that', () => {
    const old = said('old', 'supports', { occurred: '../2025-03-02', firstPosition: 1 });
    const turn = said('turn', 'rejects', { occurred: '2025-04-01', firstPosition: 2 });
    const back = said('back', 'supports', { occurred: '2025-05-01', firstPosition: 3, previous: 'turn' });
    const now = said('now', 'supports', { occurred: '2025-06-01', firstPosition: 4, previous: 'old' });
    expect(stance(old, turn, back, now)).toMatchObject({ since: '2025-05-01', evidence: ['now', 'back', 'old'] });
  });

  it('without a previous one has not moved', () => {
    expect(stance(said('only', 'demands'))).toMatchObject({
      movement: null,
      direction: null,
      previous: null,
      contestedBy: [],
      lapsed: null,
      evidence: ['only'],
    });
  });

  it('rests on the current report, the one of since, the previous and the contesting ones, each once', () => {
    const current = said('current', 'accepts', { occurred: '2026-01-05' });
    const since = said('since', 'supports', { occurred: '2026-01-03' });
    const previous = said('previous', 'rejects', { occurred: '2026-01-02' });
    const contesting = said('contesting', 'objects', { rank: 0, occurred: '2026-01-09' });
    expect(stance(contesting, previous, since, current)?.evidence).toEqual(['current', 'since', 'previous', 'contesting']);
    expect(stance(previous, current)?.evidence).toEqual(['current', 'previous']);
  });

  it('that restates the one it names rests on that one once, for previous and since', () => {
    const old = said('old', 'supports', { occurred: '2026-01-03', firstPosition: 1 });
    const current = said('current', 'accepts', { occurred: '2026-01-05', firstPosition: 2, previous: 'old' });
    expect(stance(old, current)).toMatchObject({ movement: 'restated', since: '2026-01-03', evidence: ['current', 'old'] });
  });
});

describe('lapsed', () => {
  const current = said('current', 'accepts', { occurred: '2026-01-05' });

  it.each<[string, Statement[], string | null]>([
    [
      'is the strongest expired statement above the current one',
      [said('x', 'demands', { occurred: '2026-01-06', until: '2026-01-09' })],
      'x',
    ],
    ['is none below the current one', [said('x', 'demands', { occurred: '2026-01-04', until: '2026-01-09' })], null],
    ['is none of lower rank', [said('x', 'demands', { rank: 0, occurred: '2026-01-06', until: '2026-01-09' })], null],
    [
      'is none that ends on the day, for that is the current one',
      [said('x', 'demands', { occurred: '2026-01-06', until: '2026-01-10' })],
      null,
    ],
    [
      'is the strongest of several',
      [
        said('x', 'demands', { occurred: '2026-01-06', until: '2026-01-09' }),
        said('y', 'objects', { occurred: '2026-01-07', until: '2026-01-08' }),
      ],
      'y',
    ],
  ])('%s', (_, others, expected) => {
    expect(stance(current, ...others)?.lapsed?.report ?? null).toBe(expected);
  });
});

describe('the stances of some reports', () => {
  it('are one for each party and target: a plan and a proposition of one id are two', () => {
    const reports = [
      seen(position('1', 'a', 'demands', { proposition: 'one' })),
      seen(position('2', 'a', 'rejects', { plan: 'one' })),
      seen(position('3', 'b', 'rejects', { proposition: 'one' })),
      seen(told((story) => story.agreement('4', ['a', 'c'], ['q']))),
    ];
    const brief = stancesOf(reports, D).map(({ party, target, modality }) => `${party} ${target.kind} ${target.id} ${modality}`);
    expect(brief.sort()).toEqual([
      'a plan one rejects',
      'a proposition one demands',
      'a proposition q accepts',
      'b proposition one rejects',
      'c proposition q accepts',
    ]);
  });

  it('leave out those that are all expired', () => {
    expect(stancesOf([seen(position('1', 'a', 'demands', { until: '2026-01-09' }))], D)).toEqual([]);
  });
});
