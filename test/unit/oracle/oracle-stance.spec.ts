import { foldStances } from '../../oracle/fold-stances.js';
import { on, position, Story } from '../../support/histories-by-hand.js';

const stance = (story: Story, at = on('2026-01-31')) => foldStances(story.log, 'n', at).find(({ party }) => party === 'a');

it('a later claim of somebody else contests the own words without replacing them', () => {
  const story = new Story();
  story.position('own', 'a', 'rejects', { occurred: '2026-01-02', speaker: 'ann', form: 'hedged' });
  story.position('claim', 'a', 'accepts', { occurred: '2026-01-04', by: ['b'] });
  expect(stance(story)).toMatchObject({ modality: 'rejects', previous: null, evidence: ['own', 'claim'] });
  expect(stance(story)?.contestedBy).toMatchObject([{ report: 'claim', modality: 'accepts' }]);
});

describe('current', () => {
  it('never lets an undated statement override a dated one in silence', () => {
    const story = new Story();
    story.position('dated', 'a', 'demands', { occurred: '2026-01-03' });
    story.position('undated', 'a', 'objects', { occurred: '../2026-01-04' });
    expect(stance(story)).toMatchObject({ modality: 'demands', contestedBy: [{ report: 'undated', modality: 'objects' }] });
  });

  it('names per rank and weight only the strongest that contests', () => {
    const story = new Story();
    story.position('current', 'a', 'demands', { occurred: '2026-01-03' });
    story.position('weaker', 'a', 'supports', { occurred: '2026-01-01/2026-01-03' });
    story.position('stronger', 'a', 'accepts', { occurred: '2026-01-02/2026-01-03' });
    story.position('claimed', 'a', 'accepts', { occurred: '2026-01-05', by: ['b'] });
    story.position('too-early', 'a', 'objects', { occurred: '2026-01-02', by: ['b'] });
    expect(stance(story)?.contestedBy.map(({ report }) => report)).toEqual(['stronger', 'claimed']);
  });

  it('is not contested by the weaker of two where the stronger of them is over before it', () => {
    const story = new Story();
    story.position('current', 'a', 'demands', { occurred: '2026-01-04' });
    story.position('stronger', 'a', 'rejects', { occurred: '2026-01-02/2026-01-03' });
    story.position('weaker', 'a', 'rejects', { occurred: '2026-01-01/2026-01-05' });
    expect(stance(story)).toMatchObject({ contestedBy: [], previous: { report: 'stronger' } });
  });

  it('reads a signature as acceptance of what the agreement names', () => {
    const story = new Story();
    story.agreement('signed', ['a', 'b'], ['p'], { issues: ['i'] });
    expect(foldStances(story.log, 'n', on('2026-01-31')).map((s) => [s.party, s.modality, s.target])).toEqual([
      ['a', 'accepts', { proposition: 'p', text: 'text of p', issue: 'i' }],
      ['b', 'accepts', { proposition: 'p', text: 'text of p', issue: 'i' }],
    ]);
  });

  it('sorts by target, a plan before a proposition of the same id', () => {
    const story = new Story();
    story.define('plan', 'p', { title: 'plan p', aliases: [] });
    story.position('1', 'b', 'accepts');
    story.position('2', 'a', 'accepts');
    story.position('3', 'c', 'accepts', { plan: 'p' });
    story.position('4', 'c', 'accepts', { plan: 'one' });
    expect(foldStances(story.log, 'n', on('2026-01-31')).map(({ evidence }) => evidence[0])).toEqual(['4', '3', '2', '1']);
  });
});

describe('expired and lapsed', () => {
  it('ends a statement after the last day of its until', () => {
    const story = new Story();
    story.position('r', 'a', 'accepts', { until: '2026-01-10' });
    expect(stance(story, on('2026-01-10'))?.modality).toBe('accepts');
    expect(stance(story, on('2026-01-11'))).toBeUndefined();
  });

  it('tells of the strongest expired statement where it is stronger than the current one', () => {
    const story = new Story();
    story.position('weaker', 'a', 'objects', { occurred: '2026-01-01', until: '2026-01-10' });
    story.position('current', 'a', 'accepts', { occurred: '2026-01-02' });
    expect(stance(story)?.lapsed).toBeNull();
    story.position('stronger', 'a', 'rejects', { occurred: '2026-01-03', until: '2026-01-10' });
    expect(stance(story)).toMatchObject({
      modality: 'accepts',
      lapsed: { report: 'stronger', modality: 'rejects' },
      evidence: ['current'],
    });
  });
});

describe('previous', () => {
  it('is the strongest earlier candidate of another weight and the same rank', () => {
    const story = new Story();
    story.position('oldest', 'a', 'demands', { occurred: '2026-01-01' });
    story.position('older', 'a', 'objects', { occurred: '2026-01-02' });
    story.position('claimed', 'a', 'red-line', { occurred: '2026-01-03', by: ['b'] });
    story.position('current', 'a', 'rejects', { occurred: '2026-01-04' });
    expect(stance(story)).toMatchObject({ previous: { report: 'older', modality: 'objects' }, movement: 'strengthened' });
  });

  it('is the one that the statement names, even if it is stronger or expired, and no candidate any more', () => {
    const story = new Story();
    story.position('named', 'a', 'accepts', { occurred: '2026-01-03' });
    story.position('current', 'a', 'supports', { occurred: '2026-01-02', previous: 'named' });
    expect(stance(story)).toMatchObject({ modality: 'supports', previous: { report: 'named' }, movement: 'restated' });
    story.correct(null, position('named', 'a', 'rejects', { occurred: '2026-01-03', until: '2026-01-10' }));
    expect(stance(story)).toMatchObject({ previous: { report: 'named' }, movement: 'reversed', lapsed: { report: 'named' } });
  });

  it('does not count if it is first recorded later, of higher rank or on another target', () => {
    const story = new Story();
    story.position('own', 'a', 'rejects', { occurred: '2026-01-01' });
    story.position('elsewhere', 'a', 'red-line', { occurred: '2026-01-03', proposition: 'q' });
    story.position('claim', 'a', 'accepts', { occurred: '2026-01-04', by: ['b'], previous: 'own' });
    story.position('current', 'a', 'demands', { occurred: '2026-01-03', previous: 'elsewhere' });
    story.correct(null, position('own', 'a', 'rejects', { occurred: '2026-01-01', previous: 'current' }));
    const onP = foldStances(story.log, 'n', on('2026-01-31'))[0];
    expect(onP).toMatchObject({ modality: 'demands', previous: { report: 'own' }, contestedBy: [{ report: 'claim' }] });
  });

  it('is not replaced by a statement that has expired itself', () => {
    const story = new Story();
    story.position('first', 'a', 'accepts', { occurred: '2026-01-01' });
    story.position('second', 'a', 'rejects', { occurred: '2026-01-02', previous: 'first', until: '2026-01-10' });
    expect(stance(story, on('2026-01-10'))).toMatchObject({ modality: 'rejects', movement: 'reversed' });
    expect(stance(story, on('2026-01-11'))).toMatchObject({ modality: 'accepts', lapsed: { report: 'second' } });
  });
});

describe('since', () => {
  it('goes down through superseded statements of the same weight to the last one', () => {
    const story = new Story();
    story.position('zero', 'a', 'objects', { occurred: '2025-12-01~' });
    story.position('first', 'a', 'supports', { occurred: '../2026-01-01' });
    story.position('second', 'a', 'accepts', { occurred: '2026-01-02', previous: 'first' });
    story.position('current', 'a', 'proposes', { occurred: '2026-01-03', previous: 'second' });
    expect(stance(story)).toMatchObject({ since: '2026-01-02', evidence: ['current', 'second'], movement: 'restated' });
  });

  it('stops at another weight, but not at another rank or an expired statement', () => {
    const story = new Story();
    story.source('undated', '../2026-01-05');
    story.position('first', 'a', 'supports', { occurred: '2025-12-20' });
    story.position('expired', 'a', 'rejects', { occurred: '2025-12-21', until: '2026-01-01' });
    story.position('claimed', 'a', 'rejects', { occurred: '2026-01-02', by: ['b'] });
    story.position('current', 'a', 'accepts', { occurred: '2026-01-03' });
    expect(stance(story)).toMatchObject({ since: '2025-12-20', evidence: ['current', 'first'] });
    story.position('between', 'a', 'undecided', { occurred: '2026-01-01' });
    expect(stance(story)).toMatchObject({ since: '2026-01-03', evidence: ['current', 'between'] });
  });

  it.each([
    ['../2026-01-31', '2026-01'],
    ['../2026-01-10', '2026-01-08/2026-01-10~'],
    ['../2026-01-10', '../2026-01-10'],
    ['2026-01-08/..', '2026-01-08/..'],
  ])('is %s where no date is given in a source of %s', (since, published) => {
    const story = new Story();
    story.source('other', published);
    story.position('current', 'a', 'accepts', { source: 'other' });
    expect(stance(story)?.since).toBe(since);
  });

  it('ends at the turn that is superseded, where the current one names a previous one below it', () => {
    const story = new Story();
    story.source('mid-june', '2025-06-15');
    story.position('old', 'a', 'supports', { occurred: '../2025-03-02', source: 'mid-june' });
    story.position('turn', 'a', 'rejects', { occurred: '2025-04-01', source: 'mid-june' });
    story.position('back', 'a', 'supports', { occurred: '2025-05-01', source: 'mid-june', previous: 'turn' });
    story.position('now', 'a', 'supports', { occurred: '2025-06-01', source: 'mid-june', previous: 'old' });
    expect(stance(story, on('2025-07-01'))).toMatchObject({ since: '2025-05-01', evidence: ['now', 'back', 'old'] });
  });

  it('is told as written even where an old log has it after the publication', () => {
    const story = new Story();
    story.position('typo', 'a', 'accepts', { occurred: '2027-01-05' });
    expect(stance(story, on('2026-01-05'))).toMatchObject({ since: '2027-01-05', certainty: 'certain' });
    expect(stance(story, on('2026-01-04'))).toBeUndefined();
  });
});

it.each([
  ['demands', 'open-to', 'weakened', 'away'],
  ['open-to', 'demands', 'strengthened', 'toward'],
  ['rejects', 'undecided', 'weakened', 'toward'],
  ['undecided', 'objects', 'strengthened', 'away'],
  ['rejects', 'red-line', 'strengthened', 'away'],
  ['objects', 'open-to', 'reversed', 'toward'],
] as const)('a move from %s to %s is %s, %s', (before, now, movement, direction) => {
  const story = new Story();
  story.position('before', 'a', before, { occurred: '2026-01-01' });
  story.position('now', 'a', now, { occurred: '2026-01-02' });
  expect(stance(story)).toMatchObject({ movement, direction });
});

it('what is said again has no direction, nor what has no previous', () => {
  const story = new Story();
  story.position('before', 'a', 'accepts', { occurred: '2026-01-01' });
  expect(stance(story)).toMatchObject({ movement: null, direction: null });
  story.position('now', 'a', 'supports', { occurred: '2026-01-02', previous: 'before' });
  expect(stance(story)).toMatchObject({ movement: 'restated', direction: null });
});
