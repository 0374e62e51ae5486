import { pointers } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

const ENTRIES = 300;
const RACES = 8;

let service: TestService;
beforeEach(async () => {
  service = await startTestService();
  await aNegotiation(service);
});
afterEach(() => service.stop());

const { id: _, ...content } = REPORTS.ContextReported;
const article = (name: string, length = ENTRIES) =>
  Array.from({ length }, (_unused, i) => ({ entry: 'report', id: `${name}-${String(i)}`, ...content, summary: `${name} ${String(i)}` }));
const reportsSeen = async (name: string): Promise<number> => {
  const { body } = await service.read(`/talks/reports?q=${name}&limit=500`).expect(200);
  return body.items.length;
};

it('where another client takes one of its ids meanwhile, all are recorded or none, and the answer says which', async () => {
  for (let race = 0; race < RACES; race += 1) {
    const name = `race${String(race)}`;
    const entries = article(name);
    const taken = `${name}-${String(ENTRIES - 1 - race)}`;
    const [answer, other] = await Promise.all([
      service.post('/talks/import', entries),
      service.post('/talks/reports', { id: taken, ...content, summary: 'Somebody else.' }),
    ]);
    const isRecorded = answer.status === 200;
    expect([answer.status, other.status]).toEqual(isRecorded ? [200, 409] : [422, 201]);
    if (!isRecorded) expect(pointers(answer.body)).toEqual([`#/${String(ENTRIES - 1 - race)}/id`]);
    expect(await reportsSeen(name)).toBe(isRecorded ? ENTRIES : 0);
  }
});

it('a reader sees none of its reports or all of them, at every position on the way', async () => {
  const count = async (): Promise<number> => (await service.read('/talks')).body.counts.reports as number;
  const before = await count();
  const end = new AbortController();
  const seen = new Set<number>();
  const looking = (async () => {
    while (!end.signal.aborted) seen.add(await count());
  })();
  await service.post('/talks/import', article('whole', 900)).expect(200);
  end.abort();
  await looking;
  seen.add(await count());
  expect([...seen].sort((a, b) => a - b)).toEqual([before, before + 900]);
});
