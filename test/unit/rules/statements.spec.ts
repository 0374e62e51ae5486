import { statementsOf } from '../../../src/rules/statements.js';
import { windowOf } from '../../../src/vocabulary/edtf-window.js';
import { position } from '../../support/histories-by-hand.js';
import { seen, told } from './seen.js';

describe('a position', () => {
  it('is one statement on its proposition, with all that it says', () => {
    const conditions = [{ text: 'a ceasefire first', proposition: 'q' }];
    const content = position('r', 'a', 'open-to', { conditions, until: '2026-01-10/2026-01-12', previous: 'before' });
    expect(statementsOf(seen(content, { occurred: '2026-01-03', published: '2026-01-05', firstPosition: 7 }))).toMatchObject([
      {
        party: 'a',
        target: { kind: 'proposition', id: 'p' },
        modality: 'open-to',
        weight: 1,
        conditions,
        until: windowOf('2026-01-12').hi,
        names: 'before',
        rank: 1,
        occurred: windowOf('2026-01-03'),
        published: windowOf('2026-01-05'),
        firstPosition: 7n,
      },
    ]);
  });

  it('on a plan is a statement on the plan', () => {
    const [statement] = statementsOf(seen(position('r', 'a', 'rejects', { plan: 'one' })));
    expect(statement).toMatchObject({ target: { kind: 'plan', id: 'one' }, until: Infinity, names: null });
  });

  it('claimed by another party is of rank 0', () => {
    const [statement] = statementsOf(seen(position('r', 'a', 'rejects', { by: ['b'] })));
    expect(statement?.rank).toBe(0);
  });
});

describe('an agreement', () => {
  const agreement = (parties: string[], propositions: string[], by: string[] = []) =>
    statementsOf(seen(told((story) => story.agreement('r', parties, propositions, { by }))));
  const brief = (statements: ReturnType<typeof agreement>): string[] => statements.map(({ party, target }) => `${party} ${target.id}`);

  it('is a statement of each signatory on each proposition that it names', () => {
    expect(brief(agreement(['a', 'b'], ['p', 'q']))).toEqual(['a p', 'a q', 'b p', 'b q']);
  });

  it('accepts, without an end and without a previous one', () => {
    const [statement] = agreement(['a'], ['p']);
    expect(statement).toMatchObject({ modality: 'accepts', weight: 2, until: Infinity, names: null, rank: 1, conditions: [] });
  });

  it('carries its conditions to every statement', () => {
    const content = told((story) => story.agreement('r', ['a'], ['p']));
    if (content.type !== 'AgreementSigned') throw new Error('no agreement');
    const conditions = [{ text: 'a vote first', proposition: null }];
    const [statement] = statementsOf(seen({ ...content, data: { ...content.data, conditions } }));
    expect(statement?.conditions).toEqual(conditions);
  });

  it('that names a party or a proposition twice says it once', () => {
    expect(brief(agreement(['a', 'a'], ['p', 'p']))).toEqual(['a p']);
  });

  it('that names no proposition states nothing', () => {
    expect(agreement(['a'], [])).toEqual([]);
  });

  it('claimed by one of its signatories is of rank 0 for the other one', () => {
    expect(agreement(['a', 'b'], ['p'], ['b']).map(({ rank }) => rank)).toEqual([0, 1]);
  });
});

it('a report of another type states nothing', () => {
  for (const content of [
    told((story) => story.assessment('r', { about: { proposition: 'p' } })),
    told((story) => story.plan('r', { plan: 'one', by: ['a'] })),
    told((story) => story.meeting('MeetingHeld', 'r')),
  ]) {
    expect(statementsOf(seen(content))).toEqual([]);
  }
});
