import { startServiceInThreads, startTestService, type TestService } from '../support/service.js';

const FIXED = 'asOf=2026-01-20&recordedBy=@150';

/** One question of every kind, at a point that is fixed. */
const QUESTIONS = [
  '',
  '/issues',
  '/issues?stale=true',
  '/issues/territory',
  '/stances?limit=500',
  '/matrix?issue=territory&issue=security-guarantees',
  '/search?q=Selenskyj+Berlin',
  '/plans',
  '/plans/28-point-plan',
  '/meetings',
  '/meetings/paris-2026-01-06',
  '/reports?limit=500&axis=published',
  '/reports?q=trump',
  '/parties',
  '/persons',
  '/sources',
  '/propositions',
  '/changes?axis=occurred&from=2025-12-01&to=2026-01-07',
  '/replay?axis=occurred&to=2026-01-07',
  '/issues/none',
  '/reports/none',
  '/issues/territory?knownBy=2026-13-01',
];

let apart: TestService;
let inOne: TestService;
let together: TestService;
beforeAll(async () => {
  apart = await startServiceInThreads({ loadSeeds: true, queryThreads: 2 });
  inOne = await startServiceInThreads({ loadSeeds: true, queryThreads: 1 });
  together = await startTestService({ loadSeeds: true });
  for (const service of [apart, inOne, together]) await service.isUpToDate();
});
afterAll(async () => {
  await apart.stop();
  await inOne.stop();
  await together.stop();
});

const at = (question: string): string => {
  const path = `/ukraine-peace${question}`;
  return question.startsWith('/changes') || question.startsWith('/replay') ? path : `${path}${path.includes('?') ? '&' : '?'}${FIXED}`;
};

it.each(QUESTIONS)('%s', async (question) => {
  const [other, ...answers] = await Promise.all([together, apart, inOne].map((service) => service.read(at(question)).buffer(true)));
  for (const one of answers) {
    expect(one.status).toBe(other?.status);
    expect(one.text).toBe(other?.text);
    for (const header of ['etag', 'content-location', 'link', 'content-type', 'cache-control']) {
      expect(one.headers[header]).toBe(other?.headers[header]);
    }
  }
});

it('the root that comes with an answer is that of the log up to where the answer is of', async () => {
  const exported = await apart.http.get('/v1/negotiations/ukraine-peace/export');
  const answered = await apart.read('/ukraine-peace/issues').expect(200);
  expect(answered.headers['log-root']).toMatch(/^@\d+ sha256:[0-9a-f]{64}$/);
  expect(answered.headers['log-root']).toBe(exported.headers['log-root']);
});

it('an export has the same lines, whichever thread reads the log', async () => {
  expect(await apart.exported('ukraine-peace')).toEqual(await together.exported('ukraine-peace'));
});

it('a write is shown at once, also where another thread follows the log', async () => {
  for (let i = 0; i < 50; i += 1) {
    const { body } = await apart.put(`/ukraine-peace/issues/new-${String(i)}`, { title: `New ${String(i)}` }).expect(201);
    expect(body.projected).toBe(true);
    await apart.read(`/ukraine-peace/issues/new-${String(i)}`).expect(200);
  }
});

it('an unknown id gets its suggestions from the thread that knows them', async () => {
  const { body } = await apart.put('/ukraine-peace/propositions/p', { issue: 'teritory', text: 'A text.' }).expect(422);
  expect(body.errors[0]?.suggestions).toContain('territory');
});
