import type { Answered } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
let n: string;
let tries = 0;
beforeAll(async () => {
  service = await startTestService();
  n = await aNegotiation(service);
});
afterAll(() => service.stop());

const TRIES = 30;
const { id: _, ...content } = REPORTS.PositionStated;

/** A proposition that no report uses, and a report that may be corrected. */
async function aProposition(): Promise<string> {
  const id = `proposition-${String((tries += 1))}`;
  await service.put(`${n}/propositions/${id}`, { issue: 'territory', text: 'Text.' }).expect(201);
  await service.post(`${n}/reports`, { ...REPORTS.ContextReported, id: `corrected-${id}` }).expect(201);
  return id;
}

/** A report on it. */
const on = (proposition: string) => ({ ...content, id: `on-${proposition}`, data: { party: 'russia', proposition, modality: 'rejects' } });
const moved = { issue: 'administration', text: 'Text.' };

/** Where the move and the first use are recorded; undefined: refused. */
interface Places {
  readonly move: bigint | undefined;
  readonly use: bigint | undefined;
}

function expectInOrder({ move, use }: Places): void {
  expect(use).toBeDefined();
  if (move !== undefined) expect(move).toBeLessThan(use ?? 0n);
}

const placeOf = ({ status, body }: Answered): bigint | undefined => (status < 300 ? BigInt(body.position) : undefined);

const put = async (proposition: string): Promise<bigint | undefined> =>
  placeOf(await service.put(`${n}/propositions/${proposition}`, moved));
const imported = async (proposition: string): Promise<bigint | undefined> => {
  const [line] = await service.importLines(n.slice(1), [{ entry: 'proposition', id: proposition, ...moved }]);
  if (line?.outcome === 'rejected') return undefined;
  const { body } = await service.get(`${n}/propositions/${proposition}/history`).expect(200);
  return BigInt(body.items.at(-1)?.position ?? '');
};
const posted = async (proposition: string): Promise<bigint | undefined> => placeOf(await service.post(`${n}/reports`, on(proposition)));
const corrected = async (proposition: string): Promise<bigint | undefined> => {
  const id = `corrected-${proposition}`;
  const correction = { reason: 'coding', note: 'n', report: { ...on(proposition), id } };
  return placeOf(await service.post(`${n}/reports/${id}/corrections`, correction, { 'if-match': '"0"' }));
};

it.each([
  ['a PUT beside a POST', put, posted],
  ['a PUT beside a correction', put, corrected],
  ['a line of an import beside a POST', imported, posted],
])('%s', async (_what, move, use) => {
  for (let i = 0; i < TRIES; i += 1) {
    const proposition = await aProposition();
    // Which one is sent first makes no difference.
    const both = i % 2 === 0 ? [move(proposition), use(proposition)] : [use(proposition), move(proposition)];
    const [first, second] = await Promise.all(both);
    expectInOrder(i % 2 === 0 ? { move: first, use: second } : { move: second, use: first });
  }
});

it('after that it is in use', async () => {
  const proposition = await aProposition();
  await posted(proposition);
  expect((await service.put(`${n}/propositions/${proposition}`, moved).expect(409)).body.code).toBe('in-use');
});
