import { type Said, said } from '../../../src/rules/said.js';
import { statementsOf } from '../../../src/rules/statements.js';
import { position } from '../../support/histories-by-hand.js';
import { seen } from './seen.js';

const of = (told: Parameters<typeof position>[3]): Said | undefined => statementsOf(seen(position('r', 'a', 'demands', told))).map(said)[0];

describe('a statement is shown with its voice', () => {
  it.each<[string, Parameters<typeof position>[3], Omit<Said, 'report' | 'modality' | 'source'>]>([
    ['own words', { by: ['a'], form: 'direct-quote' }, { voice: 'own', by: ['a'], form: 'direct-quote' }],
    ['own words by the speaker', { speaker: 'ann', form: 'attributed' }, { voice: 'own', by: ['ann'], form: 'attributed' }],
    ['the source itself', {}, { voice: 'source', by: [], form: 'stated' }],
    ['somebody else', { by: ['b'], form: 'hedged' }, { voice: 'other', by: ['b'], form: 'hedged' }],
    ["the source's guess", { form: 'analysis' }, { voice: 'guess', by: [], form: 'analysis' }],
  ])('%s', (_, told, shown) => {
    expect(of(told)).toEqual({ report: 'r', modality: 'demands', source: 'early', ...shown });
  });
});
