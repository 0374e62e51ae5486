import { stancesOf } from '../../../bench/refold/stances-from-reports.js';
import { SceneReader } from '../../../src/read-model/reading/scene-reader.js';
import { GroundsReader } from '../../../src/read-model/reading/grounds-reader.js';
import { type Stance, stancesOn } from '../../../src/rules/stance.js';
import type { At } from '../../../src/vocabulary/axes.js';
import { on, position, Story } from '../../support/histories-by-hand.js';
import { IndexedLog } from '../../support/indexed-log.js';

const TODAY = on('2026-01-31');
const bob = (party: string | null) => ({ name: 'Bob', party, role: null, aliases: [] });

/** The stance of `a` on `p`, which is the same through the index and of all reports. */
function stanceOf(tell: (story: Story) => void, at: At = TODAY): Stance | undefined {
  const story = new Story();
  tell(story);
  using log = new IndexedLog(story.log);
  const file = log.readModel.rows;
  const scene = new SceneReader(file, 'n', at);
  const [stance] = stancesOn(new GroundsReader(scene.index, 'n', scene.point).on('proposition', ['p'], ['a']), at.asOf);
  const reports = scene.reportsNaming('proposition', ['p']);
  expect(stancesOf(reports, at.asOf).find(({ party }) => party === 'a')).toEqual(stance);
  return stance;
}

it('the turn to what a party holds counts, though it was superseded and the current statement names one below it', () => {
  const stance = stanceOf((story) => {
    story.source('summer', '2025-06-15');
    const source = 'summer';
    story.position('old', 'a', 'supports', { source, occurred: '../2025-03-02' });
    story.position('turn', 'a', 'rejects', { source, occurred: '2025-04-01' });
    story.position('back', 'a', 'supports', { source, occurred: '2025-05-01', previous: 'turn' });
    story.position('now', 'a', 'supports', { source, occurred: '2025-06-01', previous: 'old' });
  }, on('2025-07-01'));
  expect(stance).toMatchObject({ since: '2025-05-01', movement: 'restated', evidence: ['now', 'back', 'old'] });
});

it('a chain of superseded statements below the turn is not reached', () => {
  const stance = stanceOf((story) => {
    story.position('first', 'a', 'accepts', { occurred: '2025-12-01' });
    story.position('second', 'a', 'supports', { occurred: '2025-12-02', previous: 'first' });
    story.position('turn', 'a', 'objects', { occurred: '2025-12-03', previous: 'second' });
    story.position('now', 'a', 'accepts', { occurred: '2025-12-04', previous: 'turn' });
    story.position('again', 'a', 'supports', { occurred: '2025-12-05', previous: 'second' });
  });
  expect(stance).toMatchObject({ since: '2025-12-04', previous: { report: 'second' }, evidence: ['again', 'now', 'second'] });
});

it('whoever speaks is told of the current statement and of each that it moved from or that contests it', () => {
  const stance = stanceOf((story) => {
    story.position('before', 'a', 'rejects', { occurred: '2025-12-01' });
    story.position('now', 'a', 'accepts', { occurred: '2025-12-10', by: ['ann', { name: 'an aide', party: 'a' }], form: 'direct-quote' });
    story.position('claim', 'a', 'objects', { occurred: '2025-12-11', by: ['b'], source: 'late', form: 'attributed' });
    story.position('guess', 'a', 'demands', { occurred: '2025-12-12', form: 'analysis' });
  });
  expect(stance).toMatchObject({
    voice: 'own',
    by: ['ann', { name: 'an aide', party: 'a' }],
    form: 'direct-quote',
    source: 'early',
    direction: 'toward',
    previous: { report: 'before', voice: 'source', by: [], form: 'stated', source: 'early' },
    contestedBy: [
      { report: 'guess', voice: 'guess', by: [], form: 'analysis', source: 'early' },
      { report: 'claim', voice: 'other', by: ['b'], form: 'attributed', source: 'late' },
    ],
  });
});

describe('a stance that is told without a date', () => {
  it.each([
    ['2026-01-05', '../2026-01-05'],
    ['2026-01-05/2026-01-07', '../2026-01-07'],
    ['2026-01-05/..', '2026-01-05/..'],
    ['/2026-01-05', '../2026-01-05'],
  ])('in a source of %s is held since %s', (published, since) => {
    const stance = stanceOf((story) => {
      story.source('vague', published);
      story.position('undated', 'a', 'supports', { source: 'vague' });
    });
    expect(stance?.since).toBe(since);
  });
});

describe('the party of a person is the one registered when a report was first recorded', () => {
  it('so that who moves to another party leaves old own words own words', () => {
    const stance = stanceOf((story) => {
      story.define('person', 'bob', bob('a'));
      story.position('told', 'a', 'supports', { by: ['bob'] });
      story.define('person', 'bob', bob('b'), 'changed');
    });
    expect(stance).toMatchObject({ voice: 'own', by: ['bob'] });
  });

  it('and a corrected typo does not turn them into the words of another party', () => {
    const stance = stanceOf((story) => {
      story.define('person', 'bob', bob('a'));
      story.position('told', 'a', 'supports', { by: ['bob'] });
      story.define('person', 'bob', bob('b'), 'changed');
      story.correct(null, { ...position('told', 'a', 'supports', { by: ['bob'] }), summary: 'without the typo' });
    });
    expect(stance).toMatchObject({ voice: 'own', by: ['bob'] });
  });

  it('or where the person was registered later, the first one registered', () => {
    const stance = stanceOf((story) => {
      story.position('told', 'a', 'supports', { by: ['b'] });
      story.define('person', 'bob', bob('a'));
      story.define('person', 'bob', bob('c'), 'changed');
      story.correct(null, position('told', 'a', 'supports', { by: ['bob'] }));
    });
    expect(stance).toMatchObject({ voice: 'own', by: ['bob'] });
  });

  it('but whoever is given as the speaker speaks for the party of the report', () => {
    const stance = stanceOf((story) => {
      story.define('person', 'bob', bob('b'));
      story.position('told', 'a', 'supports', { speaker: 'bob', by: ['bob'] });
    });
    expect(stance).toMatchObject({ voice: 'own', by: ['bob'] });
  });
});
