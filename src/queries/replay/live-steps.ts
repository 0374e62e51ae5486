import type { ReadableModel } from '../../read-model/readable-model.js';
import type { RecordedReplay } from '../../read-model/replaying/replay-reader.js';
import { BEFORE_ALL } from '../../vocabulary/position.js';
import { LiveHub } from './live-hub.js';
import { type Listener, TOO_SLOW } from './live-replay.js';
import { dropped, IDLE, type Sent, stepSent } from './replay-body.js';
import { withHeartbeat } from './with-heartbeat.js';

/**
 * The steps up to the head, then each as it is recorded, for ever. What is recorded already is worked out for this client, as it
 * takes it; from the head on it listens to what is worked out once for all, and is dropped where it takes it too slowly.
 * @param heartbeat milliseconds of silence after which it says that it is idle
 * @param signal ends it, even while it waits
 * @param hub of all clients
 */
export async function* liveSteps(
  readModel: ReadableModel,
  replay: RecordedReplay,
  heartbeat: number,
  signal: AbortSignal,
  hub = new LiveHub(readModel),
): AsyncGenerator<Sent> {
  // The first chunk sends the headers: without it a client would not learn that it is connected.
  yield IDLE;
  yield* withHeartbeat(steps(readModel, replay, signal, hub), heartbeat, IDLE);
}

async function* steps(readModel: ReadableModel, replay: RecordedReplay, signal: AbortSignal, hub: LiveHub): AsyncGenerator<Sent> {
  let resumeAfter = String(replay.journey.from ?? BEFORE_ALL);
  let listener = hub.join(replay);
  while (listener === undefined) {
    for await (const step of replay.upTo(readModel.applied)) {
      if (signal.aborted) return;
      resumeAfter = step.position ?? resumeAfter;
      yield stepSent(resumeAfter, JSON.stringify(step));
    }
    if (signal.aborted) return;
    listener = hub.join(replay);
  }
  yield* heard(listener, replay, resumeAfter, signal);
}

async function* heard(listener: Listener, replay: RecordedReplay, start: string, signal: AbortSignal): AsyncGenerator<Sent> {
  const leave = (): void => {
    listener.leave();
  };
  signal.addEventListener('abort', leave);
  let resumeAfter = start;
  try {
    for (;;) {
      const next = signal.aborted ? [] : await listener.next();
      if (next === TOO_SLOW) {
        yield dropped(resumeAfter);
        return;
      }
      if (next.length === 0) return;
      let text = '';
      for (const step of next) {
        const json = step.json(replay.journey.issue, () => replay.steps.nextNumber());
        if (json === undefined) continue;
        resumeAfter = String(step.position);
        text += stepSent(resumeAfter, json).text;
      }
      if (text !== '') yield { text };
    }
  } finally {
    signal.removeEventListener('abort', leave);
    leave();
  }
}
