import type { Stance } from '../../../src/rules/stance.js';
import { targetVerdicts, type Verdict, verdictOf } from '../../../src/rules/verdict.js';
import type { Modality } from '../../../src/vocabulary/modality.js';

const VERDICTS: readonly [weights: number[], allPrincipals: boolean, Verdict][] = [
  [[1, -2], true, 'opposed'],
  [[2, -1], true, 'opposed'],
  [[3, -3], false, 'opposed'],
  [[3, 0, -1], true, 'opposed'],
  // Not three apart.
  [[1, -1], true, 'open'],
  // Three apart, but nobody against, or nobody for.
  [[3, 0], true, 'open'],
  [[0, -3], true, 'open'],
  [[2, 2], true, 'agreed'],
  [[3, 2], true, 'agreed'],
  [[2, 1], true, 'open'],
  [[2, 3], false, 'open'],
  [[-1, -1], true, 'rejected'],
  [[-3, -1], true, 'rejected'],
  [[-1, 0], true, 'open'],
  [[-2, -3], false, 'open'],
  [[0, 0], true, 'open'],
];

describe('the verdict', () => {
  it.each(VERDICTS)('on the weights %j, every principal with a stance: %s, is %s', (weights, allPrincipals, expected) => {
    expect(verdictOf(weights, allPrincipals)).toBe(expected);
  });
});

function stance(party: string, modality: Modality, rest: Partial<Stance> = {}): Stance {
  return {
    party,
    target: { kind: 'proposition', id: 'p' },
    modality,
    conditions: [],
    voice: 'own',
    by: [party],
    form: 'stated',
    source: 's',
    certainty: 'certain',
    uncertain: [],
    since: '2026-01-01',
    movement: null,
    direction: null,
    previous: null,
    contestedBy: [],
    lapsed: null,
    evidence: [`${party}-1`, `${party}-2`],
    ...rest,
  };
}

const onQ = { target: { kind: 'proposition', id: 'q' } } as const;

describe('the targets of an issue', () => {
  it('need the stances of two parties', () => {
    const stances = [stance('a', 'demands', onQ), stance('b', 'demands', onQ), stance('a', 'demands')];
    expect(targetVerdicts(stances, []).map(({ proposition }) => proposition)).toEqual(['q']);
  });

  it('are sorted by id', () => {
    const stances = [stance('a', 'demands', onQ), stance('b', 'demands', onQ), stance('a', 'demands'), stance('b', 'demands')];
    expect(targetVerdicts(stances, []).map(({ proposition }) => proposition)).toEqual(['p', 'q']);
  });

  it('name who is for and who against, by id, and nobody who is neither', () => {
    const stances = [stance('d', 'open-to'), stance('c', 'objects'), stance('b', 'undecided'), stance('a', 'red-line')];
    expect(targetVerdicts(stances, [])).toMatchObject([
      { verdict: 'opposed', for: ['d'], against: ['a', 'c'], evidence: ['a-1', 'b-1', 'c-1', 'd-1'] },
    ]);
  });

  it('rest once on a report that gives several stances', () => {
    const signed = { evidence: ['signed'] };
    expect(targetVerdicts([stance('a', 'accepts', signed), stance('b', 'accepts', signed)], [])[0]?.evidence).toEqual(['signed']);
  });

  it.each([
    ['every party counts without principals', [], 'opposed'],
    ['the principals alone count where there are any', ['a', 'b'], 'agreed'],
    ['a target is open while a principal is silent', ['a', 'b', 'silent'], 'open'],
    ['opposition needs no word of the silent principal', ['a', 'c', 'silent'], 'opposed'],
  ])('%s', (_, principals, verdict) => {
    const stances = [stance('a', 'accepts'), stance('b', 'demands'), stance('c', 'rejects')];
    expect(targetVerdicts(stances, principals)).toMatchObject([{ verdict }]);
  });

  it('are none where one principal alone has a stance', () => {
    expect(targetVerdicts([stance('a', 'accepts'), stance('b', 'rejects')], ['a', 'silent'])).toEqual([]);
  });

  it('are contested where any counted stance is', () => {
    const contested = stance('b', 'accepts', {
      contestedBy: [{ report: 'r', modality: 'rejects', voice: 'other', by: ['a'], form: 'stated', source: 's' }],
    });
    const contestedOf = (...stances: Stance[]) => targetVerdicts(stances, ['a', 'b', 'c']).map((target) => target.contested);
    expect(contestedOf(stance('a', 'accepts'), contested)).toEqual([true]);
    expect(contestedOf(stance('a', 'accepts'), stance('c', 'accepts'), { ...contested, party: 'not-counted' })).toEqual([false]);
  });

  it('are certain only if all counted stances are', () => {
    const certaintyOf = (...stances: Stance[]) => targetVerdicts(stances, ['a', 'b']).map(({ certainty }) => certainty);
    expect(certaintyOf(stance('a', 'accepts'), stance('b', 'accepts'))).toEqual(['certain']);
    expect(certaintyOf(stance('a', 'accepts'), stance('b', 'accepts', { certainty: 'possible' }))).toEqual(['possible']);
  });
});
