import { QuestionDropped } from '../../../src/ports/question-errors.js';
import { QuestionLimit } from '../../../src/read-model/reading/question-limit.js';
import { Story } from '../../support/histories-by-hand.js';
import { IndexedLog } from '../../support/indexed-log.js';
import { Views } from '../../support/views.js';

const ISSUES = 300;

it.each([{ axis: 'published', to: '2026-02-01' } as const, { axis: 'recorded', asOf: '2026-02-01' } as const])(
  'on the axis $axis they go no further once the client has left',
  async (question) => {
    const story = new Story();
    for (let i = 0; i < ISSUES; i += 1) {
      story.define('issue', `i-${String(i)}`, { title: 'One of many', parent: null, description: null, principals: [] });
      story.define('proposition', `p-${String(i)}`, { issue: `i-${String(i)}`, text: 'text' });
      story.position(`stated-${String(i)}`, 'a', 'demands', { proposition: `p-${String(i)}` });
    }
    using indexed = new IndexedLog(story.log);
    const views = new Views(indexed.readModel);
    expect(await views.changes('n', question)).toHaveLength(2 * ISSUES);
    const dropped = new Int32Array(new SharedArrayBuffer(4));
    const asked = new QuestionLimit(dropped, Infinity).within(() => views.changes('n', question));
    // It lets others have their turn in between, else nobody could tell that the client has left.
    setImmediate(() => Atomics.store(dropped, 0, 1));
    await expect(asked).rejects.toThrow(QuestionDropped);
  },
);
