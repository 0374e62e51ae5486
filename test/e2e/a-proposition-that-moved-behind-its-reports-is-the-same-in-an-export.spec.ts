import { randomUUID } from 'node:crypto';
import { EventStore } from '../../src/event-store/event-store.token.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
let second: TestService;
beforeAll(async () => {
  [service, second] = [await startTestService(), await startTestService()];
  await aNegotiation(service);
  await postReports(service);
  await anotherNodeMoved('cede-donbas', 'guarantees');
  const later = { ...REPORTS.PositionStated, id: 'later', occurred: '2026-01-04' };
  await service.post('/talks/reports', later).expect(201);
  await second.importLines('talks', await service.exported('talks'));
});
afterAll(() => Promise.all([service.stop(), second.stop()]));

/** Appends what this node would refuse: another one did not see the reports yet. */
async function anotherNodeMoved(proposition: string, issue: string): Promise<void> {
  const store = service.app.get(EventStore);
  let revision = 0n;
  for await (const stored of store.readStream('negotiation-talks')) revision = stored.revision;
  const data = { negotiation: 'talks', id: proposition, entry: { issue, text: 'Ukraine cedes Donbas.' } };
  const metadata = { postedBy: 'other', correlationId: randomUUID(), causationId: randomUUID(), version: 1 };
  const event = { id: randomUUID(), type: 'PropositionChanged', data, metadata };
  const { position } = await store.append('negotiation-talks', [event], revision);
  await service.read(`/talks?recordedBy=@${String(position)}`).expect(200);
}

/** An answer without what depends on where and when it was recorded. */
function timeless(value: unknown): unknown {
  const own = ['at', 'position', 'recordedAt', 'revision', 'postedBy'];
  return JSON.parse(JSON.stringify(value, (key, member: unknown) => (own.includes(key) ? undefined : member)));
}

it('the reports are of the issue that it has now', async () => {
  const { body } = await service.read('/talks/issues/guarantees').expect(200);
  expect(body.stances).toMatchObject([{ party: 'russia' }, { party: 'ukraine' }]);
  expect(body.plans).toMatchObject([{ id: 'plan-28' }]);
  expect((await service.read('/talks/issues/territory').expect(200)).body).toMatchObject({ stances: [], plans: [] });
});

it.each([
  '/issues',
  '/issues/territory',
  '/issues/guarantees',
  '/stances',
  '/reports?issue=territory',
  '/reports?issue=guarantees',
  '/plans',
  '/propositions',
])('%s', async (path) => {
  const [first, again] = [await service.read(`/talks${path}`).expect(200), await second.read(`/talks${path}`).expect(200)];
  expect(timeless(again.body)).toEqual(timeless(first.body));
});
