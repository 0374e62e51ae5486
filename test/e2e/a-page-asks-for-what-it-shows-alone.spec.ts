import { type Query, QueryBus } from '@nestjs/cqrs';
import { nameOf } from '../../src/queries/query-classes.js';
import { ReportsOfEachQuery } from '../../src/queries/reports/reports-of-each.query.js';
import { startTestService, type TestService } from '../support/service.js';

const ON = 'on=2026-01-07';

const SCREENS = [
  `?${ON}`,
  `/issues/peacekeeping-force?${ON}`,
  `/issues/peacekeeping-force?${ON}&cell=germany.german-troops-in-ukraine`,
  `/parties?${ON}`,
  `/parties/ukraine?with=russia&${ON}`,
  '/changes?from=2025-10-01&to=2026-01-07',
  '/replay?from=2025-10-01&to=2026-01-07&step=3',
  `/timeline?${ON}`,
  `/timeline?lanes=party&${ON}`,
  `/meetings?${ON}`,
  `/meetings.ics?${ON}`,
  `/plans?${ON}`,
  `/reports/witkoff-appointed-envoy?${ON}`,
  `/sources?${ON}`,
  `/sources/article-002?${ON}`,
  `/search?q=troops&${ON}`,
];

/** However much is reported. The overview asks for the state of each issue besides. */
const MOST_QUESTIONS = 12;

let service: TestService;
let asked: Query<unknown>[] = [];
beforeAll(async () => {
  service = await startTestService({ loadSeeds: true });
  const bus = service.app.get(QueryBus);
  const execute = bus.execute.bind(bus) as (query: Query<unknown>) => Promise<unknown>;
  bus.execute = async (query: object): Promise<never> => {
    asked.push(query as Query<unknown>);
    return (await execute(query as Query<unknown>)) as never;
  };
});
afterAll(() => service.stop());

async function questionsOf(screen: string): Promise<string[]> {
  asked = [];
  await service.http.get(`/n/ukraine-peace${screen}`).expect(200);
  return asked.map((query) => `${nameOf(query)} ${JSON.stringify(query)}`);
}

it.each(SCREENS)('%s asks no question twice', async (screen) => {
  const questions = await questionsOf(screen);
  expect(questions.filter((question, i) => questions.indexOf(question) < i)).toEqual([]);
});

it.each(SCREENS.slice(1))('%s asks no more where more is reported', async (screen) => {
  expect((await questionsOf(screen)).length).toBeLessThanOrEqual(MOST_QUESTIONS);
});

it.each([
  ['issue', '/issues'],
  ['party', '/parties'],
  ['meeting', '/meetings'],
] as const)('the reports of each %s are those that a list of its reports holds', async (filter, list) => {
  const at = { asOf: '2026-01-07', knownBy: '2026-01-07', recordedBy: '@200' };
  const { items } = (await service.read(`/ukraine-peace${list}?limit=500&${new URLSearchParams(at).toString()}`).expect(200)).body;
  const ids = (items as { readonly id: string }[]).map(({ id }) => id);
  const query = new ReportsOfEachQuery('ukraine-peace', { ...at, limit: '500' }, filter, ids);
  const found = await service.app.get(QueryBus).execute(query);
  expect([...found.keys()]).toEqual(ids);
  for (const [id, reports] of found) {
    const question = new URLSearchParams({ ...at, [filter]: id, limit: '500' }).toString();
    const listed = (await service.read(`/ukraine-peace/reports?${question}`).expect(200)).body.items as { readonly id: string }[];
    expect(reports).toEqual(listed.map((report) => report.id));
  }
});
