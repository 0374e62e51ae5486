import { nearest, nearIds } from '../../../src/read-model/reading/near-ids.js';
import { Story } from '../../support/histories-by-hand.js';
import { emptyReadModel, stored } from './files.js';

describe('near ids', () => {
  it.each<[string, string, string[], string[]]>([
    ['are those a letter or two away, nearest first', 'germny', ['gemany', 'germany', 'poland'], ['germany', 'gemany']],
    [
      'are those that hold it, or that it holds',
      'territory',
      ['territory-administration', 'terr', 'sea'],
      ['terr', 'territory-administration'],
    ],
    ['are at most three, those of one distance by id', 'ab', ['abe', 'abd', 'abc', 'abf'], ['abc', 'abd', 'abe']],
    ['are never the id itself', 'russia', ['russia', 'prussia'], ['prussia']],
    ['are none that differ by more than a third', 'security', ['sanctions'], []],
    ['are none that differ by more than six letters, however long they are', `${'a'.repeat(60)}bbbbbbb`, [`${'a'.repeat(60)}ccccccc`], []],
    ['are those that differ by six', `${'a'.repeat(60)}bbbbbb`, [`${'a'.repeat(60)}cccccc`], [`${'a'.repeat(60)}cccccc`]],
    ['of a short id may differ by two letters', 'uk', ['us', 'ukr', 'germany'], ['ukr', 'us']],
    ['are none of none', 'uk', [], []],
  ])('%s', (_, id, ids, expected) => {
    expect(nearest(id, ids)).toEqual(expected);
  });
});

describe('near ids of a kind', () => {
  it.each([
    ['issue', 'n', 'ii', ['i']],
    ['proposition', 'n', 'p1', ['p', 'q']],
    ['source', 'n', 'earl', ['early']],
    ['person', 'n', 'anne', ['ann']],
    ['report', 'n', 'first-repor', ['first-report']],
    ['negotiation', 'unknown', 'nn', ['n']],
    ['party', 'other', 'aa', []],
  ])('%s in %s near %s: %j', (kind, negotiation, id, expected) => {
    const story = new Story();
    story.position('first-report', 'a', 'demands');
    story.correct(null, story.position('second', 'a', 'demands').event as never);
    using readModel = emptyReadModel();
    readModel.apply(stored(story.log));
    expect(nearIds(readModel.rows, kind, negotiation, id)).toEqual(expected);
  });
});
