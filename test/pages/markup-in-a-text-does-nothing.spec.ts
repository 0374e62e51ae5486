import { aBrowser, complaintsOf } from '../support/browser.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

const browser = aBrowser();
let service: TestService;
beforeAll(async () => {
  service = await startTestService();
});
afterAll(() => service.stop());

const NAUGHTY = [
  '<script>globalThis.planted = 1</script>',
  '<img src=x onerror="globalThis.planted = 1">',
  '"><svg onload="globalThis.planted = 1">',
  "' onmouseover='globalThis.planted = 1",
  '</title><script>globalThis.planted = 1</script>',
  '{{constructor.constructor("globalThis.planted = 1")()}}',
  '\u202Etxet desrever',
  '&lt;script&gt;globalThis.planted = 1&lt;/script&gt;',
  '<a href="javascript:globalThis.planted = 1">x</a>',
  '--><!-- --!><script>globalThis.planted = 1</script>',
  '<iframe srcdoc="<script>parent.planted = 1</script>">',
  '<style>* { display: none }</style>',
  '</td></tr></table><form action=//example.org><input name=on>',
  '${globalThis.planted = 1}',
  '%3Cscript%3E',
  "'; DROP TABLE reports; --",
  'Ṱ̺̺̕o͞ ̷i̲̬͇̪͙n̝̗͕v̟̜̘̦͟o̶̙̰̠kè͚̮̺̪̹̱̤',
  '👩‍👩‍👧‍👦 🇺🇦 ١٢٣ Ω≈ç√ 田中さん 𠜎 ﷽',
  'مرحبا بالعالم',
];

it('whatever a title, a name, a proposition, a condition or a summary holds is shown as it is, and runs nowhere', async () => {
  const n = await aNegotiation(service);
  for (const [i, text] of NAUGHTY.entries()) {
    const id = `naughty-${String(i)}`;
    await service.put(`${n}/parties/${id}`, { name: `Party ${text}`, kind: 'group' }).expect(201);
    await service.put(`${n}/propositions/${id}`, { issue: 'territory', text: `Text ${text}` }).expect(201);
    const data = { party: id, speaker: id, proposition: id, modality: 'conditionally-accepts', conditions: [{ text: `If ${text}` }] };
    await service.post(`${n}/reports`, { ...REPORTS.PositionStated, id, summary: `Says ${text}`, claim: undefined, data }).expect(201);
  }
  await service.put(`${n}/issues/territory`, { title: `Territory ${NAUGHTY.join(' ')}` }).expect(200);
  const page = await browser.page();
  const complaints = complaintsOf(page);
  for (const i of NAUGHTY.keys()) {
    await page.goto(`${service.url}/n/talks/issues/territory?cell=naughty-${String(i)}.naughty-${String(i)}`);
    const text = (await page.locator('body').textContent()) ?? '';
    for (const planted of NAUGHTY) expect(text).toContain(planted);
    expect(text).toContain(`If ${NAUGHTY[i] ?? ''}`);
    expect(await page.evaluate('globalThis.planted')).toBeUndefined();
  }
  expect(complaints).toEqual([]);
  const code = (await page.locator('.outlets pre').textContent()) ?? '';
  const elsewhere = await browser.page();
  await elsewhere.setContent(code);
  expect(await elsewhere.locator('body > *').count()).toBe(1);
  expect(await elsewhere.locator('body > iframe').getAttribute('title')).toContain(NAUGHTY[0]);
  expect(await elsewhere.evaluate('globalThis.planted')).toBeUndefined();
});

it('what is put into a page behind the back of its templates is stopped by the policy', async () => {
  await aNegotiation(service, 'others');
  const page = await browser.page();
  const complaints = complaintsOf(page);
  await page.goto(`${service.url}/n/others`);
  await page.evaluate(`
    document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="globalThis.planted = 1"><p style="color:red">');
    const script = document.createElement('script');
    script.textContent = 'globalThis.planted = 1';
    document.body.append(script);
    const other = document.createElement('script');
    other.src = 'https://example.org/planted.js';
    document.body.append(other);
  `);
  await page.waitForFunction('true');
  expect(await page.evaluate('globalThis.planted')).toBeUndefined();
  expect(complaints.filter((text) => text.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(3);
});
