import type { Stance } from '../../../src/rules/stance.js';
import { targetVerdicts } from '../../../src/rules/targets.js';
import { ON_Q, stance } from './stance-of.js';

describe('the targets of an issue', () => {
  it('need the stances of two parties', () => {
    const stances = [stance('a', 'demands', ON_Q), stance('b', 'demands', ON_Q), stance('a', 'demands')];
    expect(targetVerdicts(stances, []).map(({ proposition }) => proposition)).toEqual(['q']);
  });

  it('are sorted by id', () => {
    const stances = [stance('a', 'demands', ON_Q), stance('b', 'demands', ON_Q), stance('a', 'demands'), stance('b', 'demands')];
    expect(targetVerdicts(stances, []).map(({ proposition }) => proposition)).toEqual(['p', 'q']);
  });

  it('name who is for and who against, by id, and nobody who is neither', () => {
    const stances = [stance('d', 'open-to'), stance('c', 'objects'), stance('b', 'undecided'), stance('a', 'red-line')];
    expect(targetVerdicts(stances, [])).toMatchObject([
      { verdict: 'opposed', for: ['d'], against: ['a', 'c'], evidence: ['a-1', 'b-1', 'c-1', 'd-1'] },
    ]);
  });

  it('rest once on a report that gives several stances', () => {
    const signed = { current: { ...stance('a', 'accepts').current, id: 'signed' } };
    expect(targetVerdicts([stance('a', 'accepts', signed), stance('b', 'accepts', signed)], [])[0]?.evidence).toEqual(['signed']);
  });

  it.each([
    ['every party counts without principals, and then nothing is agreed', [], 'opposed'],
    ['the principals alone count where there are any', ['a', 'b'], 'agreed'],
    ['a target is open while a principal is silent', ['a', 'b', 'silent'], 'open'],
    ['opposition needs no word of the silent principal', ['a', 'c', 'silent'], 'opposed'],
  ])('%s', (_, principals, verdict) => {
    const stances = [stance('a', 'accepts'), stance('b', 'demands'), stance('c', 'rejects')];
    expect(targetVerdicts(stances, principals)).toMatchObject([{ verdict }]);
  });

  it('without principals are neither agreed nor rejected', () => {
    const stances = [stance('a', 'accepts'), stance('b', 'demands'), stance('a', 'rejects', ON_Q), stance('b', 'rejects', ON_Q)];
    expect(targetVerdicts(stances, []).map(({ verdict }) => verdict)).toEqual(['open', 'open']);
    expect(targetVerdicts(stances, ['a', 'b']).map(({ verdict }) => verdict)).toEqual(['agreed', 'rejected']);
  });

  it('with conditions are not agreed, and say that conditions alone stand between', () => {
    const conditional = stance('b', 'accepts', { conditions: [{ text: 'a ceasefire first', proposition: null }] });
    expect(targetVerdicts([stance('a', 'accepts'), conditional], ['a', 'b'])).toMatchObject([{ verdict: 'open', conditional: true }]);
    expect(targetVerdicts([stance('a', 'open-to'), conditional], ['a', 'b'])).toMatchObject([{ verdict: 'open', conditional: false }]);
  });

  it('do not mind the conditions of a party that does not count', () => {
    const conditional = stance('c', 'accepts', { conditions: [{ text: 'a vote first', proposition: null }] });
    expect(targetVerdicts([stance('a', 'accepts'), stance('b', 'accepts'), conditional], ['a', 'b'])).toMatchObject([
      { verdict: 'agreed', conditional: false },
    ]);
  });

  it('are none where one principal alone has a stance', () => {
    expect(targetVerdicts([stance('a', 'accepts'), stance('b', 'rejects')], ['a', 'silent'])).toEqual([]);
  });

  it('are none by what others say that a party holds', () => {
    expect(targetVerdicts([stance('a', 'accepts'), stance('b', 'accepts', { voice: 'other', by: ['c'] })], [])).toEqual([]);
  });

  it('list what others say that a party holds, by party, and count it for nothing', () => {
    const claimed = stance('c', 'rejects', { voice: 'other', by: ['a'] });
    const guessed = stance('b', 'objects', { voice: 'guess', by: [], certainty: 'possible', contestedBy: [] });
    const [target] = targetVerdicts([claimed, guessed, stance('a', 'accepts'), stance('d', 'demands')], ['a', 'd']);
    expect(target).toMatchObject({
      verdict: 'agreed',
      for: ['a', 'd'],
      against: [],
      claimed: [
        { party: 'b', report: 'b-1', modality: 'objects' },
        { party: 'c', report: 'c-1', modality: 'rejects' },
      ],
      certainty: 'certain',
      evidence: ['a-1', 'd-1'],
    });
  });

  it('are contested where any counted stance is', () => {
    const contested = stance('b', 'accepts', {
      contestedBy: [{ report: 'r', modality: 'rejects', voice: 'other', by: ['a'], form: 'stated', source: 's' }],
    });
    const contestedOf = (...stances: Stance[]) => targetVerdicts(stances, ['a', 'b', 'c']).map((target) => target.contested);
    expect(contestedOf(stance('a', 'accepts'), contested)).toEqual([true]);
    expect(contestedOf(stance('a', 'accepts'), stance('c', 'accepts'), { ...contested, party: 'not-counted' })).toEqual([false]);
    expect(contestedOf(stance('a', 'accepts'), stance('c', 'accepts'), { ...contested, voice: 'guess' })).toEqual([false]);
  });

  it('are certain only if all counted stances are', () => {
    const certaintyOf = (...stances: Stance[]) => targetVerdicts(stances, ['a', 'b']).map(({ certainty }) => certainty);
    expect(certaintyOf(stance('a', 'accepts'), stance('b', 'accepts'))).toEqual(['certain']);
    expect(certaintyOf(stance('a', 'accepts'), stance('b', 'accepts', { certainty: 'possible' }))).toEqual(['possible']);
  });
});
