import { gzipSync } from 'node:zlib';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ loadSeeds: true });
});
afterAll(() => service.stop());

const N = '/n/ukraine-peace';
const TERRITORY = `${N}/issues/territory?on=2026-01-07`;

it('the root leads to the only negotiation, and to a list where there are several', async () => {
  await service.http.get('/').expect(302).expect('location', N);
  await service.http.get('/?lang=de').expect(302).expect('location', `${N}?lang=de`);
  const other = await startTestService();
  try {
    expect((await other.http.get('/').expect(200)).text).toContain('Nothing is tracked here yet');
    await aNegotiation(other, 'one');
    await aNegotiation(other, 'two');
    const { text } = await other.http.get('/').expect(200);
    expect(text).toContain('href="/n/one"');
    expect(text).toContain('href="/n/two"');
  } finally {
    await other.stop();
  }
});

it('a page may load its own style sheet and show its own forms, and nothing else', async () => {
  const { headers } = await service.http.get(TERRITORY).expect(200).expect('content-type', 'text/html; charset=utf-8');
  expect(headers['content-security-policy']).toContain("default-src 'none'");
  expect(headers['content-security-policy']).not.toContain('unsafe');
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
});

it('no page has a style or a script in it, nor anything from elsewhere', async () => {
  const { text } = await service.http.get(`${TERRITORY}&cell=ukraine.ukraine-withdraws-from-held-territory`).expect(200);
  expect(text).not.toMatch(/ style=| on\w+="|<script(?! src="\/assets\/)|(src|href)="(https?:)?\/\//);
});

it('a page is sent once: the browser that has it gets 304', async () => {
  const { headers } = await service.http.get(TERRITORY).expect(200);
  const etag = headers.etag ?? '';
  // A proxy that packs a page weakens its tag.
  for (const tags of [etag, `W/${etag}`, `"other", ${etag}`]) {
    const { text } = await service.http.get(TERRITORY).set({ 'if-none-match': tags }).expect(304);
    expect(text).toBe('');
  }
});

it('the style sheet is kept for ever under the address that names its content, and is small', async () => {
  const { text } = await service.http.get(N).expect(200);
  const url = /href="(\/assets\/page\.[^"]+\.css)"/.exec(text)?.[1] ?? '';
  const sheet = await service.http.get(url).expect(200).expect('content-type', 'text/css; charset=utf-8');
  expect(sheet.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(gzipSync(sheet.text).length).toBeLessThan(6 * 1024);
  await service.http.get('/assets/page.000000000000.css').expect(404);
});

it.each([
  ['known', 'on=2026-01-05'],
  ['hindsight', 'asOf=2026-01-05'],
  ['recorded', 'asOf=2026-01-05&recordedBy=2026-01-05'],
])('the form of the time bar leads to the address that says the same: %s', async (perspective, axes) => {
  await service.http
    .get(`${N}/issues/territory?perspective=${perspective}&day=2026-01-05&cell=a.b&on=2026-01-07`)
    .expect(302)
    .expect('location', `${N}/issues/territory?cell=a.b&${axes}`);
});

it('an address of before, which calls the perspective otherwise, leads there too', async () => {
  const asked = `${N}/issues/territory?look=hindsight&day=2026-01-05&cell=a.b`;
  await service.http.get(asked).expect(302).expect('location', `${N}/issues/territory?cell=a.b&asOf=2026-01-05`);
  await service.http.get(`${asked}&perspective=known`).expect(302).expect('location', `${N}/issues/territory?cell=a.b&on=2026-01-05`);
});

it('empty fields of a form and parameters of others are passed over', async () => {
  await service.http.get(`${N}?asOf=2026-01-05&knownBy=&recordedBy=&certainty=&utm_source=mail`).expect(200);
});

it.each([
  ['/n/unknown', 404, 'There is nothing under this address.'],
  [`${N}/issues/teritory`, 404, 'Near ids: territory'],
  [`${N}?on=2026-02-30`, 400, 'This address asks for something that is not known here.'],
  [`${N}?on=2026-01-02&asOf=2026-01-02`, 400, 'give either it or them'],
])('%s is a page too: %i', async (path, status, said) => {
  const { text } = await service.http.get(path).set({ 'accept-language': 'en' }).expect(status).expect('content-type', /html/);
  expect(text).toContain(said);
});

it('a position that is not reached is 503 and says when to come again', async () => {
  const { text } = await service.http.get(`${N}?recordedBy=@999999`).expect(503).expect('retry-after', '1');
  expect(text).toContain('cannot be given just now');
});

it('a fixed view says that it is one, and leads to today', async () => {
  const { text } = await service.http.get(`${N}/issues/territory?asOf=2026-01-07&recordedBy=@200`).expect(200);
  expect(text).toContain('This view is fixed: the state of 7 Jan 2026 as recorded up to @200.');
  expect(text).toContain('See today’s');
});

it.each([
  ['de-AT,de;q=0.9,en;q=0.5', '', 'de'],
  ['fr,en;q=0.2', '', 'en'],
  ['en', '?lang=de', 'de'],
  ['de', '?lang=xx', 'de'],
])('a reader of %s at "%s" reads %s', async (accepted, query, language) => {
  const { text } = await service.http.get(`${N}${query}`).set({ 'accept-language': accepted }).expect(200);
  expect(text).toContain(`<html lang="${language}">`);
});

it('an address keeps the point in time and the language that it is looked at with', async () => {
  const { text } = await service.http.get(`${N}?asOf=2026-01-07&knownBy=2026-01-06&lang=de`).expect(200);
  expect(text).toContain('href="/n/ukraine-peace/issues/territory?asOf=2026-01-07&amp;knownBy=2026-01-06&amp;lang=de"');
});

it('a negotiation of the smallest kind is shown too', async () => {
  await aNegotiation(service);
  await postReports(service);
  const { text } = await service.http.get('/n/talks/issues/territory').expect(200);
  expect(text).toContain('Ukraine cedes Donbas.');
});
