import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { z } from 'zod';
import { ReadableModel } from '../../read-model/readable-model.js';
import { RecordedReplay, stepsOf } from '../../read-model/replaying/replay-reader.js';
import type { Journey, RecordedJourney } from '../../rules/replay/journey.js';
import type { Step } from '../../rules/replay/step.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { Asking } from '../asking/asking.js';
import { isPosition } from '../asking/axes.schema.js';
import { journeyQuestion } from '../asking/journey.schema.js';
import { requireKnown } from '../asking/known-filters.js';
import { fixedQuery, journeyOf, resumedBehind } from '../asking/journey-of.js';
import { LiveHub } from './live-hub.js';
import { liveSteps } from './live-steps.js';
import { type Chunks, ndjson, serverSentEvents, stoppable, unlessEmpty } from './replay-body.js';

const HEARTBEAT_MS = 15_000;

/** The question of how the state came about, step by step. */
export const replayQuestion = journeyQuestion(
  {
    from: 'the steps after it are told',
    issue: 'Only the steps of this issue, its children left out',
  },
  {},
);
export type ReplayQuestion = z.output<typeof replayQuestion>;

/** How a client wants the steps. */
export interface Client {
  /** As server-sent events. */
  readonly takesEvents: boolean;
  /** The `id` of the last event that it got. */
  readonly lastEventId: string | undefined;
}

/** Of the steps one alone. */
export interface OneOfSteps {
  /** Which one, from 1; the last one of fewer. */
  readonly number: number;
  /** So many are counted at most. */
  readonly most: number;
}

/** What is sent of a replay. */
export interface ReplayAnswer {
  readonly contentType: string;
  /** What fixes the question; null where it goes on live. */
  readonly fixed: Readonly<Record<string, string | undefined>> | null;
  /** Null: a client that comes back has got all, and is to stop. */
  readonly body: Chunks | null;
}

/** The steps between two points of an axis. */
export class ReplayQuery extends Query<ReplayAnswer> {
  constructor(
    readonly negotiation: string,
    readonly question: ReplayQuestion,
    readonly client: Client,
    /** Instead of the steps one of them, with how many there are; null: all. */
    readonly only: OneOfSteps | null = null,
  ) {
    super();
  }
}

/** Walks along an axis and tells each step. api.md, "changes and replay". */
@QueryHandler(ReplayQuery)
export class ReplayHandler implements IQueryHandler<ReplayQuery> {
  private readonly hub: LiveHub;

  constructor(
    private readonly asking: Asking,
    private readonly readModel: ReadableModel,
  ) {
    this.hub = new LiveHub(readModel);
  }

  async execute({ negotiation, question, client, only }: ReplayQuery): Promise<ReplayAnswer> {
    const journey = await journeyOf(question, this.asking);
    const { entries } = this.asking.sceneAt(negotiation, journey.end);
    const { issue } = journey;
    requireKnown(entries, { issue });
    if (!client.takesEvents) {
      const steps = stepsOf(this.asking, negotiation, journey);
      const body = only === null ? ndjson(steps) : oneOf(steps, only);
      return { contentType: 'application/x-ndjson', fixed: fixedQuery(journey), body };
    }
    if (journey.axis === 'recorded' && question.to === undefined) return this.live(negotiation, journey, client.lastEventId);
    return this.events(negotiation, journey, client.lastEventId);
  }

  private async live(negotiation: string, journey: RecordedJourney, lastEventId: string | undefined): Promise<ReplayAnswer> {
    const replay = new RecordedReplay(this.asking, negotiation, await this.resumed(journey, lastEventId));
    const body = stoppable((signal) => serverSentEvents(liveSteps(this.readModel, replay, HEARTBEAT_MS, signal, this.hub)));
    return { ...EVENT_STREAM, fixed: null, body };
  }

  /**
   * A browser asks again for a stream that has ended, with the id of the last event it got: it gets what is left, and is told
   * to stop where nothing is.
   */
  private async events(negotiation: string, journey: Journey, lastEventId: string | undefined): Promise<ReplayAnswer> {
    const fixed = fixedQuery(journey);
    const way = journey.axis === 'recorded' ? await this.resumed(journey, lastEventId) : journey;
    const steps = stepsOf(this.asking, negotiation, way);
    if (lastEventId === undefined) return { ...EVENT_STREAM, fixed, body: serverSentEvents(steps) };
    const left = journey.axis === 'recorded' ? steps : behindStep(steps, Number(lastEventId));
    return { ...EVENT_STREAM, fixed, body: await unlessEmpty(serverSentEvents(left)) };
  }

  private async resumed(journey: RecordedJourney, lastEventId: string | undefined): Promise<RecordedJourney> {
    if (lastEventId === undefined) return journey;
    if (!isPosition(`@${lastEventId}`)) {
      const detail = 'Last-Event-ID is not the id of an event of this stream, a position';
      throw new Refusal('invalid-query', detail, [{ parameter: 'Last-Event-ID', code: 'invalid-position', detail }]);
    }
    return resumedBehind(journey, await this.asking.position(`@${lastEventId}`, 'Last-Event-ID'));
  }
}

const EVENT_STREAM = { contentType: 'text/event-stream; charset=utf-8' };

async function* behindStep(steps: AsyncIterable<Step>, last: number): AsyncGenerator<Step> {
  for await (const step of steps) if (!(step.step <= last)) yield step;
}

/** In one line the step that is asked for, and how many there are. */
async function* oneOf(steps: AsyncIterable<Step>, { number, most }: OneOfSteps): AsyncGenerator<string> {
  let count = 0;
  let one: Step | null = null;
  for await (const step of steps) {
    count += 1;
    if (count <= number) one = step;
    // Leaving the loop stops what makes the steps.
    if (count === most) break;
  }
  yield JSON.stringify({ count, step: one });
}
