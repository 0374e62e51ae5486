import type { ReadableModel } from '../../read-model/readable-model.js';
import type { RecordedReplay } from '../../read-model/replay-reader.js';
import { type Listener, LiveWay } from './live-way.js';
import type { Room } from './recent-steps.js';

/** How far behind the others one may fall who listens. */
const ROOM: Room = { steps: 1_000, size: 4_000_000 };

/**
 * The live ways of this process: all who ask for the same negotiation, D, K and certainty share one, so that each step is
 * worked out once. A way that nobody listens to is let go.
 */
export class LiveHub {
  private readonly ways = new Map<string, LiveWay>();

  constructor(
    private readonly readModel: ReadableModel,
    private readonly room: Room = ROOM,
  ) {}

  /**
   * Lets one listen who has told a replay so far. Where nobody listens yet, the replay goes on as the way of all.
   * @returns undefined where he is too far back and must go on by himself
   */
  join(replay: RecordedReplay): Listener | undefined {
    const { reached } = replay.happenings;
    const key = keyOf(replay);
    const way = this.ways.get(key);
    if (way !== undefined) return way.reachesBackTo(reached) ? way.join(reached) : undefined;
    if (reached < this.readModel.applied) return undefined;
    const first: LiveWay = new LiveWay(this.readModel, replay.happenings, this.room, () => {
      if (this.ways.get(key) === first) this.ways.delete(key);
    });
    this.ways.set(key, first);
    return first.join(reached);
  }

  /** How many ways somebody listens to. */
  get size(): number {
    return this.ways.size;
  }
}

function keyOf({ negotiation, journey }: RecordedReplay): string {
  const { asOf, knownBy, certainty } = journey.end;
  return [negotiation, asOf, knownBy, certainty].join(' ');
}
