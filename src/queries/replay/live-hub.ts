import type { ReadableModel } from '../../read-model/readable-model.js';
import type { RecordedReplay } from '../../read-model/replaying/replay-reader.js';
import { type Listener, LiveReplay } from './live-replay.js';
import type { Room } from './recent-steps.js';

/** How far behind the others one may fall who listens. */
const ROOM: Room = { steps: 1_000, size: 4_000_000 };

/**
 * The live replays of this process: all who ask for the same negotiation, D, K and certainty share one, so that each step is
 * worked out once. One that nobody listens to is let go.
 */
export class LiveHub {
  private readonly shared = new Map<string, LiveReplay>();

  constructor(
    private readonly readModel: ReadableModel,
    private readonly room: Room = ROOM,
  ) {}

  /**
   * Lets one listen who has told a replay so far. Where nobody listens yet, the replay goes on as that of all.
   * @returns undefined where he is too far back and must go on by himself
   */
  join(replay: RecordedReplay): Listener | undefined {
    const { reached } = replay.happenings;
    const key = keyOf(replay);
    const live = this.shared.get(key);
    if (live !== undefined) return live.reachesBackTo(reached) ? live.join(reached) : undefined;
    if (reached < this.readModel.applied) return undefined;
    const first: LiveReplay = new LiveReplay(this.readModel, replay.happenings, this.room, () => {
      if (this.shared.get(key) === first) this.shared.delete(key);
    });
    this.shared.set(key, first);
    return first.join(reached);
  }

  /** How many somebody listens to. */
  get size(): number {
    return this.shared.size;
  }
}

function keyOf({ negotiation, journey }: RecordedReplay): string {
  const { asOf, knownBy, certainty } = journey.end;
  return [negotiation, asOf, knownBy, certainty].join(' ');
}
