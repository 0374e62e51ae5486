import { DayReplay } from '../../../src/read-model/replaying/day-replay.js';
import { ReadModel } from '../../../src/read-model/read-model.js';
import { RecordedReplay, toldIn } from '../../../src/read-model/replaying/replay-reader.js';
import { formatDay, dayOf } from '../../../src/vocabulary/day.js';
import { Story } from '../../support/histories-by-hand.js';
import { IndexedLog } from '../../support/indexed-log.js';
import { reachableFrom } from '../../support/reachable.js';
import { all, wayOf } from './walk.js';

/** What reads the file, and what is kept of that in memory. */
const NOT_OF_THE_REPLAY = new Set(['SceneReader', 'GroundsReader', 'Index', 'ReadModelFile']);

/** However many rounds there were, the same is left of them: two stances, a meeting, and no blocker. */
function rounds(count: number): Story {
  const story = new Story();
  for (let i = 0; i < count; i += 1) {
    const source = `source-${String(i)}`;
    story.source(source, formatDay(dayOf(2025, 1, 1) + i));
    story.position(`a-${String(i)}`, 'a', i % 2 === 0 ? 'demands' : 'supports', { source });
    story.position(`b-${String(i)}`, 'b', i % 2 === 0 ? 'rejects' : 'open-to', { source });
    story.meeting('MeetingAnnounced', `announced-${String(i)}`, { scheduledFor: '2026-12-01' }, { source });
    story.assessment(`stuck-${String(i)}`, { blocker: true, about: { issue: 'i' } }, { source });
    story.assessment(`free-${String(i)}`, { resolves: `stuck-${String(i)}` }, { source });
  }
  story.meeting('MeetingHeld', 'held', {}, { source: 'late' });
  return story;
}

async function heldAfter(count: number, query: Parameters<typeof wayOf>[1]) {
  using indexed = new IndexedLog(rounds(count).log);
  const { readModel } = indexed;
  const way = await wayOf(readModel, query);
  const replay = way.axis === 'recorded' ? new RecordedReplay(readModel, 'n', way) : new DayReplay(readModel, 'n', way);
  const steps = await all<object>(replay instanceof DayReplay ? toldIn(replay.batches()) : replay.upTo(readModel.applied));
  // The sources are not read by the rules, and the statements of the file are not the replay's.
  const held = reachableFrom(
    replay,
    (value) => value instanceof ReadModel || value === way || NOT_OF_THE_REPLAY.has(value.constructor.name),
  );
  return { steps: steps.length, objects: held.size, reports: [...held].filter((each) => 'content' in each || 'claim' in each).length };
}

it.each([{ axis: 'recorded' }, { axis: 'published' }, { axis: 'published', from: '2025-01-02' }, { axis: 'occurred' }] as const)(
  'as much after 60 rounds as after 6: %j',
  async (query) => {
    const short = await heldAfter(6, query);
    const long = await heldAfter(60, query);
    expect(long.steps).toBeGreaterThanOrEqual(short.steps + 54 * 5);
    expect(long).toMatchObject({ objects: short.objects, reports: 0 });
  },
);
