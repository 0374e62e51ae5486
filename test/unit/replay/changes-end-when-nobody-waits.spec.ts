import { netChangesOf } from '../../../src/read-model/replaying/changes-reader.js';
import { QuestionDropped, QuestionLimit } from '../../../src/read-model/reading/question-limit.js';
import { countReads } from '../../support/count-reads.js';
import { Story } from '../../support/histories-by-hand.js';
import { IndexedLog } from '../../support/indexed-log.js';
import { wayOf } from './walk.js';

const REPORTS = 400;

it.each(['published', 'recorded'] as const)('on the axis %s they go no further once the client has left', async (axis) => {
  const story = new Story();
  for (let i = 0; i < REPORTS; i += 1) story.position(`stated-${String(i)}`, 'a', i % 2 === 0 ? 'demands' : 'rejects');
  using indexed = new IndexedLog(story.log);
  const { readModel } = indexed;
  const way = await wayOf(readModel, { axis });
  const count = countReads(readModel);
  await netChangesOf(readModel, 'n', way);
  const whole = count();
  const dropped = new Int32Array(new SharedArrayBuffer(4));
  const asked = new QuestionLimit(dropped, Infinity).within(() => netChangesOf(readModel, 'n', way));
  // It lets others have their turn in between, else nobody could tell that the client has left.
  setImmediate(() => Atomics.store(dropped, 0, 1));
  await expect(asked).rejects.toThrow(QuestionDropped);
  expect(count() - whole).toBeLessThan(whole / 2);
});
