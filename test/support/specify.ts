import type { Decider, Request } from '../../src/commands/writing/decider.js';
import { OverlayWriteModel } from '../../src/commands/writing/overlay-write-model.js';
import type { State } from '../../src/commands/writing/state.js';
import type { WriteModel } from '../../src/commands/writing/write-model.js';
import { mentionsOf } from '../../src/rules/mentions.js';
import { isReport, type LogEvent } from '../../src/vocabulary/events/log-event.js';
import { type Fault, Refusal, type RefusalCode } from '../../src/vocabulary/refusal.js';
import { streamOf } from './histories-log-writer.js';

/** What a command on some history comes to. */
interface Outcome {
  /** Exactly these events are to be appended; none: the command repeats what stands. */
  then(...events: LogEvent[]): Promise<void>;
  /** Nothing is appended. @param faults what the refusal says is wrong, and where */
  refused(code: RefusalCode, ...faults: Partial<Fault>[]): Promise<void>;
}

/** `given(events).when(command).then(events)`: a decider on a log that holds these events and nothing else. */
export function specify<C extends Request, S extends State, B>(
  decider: Decider<C, S, B> | ((command: C) => Decider<C, S, B>),
): (...given: LogEvent[]) => { when(command: C): Outcome } {
  const of = typeof decider === 'function' ? decider : () => decider;
  return (...given) => ({
    when: (command) => ({
      then: async (...events) => {
        expect(await decided(of(command), command, given)).toEqual(events);
      },
      refused: async (code, ...faults) => {
        const refusal: unknown = await decided(of(command), command, given).catch((error: unknown) => error);
        expect(refusal).toBeInstanceOf(Refusal);
        expect(refusal).toMatchObject({ code, faults });
      },
    }),
  });
}

async function decided<C extends Request, S extends State, B>(
  decider: Decider<C, S, B>,
  command: C,
  given: readonly LogEvent[],
): Promise<LogEvent[]> {
  const stream = decider.stream(command);
  const model = new OverlayWriteModel(nothingBelow(given));
  model.take(
    stream,
    undefined,
    given.filter((event) => streamOf(event) === stream),
    decider.evolve,
  );
  const state = await model.state(stream, decider.evolve);
  return decider.decide(command, state, (await decider.ask?.(command, state, model)) as B);
}

/** Nothing stands in the log below what is given; what is used, the read model would know. */
export function nothingBelow(given: readonly LogEvent[]): WriteModel {
  const used = given
    .filter(isReport)
    .map(mentionsOf)
    .flatMap(({ propositions, propositionsOfConditions }) => [...propositions, ...propositionsOfConditions]);
  return {
    isKnown: () => false,
    state: async () => undefined,
    isUsed: async (_, proposition) => used.includes(proposition),
  };
}

/** What every command carries; `id` is of what it is about. */
export const REQUEST: Request = { negotiation: 'n', id: 'r', postedBy: 'desk', correlationId: '00000000-0000-4000-8000-000000000000' };
