import fc from 'fast-check';
import { DEFAULT_LIMITS } from '../../src/http/limits.js';
import { hasInjected } from '../support/hostile/broken-heads.js';
import { gained, memoryHeld } from '../support/hostile/memory-held.js';
import { type RawAnswer, rawAnswers } from '../support/hostile/raw-answers.js';
import { answeredTo } from '../support/hostile/raw-client.js';
import { type RawRequest, rawRequests } from '../support/hostile/raw-requests.js';
import { isFaultOfService, toldAsRecorded } from '../support/hostile/told-as-recorded.js';
import { KEY, startServiceInThreads, type TestService } from '../support/service.js';

/** `HOSTILE_REQUESTS=20000 npm run jest -- test/e2e/hostile` opens more connections, a fifth of that number; `HOSTILE_SEED` others. */
const CONNECTIONS = Number(process.env.HOSTILE_REQUESTS ?? 5_000) / 5;
const SEED = Number(process.env.HOSTILE_SEED ?? 20_260_101);
const BATCH = 100;
const AT_ONCE = 16;
const MOST_HEAP_GAINED = 64_000_000;
const MOST_RESIDENT_GAINED = 512_000_000;

let service: TestService;
beforeAll(async () => {
  // What never comes whole is not waited for.
  service = await startServiceInThreads({ loadSeeds: true, bounds: { ...DEFAULT_LIMITS, bodySeconds: 1, importSilenceSeconds: 1 } });
});
afterAll(() => service.stop());

type Counts = Map<string, Map<string, number>>;

async function sentAtOnce(requests: readonly RawRequest[], take: (request: RawRequest, come: Buffer) => void): Promise<void> {
  const left = [...requests];
  const send = async (): Promise<void> => {
    for (let request = left.shift(); request !== undefined; request = left.shift()) take(request, await answeredTo(service.url, request));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, send));
}

function faultOf({ status, text, headers, isWhole }: RawAnswer): string | undefined {
  if (isFaultOfService({ status, text })) return 'a fault of the service';
  if (hasInjected(headers)) return 'a header of the one who asked';
  return isWhole || status === 200 ? undefined : 'an answer without its end';
}

it('on connections of their own, the service goes on, and nothing is recorded but what is answered as recorded', async () => {
  const requests = fc.sample(rawRequests(KEY), { numRuns: CONNECTIONS, seed: SEED });
  const counts: Counts = new Map();
  const faults: string[] = [];
  let before = memoryHeld();
  for (let at = 0; at < requests.length; at += BATCH) {
    const head = BigInt(await service.head());
    let recorded = 0;
    await sentAtOnce(requests.slice(at, at + BATCH), (request, come) => {
      const answers = rawAnswers(come);
      const ofKind = counts.get(request.kind) ?? new Map<string, number>();
      counts.set(request.kind, ofKind);
      for (const status of answers.length === 0 ? ['closed'] : answers.map((answer) => String(answer.status)))
        ofKind.set(status, (ofKind.get(status) ?? 0) + 1);
      if (answers.length === 0 && mustBeAnswered(request)) faults.push(`${told(request)} → no answer`);
      for (const answer of answers) {
        if (answer.isWhole && answer.text.includes('"outcome"')) recorded += toldAsRecorded(answer);
        const fault = faultOf(answer);
        if (fault !== undefined) faults.push(`${told(request)} → ${fault}: ${String(answer.status)} ${answer.text}`);
      }
    });
    expect(BigInt(await service.head()) - head).toBe(BigInt(recorded));
    faults.push(...service.violations());
    // The first ones warm it up.
    if (at === 0) before = memoryHeld();
  }
  for (const [kind, byStatus] of counts)
    process.stdout.write(`hostile bytes, ${kind}: ${JSON.stringify(Object.fromEntries([...byStatus].toSorted()))}\n`);
  expect(faults).toEqual([]);
  const after = memoryHeld();
  process.stdout.write(`${gained(before, after)}\n`);
  expect(after.heap - before.heap).toBeLessThan(MOST_HEAP_GAINED);
  expect(after.resident - before.resident).toBeLessThan(MOST_RESIDENT_GAINED);
  await service.http.get('/health/ready').expect(200);
  await service.read('/ukraine-peace/issues/territory').expect(200);
});

/** What is no request, CONNECT, which is for proxies, and nothing at all may be met with silence. */
function mustBeAnswered({ kind, then }: RawRequest): boolean {
  return then === 'asks on' && kind !== 'request line';
}

function told({ kind, pieces, then }: RawRequest): string {
  return `${kind}, ${then}: ${JSON.stringify(Buffer.concat(pieces).toString('latin1').slice(0, 600))}`;
}
