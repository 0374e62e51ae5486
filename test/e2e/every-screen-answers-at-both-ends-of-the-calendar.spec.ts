import { NEGOTIATION } from '../../bench/generator/history-options.js';
import { importLines } from '../../bench/generator/import-lines.js';
import { startTestService, type TestService } from '../support/service.js';

/** So many that pages ask for stretches of days around the one that is shown. */
const REPORTS = 2_100;
const SCREENS = [
  '',
  '/timeline',
  '/timeline?lanes=source',
  '/changes',
  '/replay',
  '/meetings',
  '/plans',
  '/parties',
  '/sources',
  '/search?q=a',
];
const DAYS = ['0000-01-01', '0000-02-29', '0001-06-01', '9890-07-01', '9999-12-31'];

let few: TestService;
let many: TestService;
beforeAll(async () => {
  few = await startTestService({ loadSeeds: true });
  many = await startTestService();
  await many.importLines(NEGOTIATION, [...importLines({ seed: 13, reports: REPORTS, late: 0.05 })]);
});
afterAll(async () => {
  await few.stop();
  await many.stop();
});

it.each(DAYS)('as known on %s, and in hindsight', async (day) => {
  const asked = [[few, 'ukraine-peace'] as const, [many, NEGOTIATION] as const].flatMap(([service, n]) =>
    SCREENS.flatMap((screen) =>
      ['on', 'asOf'].map((way) => ({ service, url: `/n/${n}${screen}${screen.includes('?') ? '&' : '?'}${way}=${day}` })),
    ),
  );
  const answers: string[] = [];
  for (const { service, url } of asked) answers.push(`${url} ${String((await service.http.get(url)).status)}`);
  expect(answers).toEqual(asked.map(({ url }) => `${url} 200`));
});
