import type { Page } from 'playwright-core';
import { aBrowser, follow } from '../support/browser.js';
import { startTestService, type TestService } from '../support/service.js';

const browser = aBrowser();
let service: TestService;
beforeAll(async () => {
  service = await startTestService({ loadSeeds: true });
});
afterAll(() => service.stop());

const N = '/n/ukraine-peace';

/** Types words into the box in the head of a page. */
async function searchFor(page: Page, words: string): Promise<void> {
  await page.getByRole('searchbox').fill(words);
  await page.getByRole('search').getByRole('button').click();
  await page.waitForURL((url) => url.pathname === `${N}/search` && url.searchParams.get('q') === words);
}

const hit = (page: Page, text: string) => page.locator('.found ol > li', { hasText: text }).first().getByRole('link');

it.each([true, false])('every page has the box, which keeps the point in time and the language: script %s', async (script) => {
  const page = await browser.page({ script });
  for (const path of ['', '/changes', '/timeline', '/meetings', '/plans', '/parties', '/sources', '/issues/territory', '/replay']) {
    await page.goto(`${service.url}${N}${path}?on=2026-01-07&lang=de`);
    expect(await page.getByRole('searchbox').count()).toBe(1);
  }
  await searchFor(page, 'Merz');
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({ on: '2026-01-07', lang: 'de', q: 'Merz' });
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Gesucht: „Merz“');
  expect(await page.getByRole('searchbox').inputValue()).toBe('Merz');
});

it('a proposition is found by its words, and leads to its row on the page of its issue', async () => {
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}${N}?on=2026-01-07`);
  await searchFor(page, 'German soldiers');
  await follow(hit(page, 'German soldiers are sent'));
  expect(new URL(page.url()).pathname).toBe(`${N}/issues/peacekeeping-force`);
  expect(await page.locator('tr:target').innerText()).toContain('German soldiers are sent to Ukrainian soil.');
  expect(await page.locator('tr:target a.cell').innerText()).toContain('undecided');
});

it('a person is found by a spelling of another language, and leads to the reports that name the person', async () => {
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}${N}?on=2026-01-07`);
  await searchFor(page, 'Selenskyj');
  await follow(hit(page, 'Person'));
  const { body } = await service.read('/ukraine-peace/reports?person=volodymyr-zelenskyy&on=2026-01-07&limit=500').expect(200);
  expect(await page.locator('table.reports tbody tr').count()).toBe(body.items.length);
  await follow(page.getByRole('link', { name: /^Without: / }));
  expect(await page.locator('table.reports tbody tr').count()).toBeGreaterThan(body.items.length);
});

it.each([
  ['party', 'Germany', `${N}/parties/germany`],
  ['plan', '20-point', `${N}/plans`],
  ['meeting', 'advisers', `${N}/meetings`],
  ['issue', 'Territory', `${N}/issues/territory`],
  ['MeetingHeld', 'Paris', `${N}/reports/paris-conference-held`],
])('what is found of the kind %s leads to its page', async (type, words, path) => {
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}${N}/search?q=${words}&type=${type}&on=2026-01-07`);
  await follow(page.locator('.found ol > li a').first());
  expect(new URL(page.url()).pathname).toBe(path);
  const { hash } = new URL(page.url());
  if (hash !== '') expect(await page.locator(':target').count()).toBe(1);
});

it('the hits are those of the API, and are narrowed by what they are of and widened again', async () => {
  const page = await browser.page({ script: false });
  const found = async (rest = '') => (await service.read(`/ukraine-peace/search?q=troops&on=2026-01-07&limit=500${rest}`).expect(200)).body;
  await page.goto(`${service.url}${N}/search?q=troops&on=2026-01-07`);
  const all = await found();
  expect(await page.locator('.found ol > li').count()).toBe(all.items.length);
  expect(await page.locator('#main').innerText()).toContain(`${String(all.found)} hits`);
  await follow(page.locator('.facets').getByRole('link', { name: 'Position stated' }));
  expect(await page.locator('.found ol > li').count()).toBe((await found('&type=PositionStated')).items.length);
  await follow(page.locator('.facets').getByRole('link', { name: 'Germany' }));
  const few = await found('&party=germany&type=PositionStated');
  expect(await page.locator('.found ol > li').count()).toBe(few.items.length);
  await follow(page.getByRole('link', { name: 'Without: Germany' }));
  expect(await page.locator('.found ol > li').count()).toBe((await found('&type=PositionStated')).items.length);
});

it('without a word it says what can be looked for, and without a hit what may help', async () => {
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}${N}/search?q=%20`);
  expect(await page.locator('#main').innerText()).toContain('finds parties, persons, issues');
  await page.goto(`${service.url}${N}/search?q=unheard&on=2026-01-07`);
  expect(await page.locator('#main').innerText()).toContain('Nothing that was out by then has all these words.');
  await page.goto(`${service.url}${N}/search?q=troops&type=PlanTabled&on=2026-01-07`);
  expect(await page.locator('#main').innerText()).toContain('With this choice nothing is found');
  const unknown = await page.goto(`${service.url}${N}/search?q=troops&party=germnay`);
  expect(unknown?.status()).toBe(400);
  expect(await page.locator('#main').innerText()).toContain('germany');
});
