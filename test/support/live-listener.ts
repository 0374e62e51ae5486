import type { LiveHub } from '../../src/queries/replay/live-hub.js';
import { liveSteps } from '../../src/queries/replay/live-steps.js';
import { type Chunks, serverSentEvents, stoppable } from '../../src/queries/replay/replay-body.js';
import { RecordedReplay } from '../../src/read-model/replaying/replay-reader.js';
import type { ReadModel } from '../../src/read-model/read-model.js';
import { journeyOf, type JourneyQuery, resumedBehind } from '../../src/queries/asking/journey-of.js';
import type { Step } from '../../src/rules/replay/step.js';
import { dayOf } from '../../src/vocabulary/day.js';

const TODAY = dayOf(2026, 2, 4);
const LONG_MS = 60_000;

/** One client of a hub, which takes what it gets chunk by chunk. */
export class LiveListener {
  readonly steps: Step[] = [];
  /** Where it was told to resume; null where it was not. */
  resumeAfter: string | null = null;
  ended = false;

  private constructor(private readonly chunks: Chunks) {}

  /** @param behind the last position that it has got already */
  static async join(hub: LiveHub, readModel: ReadModel, query: JourneyQuery = {}, behind?: bigint): Promise<LiveListener> {
    const position = async (): Promise<bigint> => readModel.applied;
    const way = await journeyOf({ ...query, axis: 'recorded' }, { today: TODAY, position });
    if (way.axis !== 'recorded') throw new Error('not this axis');
    const replay = new RecordedReplay(readModel, 'n', behind === undefined ? way : resumedBehind(way, behind));
    const listener = new LiveListener(stoppable((signal) => serverSentEvents(liveSteps(readModel, replay, LONG_MS, signal, hub))));
    await listener.take();
    return listener;
  }

  /** Takes one chunk, once there is one. */
  async take(): Promise<void> {
    const got = await this.chunks.next();
    if (got.done === true) this.ended = true;
    else for (const message of got.value.split(/(?<=\n\n)/)) this.read(message);
  }

  async takeUntil(position: bigint): Promise<void> {
    while (!this.ended && !(this.last >= position)) await this.take();
  }

  get last(): bigint {
    return BigInt(this.steps.at(-1)?.position ?? 0);
  }

  async leave(): Promise<void> {
    await this.chunks.return?.();
  }

  private read(message: string): void {
    const data = JSON.parse(/^data: (.*)$/m.exec(message)?.[1] ?? 'null') as unknown;
    if (message.startsWith('event: dropped\n')) this.resumeAfter = (data as { resumeAfter: string }).resumeAfter;
    else if (message.startsWith('id: ')) this.steps.push(data as Step);
  }
}

/** What tells the steps of one who listens from nothing but their numbers. */
export function unnumbered(steps: readonly Step[]): object[] {
  return steps.map(({ step: _, ...rest }) => rest);
}
