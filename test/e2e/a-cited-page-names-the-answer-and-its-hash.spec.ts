import { createHash } from 'node:crypto';
import { startTestService, type TestService } from '../support/service.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ loadSeeds: true });
});
afterAll(() => service.stop());

const N = '/n/ukraine-peace';
const unescaped = (text: string): string => text.replaceAll('&amp;', '&').replaceAll('&quot;', '"');

it.each([
  ['the overview', `${N}?on=2026-01-07`],
  ['the state of an issue', `${N}/issues/peacekeeping-force?on=2026-01-07&cell=germany.german-troops-in-ukraine`],
  ['what changed', `${N}/changes?from=2026-01-05&to=2026-01-07`],
  ['a report', `${N}/reports/merz-rules-nothing-out`],
])('%s: the hash is that of what the API answers under the address that is named', async (_, path) => {
  const { text } = await service.http.get(path).expect(200);
  const cite = text.slice(text.indexOf('<details class="cite"'));
  const api = unescaped(/href="(\/v1\/[^"]+)"/.exec(cite)?.[1] ?? '');
  const sha256 = /<code[^>]*>([0-9a-f]{64})<\/code>/.exec(cite)?.[1];
  const answer = await service.http.get(api).buffer(true).expect(200);
  expect(createHash('sha256').update(answer.text).digest('hex')).toBe(sha256);
  expect(api).toMatch(/recordedBy=@\d+/);
  expect(/<code>(@\d+ sha256:[0-9a-f]{64})<\/code>/.exec(cite)?.[1]).toBe(answer.headers['log-root']);
});

it('the fixed address keeps saying the same when more is recorded', async () => {
  const path = `${N}/issues/peacekeeping-force?on=2026-01-07`;
  const { text } = await service.http.get(path).expect(200);
  const fixed = unescaped(/<details class="cite"[^]*?href="(\/n\/[^"]+)"/.exec(text)?.[1] ?? '');
  expect(fixed).toMatch(/asOf=2026-01-07&knownBy=2026-01-07&recordedBy=@\d+/);
  const before = await service.http.get(fixed).expect(200);
  const stance = { party: 'germany', proposition: 'german-troops-in-ukraine', modality: 'demands' };
  await service
    .post('/ukraine-peace/reports', { type: 'PositionStated', source: { id: 'article-002' }, summary: 'Later.', data: stance })
    .expect(201);
  const after = await service.http.get(fixed).expect(200);
  expect(after.text).toBe(before.text);
  expect((await service.http.get(path).expect(200)).text).not.toBe(text);
});

it('APA and BibTeX name the title, the day, what was known and recorded, and the address', async () => {
  const { text } = await service.http.get(`${N}/issues/territory?on=2026-01-07&lang=en`).expect(200);
  const cite = unescaped(text.slice(text.indexOf('<details class="cite"')));
  expect(cite).toMatch(
    /Negotiation tracker\. \(2026-01-07\)\. Territory: state of 7 Jan 2026 \[as known on 7 Jan 2026, as recorded up to @\d+\]\. http/,
  );
  expect(cite).toContain('@misc{tracker-2026-01-07-territory-state-of,');
  expect(cite).toContain('year = {2026},');
});
