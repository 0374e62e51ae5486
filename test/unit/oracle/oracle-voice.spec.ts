import type { PersonEntry } from '../../../src/vocabulary/events/registry-entries.js';
import { foldStances } from '../../oracle/fold-stances.js';
import { on, position, Story } from '../../support/histories-by-hand.js';

const stance = (story: Story, at = on('2026-01-31')) => foldStances(story.log, 'n', at).find(({ party }) => party === 'a');
const voice = (story: Story) => stance(story)?.voice;
const ann = (party: string | null): PersonEntry => ({ name: 'Ann', party, role: null, aliases: [] });

it.each([
  ['own', { by: ['a'] }],
  ['own', { by: ['ann'], form: 'hedged' }],
  ['own', { by: ['b', { name: 'an aide', party: 'a' }] }],
  ['own', { speaker: 'ann', form: 'analysis' }],
  ['own', { speaker: 'b' }],
  ['own', { speaker: { name: 'somebody', party: null } }],
  ['own', { by: ['b'], speaker: 'b' }],
  ['own', { by: [{ name: 'somebody', party: 'b' }], speaker: { name: 'somebody', party: 'b' } }],
  ['source', {}],
  ['source', { form: 'direct-quote' }],
  ['other', { by: ['b'] }],
  ['other', { by: ['b'], speaker: 'ann' }],
  ['other', { by: [{ name: 'a', party: null }] }],
  ['guess', { form: 'hedged' }],
  ['guess', { form: 'analysis' }],
] as const)('it is %s with %j', (expected, told) => {
  const story = new Story();
  story.position('r', 'a', 'accepts', structuredClone(told) as Parameters<Story['position']>[3]);
  expect(voice(story)).toBe(expected);
});

it('each statement is shown with who is named, in which form and source', () => {
  const story = new Story();
  story.position('before', 'a', 'objects', { occurred: '2026-01-01', form: 'direct-quote', speaker: 'ann' });
  story.position('now', 'a', 'rejects', { occurred: '2026-01-02', source: 'next' });
  story.position('claim', 'a', 'accepts', { occurred: '2026-01-03', by: ['b'], form: 'attributed' });
  story.position('over', 'a', 'demands', { occurred: '2026-01-04', until: '2026-01-10' });
  expect(stance(story)).toMatchObject({
    voice: 'source',
    by: [],
    form: 'stated',
    source: 'next',
    previous: { report: 'before', modality: 'objects', voice: 'own', by: ['ann'], form: 'direct-quote', source: 'early' },
    contestedBy: [{ report: 'claim', modality: 'accepts', voice: 'other', by: ['b'], form: 'attributed', source: 'early' }],
    lapsed: { report: 'over', modality: 'demands', voice: 'source', by: [], form: 'stated', source: 'early' },
  });
});

it('of an agreement one signatory may be told of by the other', () => {
  const story = new Story();
  story.agreement('signed', ['a', 'b'], ['p'], { by: ['b'] });
  expect(foldStances(story.log, 'n', on('2026-01-31')).map(({ party, voice }) => [party, voice])).toEqual([
    ['a', 'other'],
    ['b', 'own'],
  ]);
});

describe('a person', () => {
  it('who changes the party leaves the old words where they were said', () => {
    const story = new Story();
    story.position('before', 'a', 'rejects', { occurred: '2026-01-02', by: ['ann'] });
    story.define('person', 'ann', ann('b'), 'changed');
    expect(voice(story)).toBe('own');
    story.position('after', 'a', 'accepts', { occurred: '2026-01-03', by: ['ann'] });
    expect(stance(story)).toMatchObject({ modality: 'rejects', voice: 'own', contestedBy: [{ report: 'after', voice: 'other' }] });
  });

  it('whose words are corrected later still belongs to the party of the first recording', () => {
    const story = new Story();
    story.position('r', 'a', 'rejects', { by: ['ann'] });
    story.define('person', 'ann', ann('b'), 'changed');
    story.correct(null, position('r', 'a', 'objects', { by: ['ann'] }));
    expect(stance(story)).toMatchObject({ modality: 'objects', voice: 'own' });
  });

  it('who was not registered by then belongs to the party first registered', () => {
    const story = new Story();
    story.position('r', 'a', 'rejects', { by: ['b'] });
    story.define('person', 'bob', ann('a'));
    story.define('person', 'bob', ann('b'), 'changed');
    story.correct(null, position('r', 'a', 'rejects', { by: ['bob'] }));
    expect(voice(story)).toBe('own');
  });
});
