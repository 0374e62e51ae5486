import { type Query, QueryBus } from '@nestjs/cqrs';
import { IssueStateQuery } from '../../src/queries/issue-state/issue-state.query.js';
import { NegotiationQuery } from '../../src/queries/negotiations/negotiations.query.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  await postReports(service);
});
afterAll(() => service.stop());

/** The negotiation is asked for as soon as the state is known, and something has happened. */
function between(happens: () => Promise<void>): { readonly states: () => number } {
  const bus = service.app.get(QueryBus);
  const execute = bus.execute.bind(bus) as (query: Query<unknown>) => Promise<unknown>;
  let states = 0;
  const { promise: hasHappened, resolve } = Promise.withResolvers<undefined>();
  bus.execute = async (query: object): Promise<never> => {
    if (query instanceof NegotiationQuery) await hasHappened;
    const answer = await execute(query as Query<unknown>);
    if (!(query instanceof IssueStateQuery)) return answer as never;
    states += 1;
    if (states === 1) {
      await happens();
      resolve(undefined);
    }
    return answer as never;
  };
  return { states: () => states };
}

it('the state of an issue is asked for again where a report came in before the rest of its page was asked for', async () => {
  const data = { party: 'russia', proposition: 'cede-donbas', modality: 'undecided' };
  const asked = between(async () => {
    const report = { id: 'meanwhile', type: 'PositionStated', source: { id: 'post' }, summary: 'Meanwhile.', data };
    const { position } = (await service.post('/talks/reports', report).expect(201)).body;
    await service.read(`/talks/stances?recordedBy=@${position}`).expect(200);
  });
  const { text } = await service.http.get('/n/talks/issues/territory?on=2026-01-20').expect(200);
  expect(asked.states()).toBe(2);
  const fixed = /<details class="cite"[^]*?href="(\/v1\/[^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  const { stances } = (await service.http.get(fixed).expect(200)).body;
  expect(stances.map(({ evidence }) => (evidence as string[])[0])).toContain('meanwhile');
  expect(text).toContain('cell=russia.cede-donbas');
});
