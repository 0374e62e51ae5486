import { EventStore } from '../../src/event-store/event-store.token.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports } from '../support/service-negotiation.js';

let service: TestService;
let other: TestService;
beforeAll(async () => {
  service = await startTestService();
  other = await startTestService();
  await aNegotiation(service);
  await postReports(service);
});
afterAll(async () => {
  await service.stop();
  await other.stop();
});

it('in its last line: lines, events, and up to where', async () => {
  const lines = await service.exportedWhole('talks');
  const closing = lines.at(-1);
  const events = expect.any(Number) as number;
  const position = await service.head();
  expect(closing).toEqual({ summary: { lines: lines.length - 1, events, position, unreadableCount: 0, unreadable: [] } });
  const early = await service.exportedWhole('talks', '?recordedBy=@20');
  expect(early.at(-1)).toMatchObject({ summary: { lines: early.length - 1, position: '20' } });
});

it('is not kept by a cache', async () => {
  await service.read('/talks/export').expect(200).expect('cache-control', 'no-cache');
});

it('goes to the head of the log, however far the queries of this node have come', async () => {
  const lines = Array.from({ length: 500 }, (_, i) => ({ entry: 'issue', id: `more-${String(i)}`, title: `More ${String(i)}` }));
  const importing = service.importLines('talks', lines);
  for (;;) {
    const exported = await service.exportedWhole('talks');
    const { position } = exported.at(-1)?.summary as { position: string };
    const of = await service.exportedWhole('talks', `?recordedBy=@${position}`);
    expect(exported).toEqual(of);
    if (exported.some(({ id }) => id === 'more-499')) break;
  }
  await importing;
});

it('its last line brings nothing where it is imported, in either form', async () => {
  const lines = await service.exportedWhole('talks');
  const answer = await other.importLines('talks', lines);
  expect(answer.at(-1)?.summary).toMatchObject({ created: lines.length - 1, rejected: 0 });
  const few = [{ entry: 'issue', id: 'one', title: 'One' }, { summary: { lines: 1 } }];
  const { body } = await other.post('/talks/import', few).expect(200);
  expect(body.items).toMatchObject([{ id: 'one', outcome: 'created' }]);
});

it('an export that lost lines on its way is told as not whole', async () => {
  const lines = await service.exportedWhole('talks');
  const answer = await other.importLines('talks', [...lines.slice(0, 10), ...lines.slice(-1)]);
  expect(answer.at(-2)).toMatchObject({ line: 11, outcome: 'rejected', problem: { errors: [{ code: 'incomplete' }] } });
});

it('what cannot be read is told there, and everything else is given', async () => {
  const before = await service.exportedWhole('talks');
  const event = {
    id: '01890000-0000-7000-8000-000000000001',
    type: 'OfALaterVersion',
    data: { negotiation: 'talks', id: 'later' },
    metadata: { postedBy: 'x', correlationId: 'x', causationId: 'x', version: 1 },
  };
  const { position } = await service.app.get(EventStore).append('report-talks.later', [event], 'no-stream');
  const after = await service.exportedWhole('talks');
  expect(after.slice(0, -1)).toEqual(before.slice(0, -1));
  expect(after.at(-1)?.summary).toMatchObject({
    lines: before.length - 1,
    unreadableCount: 1,
    unreadable: [{ position: String(position), type: 'OfALaterVersion' }],
  });
});
