import type { QueryBus } from '@nestjs/cqrs';
import { BatchesTold } from '../../../src/threads/batches-told.js';
import { QueriesUnderWay } from '../../../src/threads/queries-under-way.js';
import type { FromQueryThread } from '../../../src/threads/query-messages.js';
import { NegotiationsQuery } from '../../../src/queries/negotiations/negotiations.query.js';
import { NoSpans } from '../../../src/ports/spans.js';

async function told(execute: () => Promise<unknown>, isTraced: boolean): Promise<FromQueryThread[]> {
  const messages: FromQueryThread[] = [];
  const queries = new QueriesUnderWay(
    { execute } as unknown as QueryBus,
    (message) => messages.push(message),
    () => undefined,
  );
  const dropped = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  await queries.ask({ number: 1, name: NegotiationsQuery.name, fields: {}, dropped, limitMs: 60_000, isTraced });
  return messages;
}

const answers = async (): Promise<unknown> => Promise.resolve({ items: [] });
const fails = async (): Promise<unknown> => Promise.reject(new Error('no'));

it.each([
  ['an answer', answers],
  ['a failure', fails],
])('%s bears the time of its work where it is traced, and none where it is not', async (_what, execute) => {
  const [traced] = await told(execute, true);
  const { begunAt, endedAt } = (traced as { worked: { begunAt: number; endedAt: number } }).worked;
  expect(endedAt).toBeGreaterThanOrEqual(begunAt);
  expect((await told(execute, false))[0]).toMatchObject({ worked: undefined });
});

it('where nobody traces, nothing is to be told', () => {
  expect(new NoSpans().areWanted).toBe(false);
});

it('an event is in the batch that was applied with it, as long as that is remembered', () => {
  const batches = new BatchesTold();
  for (let i = 0n; i < 100n; i += 1n) batches.take({ after: 10n * i, upTo: 10n * i + 10n, begunAt: Number(i), endedAt: Number(i) });
  expect([batches.with(990n)?.begunAt, batches.with(991n)?.begunAt, batches.with(1_000n)?.begunAt]).toEqual([98, 99, 99]);
  expect(batches.with(10n)).toBeUndefined();
  expect(batches.with(1_001n)).toBeUndefined();
});
