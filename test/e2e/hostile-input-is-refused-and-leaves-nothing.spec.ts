import fc from 'fast-check';
import { bearer, madeKey } from '../support/credentials.js';
import { type HostileAnswer, HostileClient } from '../support/hostile/hostile-client.js';
import { type HostileRequest, hostileRequests } from '../support/hostile/hostile-requests.js';
import { gained, memoryHeld } from '../support/hostile/memory-held.js';
import { isFaultOfService, toldAsRecorded, unclearFaults } from '../support/hostile/told-as-recorded.js';
import { KEY, startServiceInThreads, type TestService } from '../support/service.js';

/** `HOSTILE_REQUESTS=20000 npm run jest -- test/e2e/hostile` sends more; `HOSTILE_SEED` others. */
const REQUESTS = Number(process.env.HOSTILE_REQUESTS ?? 5_000);
const SEED = Number(process.env.HOSTILE_SEED ?? 20_260_101);
const BATCH = 250;
const AT_ONCE = 16;
const MOST_HEAP_GAINED = 64_000_000;
const MOST_RESIDENT_GAINED = 512_000_000;

let service: TestService;
let client: HostileClient;
beforeAll(async () => {
  service = await startServiceInThreads({ loadSeeds: true });
  const limited = await madeKey(service, { name: 'limited', role: 'editor', negotiations: ['ukraine-peace'] });
  const reader = await madeKey(service, { name: 'onlooker', role: 'reader' });
  client = new HostileClient(service.url, {
    admin: bearer(KEY).authorization,
    limited: bearer(limited).authorization,
    reader: bearer(reader).authorization,
    nobody: undefined,
    garbage: 'Bearer \u00ff"\\',
  });
});
afterAll(async () => {
  client.close();
  await service.stop();
});

/** How many events an answer says that it recorded. */
function recordedBy(answer: HostileAnswer, { method }: HostileRequest): number {
  return method === 'GET' || method === 'HEAD' ? 0 : toldAsRecorded(answer);
}

async function sentAtOnce(
  requests: readonly HostileRequest[],
  take: (request: HostileRequest, answer: HostileAnswer) => void,
): Promise<void> {
  const left = [...requests];
  const send = async (): Promise<void> => {
    for (let request = left.shift(); request !== undefined; request = left.shift()) take(request, await client.answerTo(request));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
}

it('with a problem, never a fault of the service, and nothing is recorded but what is answered as recorded', async () => {
  const requests = fc.sample(hostileRequests(service.document()), { numRuns: REQUESTS, seed: SEED });
  const statuses = new Map<number, number>();
  const faults: string[] = [];
  let before = memoryHeld();
  for (let at = 0; at < requests.length; at += BATCH) {
    const head = BigInt(await service.head());
    let recorded = 0;
    await sentAtOnce(requests.slice(at, at + BATCH), (request, answer) => {
      const { status, text } = answer;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      recorded += recordedBy(answer, request);
      for (const fault of unclearFaults(answer)) faults.push(`${told(request)} → not clear: ${fault}`);
      if (status === 0 || isFaultOfService(answer)) faults.push(`${told(request)} → ${String(status)} ${text}`);
    });
    expect(BigInt(await service.head()) - head).toBe(BigInt(recorded));
    faults.push(...service.violations());
    // The first ones warm it up.
    if (at === 0) before = memoryHeld();
  }
  process.stdout.write(`hostile requests by status: ${JSON.stringify(Object.fromEntries([...statuses].toSorted()))}\n`);
  expect(faults).toEqual([]);
  const after = memoryHeld();
  process.stdout.write(`${gained(before, after)}\n`);
  expect(after.heap - before.heap).toBeLessThan(MOST_HEAP_GAINED);
  expect(after.resident - before.resident).toBeLessThan(MOST_RESIDENT_GAINED);
  expect((await service.http.get('/health/ready')).status).toBe(200);
});

function told({ method, url, asker, headers, body }: HostileRequest): string {
  return `${method} ${url} by ${asker} ${JSON.stringify(headers)} ${body?.toString('latin1').slice(0, 500) ?? ''}`;
}
