import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { aBrowser, follow } from '../support/browser.js';
import { startTestService, type TestService } from '../support/service.js';

const KB = 1_024;
const PARTIES = 15;
const PROPOSITIONS = 60;
const MODALITIES = ['demands', 'supports', 'accepts', 'conditionally-accepts', 'undecided', 'objects', 'rejects', 'red-line'];

const browser = aBrowser();
let service: TestService;
beforeAll(async () => {
  service = await startTestService({ loadSeeds: true });
});
afterAll(() => service.stop());

const packed = (text: string): number => gzipSync(text).length;

/** An issue on which every party has said something of every proposition. */
function* full(): Generator<object> {
  const numbers = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
  yield { entry: 'negotiation', id: 'full', title: 'A full one', principals: ['party-0', 'party-1', 'party-2'] };
  yield { entry: 'source', id: 'paper', published: '2026-01-05' };
  yield { entry: 'issue', id: 'whole', title: 'The whole' };
  for (const p of numbers(PARTIES))
    yield { entry: 'party', id: `party-${String(p)}`, name: `Party of the number ${String(p)}`, kind: 'state' };
  for (const q of numbers(PROPOSITIONS)) {
    yield { entry: 'proposition', id: `proposition-${String(q)}`, issue: 'whole', text: `What is proposed under the number ${String(q)}.` };
  }
  for (const p of numbers(PARTIES)) {
    for (const q of numbers(PROPOSITIONS)) {
      const [party, proposition] = [`party-${String(p)}`, `proposition-${String(q)}`];
      const data = { party, speaker: party, proposition, modality: MODALITIES[(p * 7 + q * 3) % MODALITIES.length] };
      const said = { source: { id: 'paper' }, summary: `${party} on ${proposition}.`, data };
      yield { entry: 'report', id: `said-${String(p)}-${String(q)}`, type: 'PositionStated', ...said };
    }
  }
}

it('a page of 60 propositions and 15 parties is at most 25 KB, packed', async () => {
  await service.importLines('full', [...full()]);
  const { text } = await service.http.get('/n/full/issues/whole?on=2026-01-07&lang=en').expect(200);
  expect(text.match(/class="cell /g)).toHaveLength(PARTIES * PROPOSITIONS);
  expect(packed(text)).toBeLessThanOrEqual(25 * KB);
});

it('of very many issues and parties the first are shown, and the rest when it is asked for', async () => {
  const issues = Array.from({ length: 100 }, (_, i) => ({ entry: 'issue', id: `issue-${String(i)}`, title: `Issue ${String(i)}` }));
  await service.importLines('wide', [{ entry: 'negotiation', id: 'wide', title: 'A wide one' }, ...issues]);
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}/n/wide`);
  expect(await page.locator('table.list tbody tr').count()).toBe(60);
  await follow(page.getByRole('link', { name: 'Show 40 more' }));
  expect(await page.locator('table.list tbody tr').count()).toBe(100);
  await page.goto(`${service.url}/n/wide/issues/issue-99`);
  expect(await page.locator('nav.issues [aria-current=page]').innerText()).toContain('Issue 99');
});

it.each([
  ['page.css', 6],
  ['time-machine.js', 8],
])('%s is at most %i KB, packed', (file, most) => {
  expect(packed(readFileSync(`src/pages/bundle/${file}`, 'utf8'))).toBeLessThanOrEqual(most * KB);
});

it('a first view takes three requests', async () => {
  const page = await browser.page();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.resourceType()} ${new URL(request.url()).protocol}`));
  await page.goto(`${service.url}/n/ukraine-peace/issues/territory?asOf=2026-01-07&recordedBy=@200`);
  expect(asked.filter((one) => !one.endsWith(' data:')).sort()).toEqual(['document http:', 'script http:', 'stylesheet http:']);
});
