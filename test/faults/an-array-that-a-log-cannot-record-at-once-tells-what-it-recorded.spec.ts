import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';
import { EventStoreDbDouble } from '../support/eventstoredb-double/eventstoredb-double.js';

const ENTRIES = 300;
const RACES = 6;

let server: EventStoreDbDouble;
let service: TestService;
beforeEach(async () => {
  server = await EventStoreDbDouble.start();
  service = await startTestService({ eventStoreUrl: server.url });
  await aNegotiation(service);
});
afterEach(async () => {
  await service.stop();
  await server.stop();
});

const { id: _, ...content } = REPORTS.ContextReported;
const article = (name: string) =>
  Array.from({ length: ENTRIES }, (_unused, i) => ({
    entry: 'report',
    id: `${name}-${String(i)}`,
    ...content,
    summary: `${name} ${String(i)}`,
  }));
const seen = async (name: string): Promise<number> =>
  (await service.read(`/talks/reports?q=${name}&limit=500`).expect(200)).body.items.length;

it('whatever another client does meanwhile, and sending it again completes it', async () => {
  for (let race = 0; race < RACES; race += 1) {
    const name = `race${String(race)}`;
    const entries = article(name);
    const taken = ENTRIES - 1 - race;
    const [answer, other] = await Promise.all([
      service.post('/talks/import', entries),
      service.post('/talks/reports', { id: `${name}-${String(taken)}`, ...content, summary: 'Somebody else.' }),
    ]);
    if (answer.status === 200) {
      expect(other.status).toBe(409);
      expect(await seen(name)).toBe(ENTRIES);
      continue;
    }
    expect([answer.status, answer.body.code, other.status]).toEqual([422, 'invalid-body', 201]);
    const { summary = { created: 0 } } = answer.body as unknown as { summary?: { created: number } };
    expect(await seen(name)).toBe(summary.created);
    if (summary.created > 0)
      expect(answer.body.detail).toMatch(new RegExp(`Recorded are ${String(summary.created)} of ${String(ENTRIES)}`));
    const rest = entries.filter((_unused, i) => i !== taken);
    const completed = await service.post('/talks/import', rest).expect(200);
    expect(completed.body.summary).toMatchObject({ created: rest.length - summary.created, unchanged: summary.created });
  }
});
