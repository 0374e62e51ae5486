import { join } from 'node:path';
import { ReadModel } from '../../../src/read-model/read-model.js';
import { stepsOf } from '../../../src/read-model/replaying/replay-reader.js';
import { Story } from '../../support/histories-by-hand.js';
import { asStored, IndexedLog } from '../../support/indexed-log.js';
import { walk, wayOf } from './walk.js';

it.each([{ axis: 'recorded' }, { axis: 'published' }, { axis: 'occurred', from: '2026-01-05' }] as const)('%j', async (query) => {
  const story = new Story();
  for (const party of ['a', 'b', 'c']) {
    story.position(`first-${party}`, party, 'demands');
    story.position(`then-${party}`, party, 'rejects', { source: 'next' });
  }
  using indexed = new IndexedLog(story.log);
  const { readModel } = indexed;
  const expected = await walk(readModel, query);
  const steps = [];
  for await (const step of stepsOf(readModel, 'n', await wayOf(readModel, query))) {
    steps.push(step);
    const path = join(`${readModel.path}-rebuilt-${String(steps.length)}`);
    const rebuilt = new ReadModel(path);
    rebuilt.apply(asStored(story.log));
    rebuilt.close();
    readModel.swapIn(path);
  }
  expect(steps).toEqual(expected);
});
