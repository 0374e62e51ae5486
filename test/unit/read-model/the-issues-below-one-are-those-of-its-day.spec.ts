import { childrenOf, issuesInOrder } from '../../../src/read-model/reading/issue-tree.js';
import { SceneReader } from '../../../src/read-model/reading/scene-reader.js';
import type { Position } from '../../../src/vocabulary/position.js';
import { on, Story } from '../../support/histories-by-hand.js';
import { asStored, IndexedLog } from '../../support/indexed-log.js';

const issue = (title: string, parent: string | null) => ({ title, parent, description: null, principals: [] });

/** Below `i`: first z, then a too; a moves below z, comes back, and changes its title there. */
function tree() {
  const story = new Story();
  const start = story.log.length;
  const at = {
    first: story.define('issue', 'z', issue('Z', 'i')).position,
    second: story.define('issue', 'a', issue('A', 'i')).position,
    moved: story.define('issue', 'a', issue('A', 'z'), 'changed').position,
    back: story.define('issue', 'a', issue('A', 'i'), 'changed').position,
    renamed: story.define('issue', 'a', issue('A, in other words', 'i'), 'changed').position,
  };
  return { story, start, at };
}

async function seen({ readModel }: IndexedLog, recordedBy: Position) {
  const scene = new SceneReader(readModel.rows, 'n', on('2026-01-31', { recordedBy }));
  return { i: await childrenOf(scene, 'i'), z: await childrenOf(scene, 'z'), inOrder: await issuesInOrder(scene) };
}

it('whatever was asked before, the answer is that of R', async () => {
  const { story, at } = tree();
  using log = new IndexedLog(story.log);
  const together = { i: ['a', 'z'], z: [], inOrder: ['i', 'a', 'z'] };
  for (const _ of ['first', 'again']) {
    expect(await seen(log, at.renamed)).toEqual(together);
    expect(await seen(log, at.first - 1n)).toEqual({ i: [], z: [], inOrder: ['i'] });
    expect(await seen(log, at.moved)).toEqual({ i: ['z'], z: ['a'], inOrder: ['i', 'z', 'a'] });
    expect(await seen(log, at.first)).toEqual({ i: ['z'], z: [], inOrder: ['i', 'z'] });
    expect(await seen(log, at.second)).toEqual(together);
    expect(await seen(log, at.back)).toEqual(together);
  }
});

it('what comes later is taken in', async () => {
  const { story, start, at } = tree();
  const events = asStored(story.log);
  using log = new IndexedLog(story.log.slice(0, start));
  expect(await seen(log, at.renamed)).toEqual({ i: [], z: [], inOrder: ['i'] });
  log.readModel.apply(events.slice(start, start + 2));
  expect(await seen(log, at.renamed)).toEqual({ i: ['a', 'z'], z: [], inOrder: ['i', 'a', 'z'] });
  log.readModel.apply(events.slice(start + 2, start + 3));
  expect(await seen(log, at.renamed)).toEqual({ i: ['z'], z: ['a'], inOrder: ['i', 'z', 'a'] });
});

it('many who ask at once are answered alike', async () => {
  const { story, at } = tree();
  using log = new IndexedLog(story.log);
  const answers = await Promise.all(Array.from({ length: 5 }, async () => seen(log, at.moved)));
  for (const answer of answers) expect(answer).toEqual({ i: ['z'], z: ['a'], inOrder: ['i', 'z', 'a'] });
});
