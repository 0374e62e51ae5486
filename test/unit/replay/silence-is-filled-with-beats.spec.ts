import { LiveHub } from '../../../src/queries/replay/live-hub.js';
import { liveSteps } from '../../../src/queries/replay/live-steps.js';
import { serverSentEvents, stoppable } from '../../../src/queries/replay/replay-body.js';
import { withHeartbeat } from '../../../src/queries/replay/with-heartbeat.js';
import { RecordedReplay } from '../../../src/read-model/replaying/replay-reader.js';
import { Story } from '../../support/histories-by-hand.js';
import { asStored, IndexedLog } from '../../support/indexed-log.js';
import { wayOf } from './walk.js';

it('beats while an item is waited for, and loses none', async () => {
  let release = (): void => undefined;
  const items = async function* () {
    yield 1;
    await new Promise<void>((resolve) => (release = resolve));
    yield 2;
  };
  const got = [];
  for await (const each of withHeartbeat(items(), 2, 'beat')) {
    got.push(each);
    if (got.length === 4) release();
  }
  expect(got.slice(0, 4)).toEqual([1, 'beat', 'beat', 'beat']);
  expect(got.filter((each) => each !== 'beat')).toEqual([1, 2]);
});

it('does not beat where items come, and hands on what goes wrong', async () => {
  const items = async function* () {
    yield* [1, 2, 3];
    throw new Error('no more');
  };
  const got: unknown[] = [];
  await expect(
    (async () => {
      for await (const each of withHeartbeat(items(), 60_000, 'beat')) got.push(each);
    })(),
  ).rejects.toThrow('no more');
  expect(got).toEqual([1, 2, 3]);
});

it('one who listens to a silent issue hears beats while others are told steps', async () => {
  const story = new Story();
  story.define('issue', 'j', { title: 'Other', parent: null, description: null, principals: [] });
  const { length } = story.log;
  for (let i = 0; i < 50; i += 1) story.position(`here-${String(i)}`, 'a', i % 2 === 0 ? 'demands' : 'rejects');
  using indexed = new IndexedLog(story.log.slice(0, length));
  const { readModel } = indexed;
  const way = await wayOf(readModel, { axis: 'recorded', issue: 'j', from: `@${String(readModel.applied)}` });
  if (way.axis !== 'recorded') throw new Error('not this axis');
  const replay = new RecordedReplay(readModel, 'n', way);
  const hub = new LiveHub(readModel);
  const chunks = stoppable((signal) => serverSentEvents(liveSteps(readModel, replay, 20, signal, hub)));
  await chunks.next();
  const beat = chunks.next();
  const beaten: unknown[] = [];
  void beat.then((chunk) => beaten.push(chunk.value));
  const events = asStored(story.log.slice(length));
  for (let i = 0; beaten.length === 0; i += 1) {
    readModel.apply(events.slice(i, i + 1));
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect(beaten).toEqual([': idle\n\n']);
  await chunks.return?.();
});
