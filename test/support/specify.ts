import type { Decider, Request } from '../../src/commands/writing/decider.js';
import { OverlayWriteModel } from '../../src/commands/writing/overlay-write-model.js';
import type { WriteModel } from '../../src/commands/writing/write-model.js';
import { propositionsOf, propositionsOfConditions } from '../../src/rules/mentions.js';
import { isReport, type LogEvent } from '../../src/vocabulary/events/log-event.js';
import { type Fault, Refusal, type RefusalCode } from '../../src/vocabulary/refusal.js';

/** What a command on some history comes to. */
interface Outcome {
  /** Exactly these events are to be appended; none: the command repeats what stands. */
  then(...events: LogEvent[]): Promise<void>;
  /** Nothing is appended. @param faults what the refusal says is wrong, and where */
  refused(code: RefusalCode, ...faults: Partial<Fault>[]): Promise<void>;
}

/** `given(events).when(command).then(events)`: a decider with what it loads, on a log that holds these events and nothing else. */
export function specify<C extends Request, S>(decider: Decider<C, S>): (...given: LogEvent[]) => { when(command: C): Outcome } {
  return (...given) => ({
    when: (command) => ({
      then: async (...events) => {
        expect(await decided(decider, command, given)).toEqual(events);
      },
      refused: async (code, ...faults) => {
        const refusal: unknown = await decided(decider, command, given).catch((error: unknown) => error);
        expect(refusal).toBeInstanceOf(Refusal);
        expect(refusal).toMatchObject({ code, faults });
      },
    }),
  });
}

async function decided<C extends Request, S>(decider: Decider<C, S>, command: C, given: readonly LogEvent[]): Promise<LogEvent[]> {
  const model = new OverlayWriteModel(emptyLog(given), command.negotiation);
  for (const event of given) await model.take(event);
  const { state } = await decider.load(command, model);
  return decider.decide(command, state);
}

/** Nothing stands in the log below what is given; what is used, the read model would know. */
function emptyLog(given: readonly LogEvent[]): WriteModel {
  const used = given.filter(isReport).flatMap((report) => [...propositionsOf(report), ...propositionsOfConditions(report)]);
  return {
    isKnown: () => false,
    entry: async () => undefined,
    source: async () => undefined,
    report: async () => undefined,
    registryRevision: async () => 'no-stream',
    isUsed: async (_, proposition) => used.includes(proposition),
  };
}

/** What every command carries. */
export const REQUEST: Request = { negotiation: 'n', postedBy: 'desk', correlationId: '00000000-0000-4000-8000-000000000000' };
