import fc from 'fast-check';
import { startTestService, type TestService } from '../support/service.js';
import { faulty, path, query } from '../support/service-fuzz.js';
import { aNegotiation, postReports, REPORTS, UKRAINE_REJECTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  await postReports(service);
});
afterAll(() => service.stop());

const REMOVAL = { reason: 'source', published: { edtf: '2026-01-12', basis: 'explicit' }, note: 'n' };
const ENTRIES = [
  { title: 'T', opened: '2026', principals: ['russia'], staleAfterDays: 3, description: 'D' },
  { title: 'T', parent: 'territory', principals: ['russia'] },
  { issue: 'territory', text: 'T' },
  { name: 'N', kind: 'state', aliases: ['A'] },
  { name: 'N', party: 'russia', role: 'R', aliases: ['A'] },
  { published: { edtf: '2026-01', phrase: 'P', basis: 'relative', anchor: '2026' }, url: 'U', notes: ['N'] },
];
const REPORT_BODIES = [...Object.values(REPORTS), UKRAINE_REJECTS].map(({ id: _, ...report }) => report);
const CORRECTIONS = REPORT_BODIES.map((report) => ({ ...REMOVAL, report }));
const LINES = [
  ...REPORT_BODIES.map((report) => ({ entry: 'report', id: 'a', ...report })),
  { entry: 'link', id: 'attack', kind: 'same-as', to: 'a' },
];

const WRITES: readonly fc.Arbitrary<[method: 'put' | 'post', path: string, body: unknown]>[] = [
  fc.tuple(fc.constant('put'), path(['/*', '/talks/*/*', '/talks/issues/*', '/talks/sources/*', '/*/persons/*']), faulty(ENTRIES)),
  fc.tuple(fc.constant('post'), path(['/talks/reports', '/*/reports']), faulty(REPORT_BODIES)),
  fc.tuple(fc.constant('post'), path(['/talks/reports/*/corrections']), faulty(CORRECTIONS)),
  fc.tuple(fc.constant('post'), path(['/talks/reports/*/retraction', '/talks/sources/*/withdrawal']), faulty([REMOVAL])),
  fc.tuple(fc.constant('post'), path(['/talks/reports/*/links']), faulty([{ kind: 'same-as', to: 'attack' }])),
  fc.tuple(fc.constant('post'), path(['/talks/import']), faulty([LINES, LINES.slice(0, 2)])),
];

const asWritten = { numRuns: 250, seed: 20_260_101 };

it('a write is taken, or refused as a problem and not recorded', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(...WRITES), fc.boolean(), async ([method, url, body], named) => {
      const before = await service.head();
      const headers: Record<string, string> = named ? { 'if-match': '"0"' } : {};
      const { status, headers: told } = await service.raw(method, url, JSON.stringify(body), 'application/json', headers);
      expect(status).toBeLessThan(500);
      if (status < 400) return;
      expect(told['content-type']).toMatch(/^application\/problem\+json/);
      expect(await service.head()).toBe(before);
    }),
    asWritten,
  );
});

it('any line of an import has an outcome, and none is a fault of the service', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(faulty(LINES), { minLength: 1, maxLength: 5 }), async (lines) => {
      const answer = await service.importLines('talks', lines as object[]);
      expect(answer).toHaveLength(lines.length + 1);
      for (const { outcome, problem } of answer.slice(0, -1)) {
        if (outcome === 'rejected') expect(problem.status).toBeLessThan(500);
      }
    }),
    { ...asWritten, numRuns: 60 },
  );
});

const READS = [
  '',
  '/*',
  ...[
    'issues',
    'matrix',
    'search',
    'stances',
    'stances/expired',
    'plans',
    'meetings',
    'reports',
    'parties',
    'persons',
    'sources',
    'propositions',
    'changes',
    'export',
  ].map((one) => `/talks/${one}`),
  '/*/*',
  '/talks/*/*',
  '/talks/reports/*/history',
];

it('a read is answered, or refused as a problem', async () => {
  await fc.assert(
    fc.asyncProperty(path(READS), query, async (url, asked) => {
      const { status, headers } = await service.read(url + asked).buffer(true);
      expect(status).toBeLessThan(500);
      if (status >= 400) expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    }),
    asWritten,
  );
});
