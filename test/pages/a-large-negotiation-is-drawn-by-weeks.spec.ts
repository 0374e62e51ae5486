import { gzipSync } from 'node:zlib';
import { NEGOTIATION } from '../../bench/generator/history-options.js';
import { importLines } from '../../bench/generator/import-lines.js';
import { aBrowser, follow } from '../support/browser.js';
import type { Json } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';

const REPORTS = 4_500;
const KB = 1_024;
const N = `/n/${NEGOTIATION}`;

const browser = aBrowser();
let service: TestService;
/** In the middle of what is reported. */
let day = '';
beforeAll(async () => {
  service = await startTestService();
  await service.importLines(NEGOTIATION, [...importLines({ seed: 13, reports: REPORTS, late: 0.05 })]);
  const days = await activity('axis=published&to=9999-12-31&changes=false');
  day = days[Math.floor(days.length / 2)]?.day as string;
});
afterAll(() => service.stop());

async function activity(query: string): Promise<Json[]> {
  return (await service.read(`/${NEGOTIATION}/activity?${query}`).expect(200)).body.items;
}

const sized = async (path: string): Promise<number> =>
  gzipSync((await service.http.get(path).set({ 'accept-language': 'en' }).expect(200)).text).length;

it('every screen stays within 25 KB, packed', async () => {
  const { items: issues } = (await service.read(`/${NEGOTIATION}/issues?limit=500`).expect(200)).body;
  const issue = issues.toSorted((a, b) => Number(b.counts.reports) - Number(a.counts.reports))[0]?.id ?? '';
  const screens = [
    '',
    '/timeline',
    '/timeline?lanes=party',
    '/timeline?lanes=source',
    '/changes',
    '/meetings',
    '/plans',
    '/parties',
    '/sources',
  ];
  for (const path of [...screens, `/issues/${issue}`, `/timeline?issue=${issue}`]) {
    const url = `${N}${path}${path.includes('?') ? '&' : '?'}on=${day}`;
    const size = await sized(url);
    expect([url, size <= 25 * KB ? 'small' : size]).toEqual([url, 'small']);
  }
});

it('the strip has a bar a week, and says so', async () => {
  const weeks = await activity('axis=published&to=9999-12-31&per=week&changes=false');
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}${N}?on=${day}`);
  expect(await page.locator('.strip svg > rect[y]:not(.hidden):not([height="36"])').count()).toBe(weeks.length);
  const most = Math.max(...weeks.map(({ reports }) => Number(reports)));
  expect(await page.locator('.strip svg').getAttribute('aria-label')).toContain(`at most ${String(most)}`);
  expect(await page.locator('.strip').getAttribute('data-out')).toBe('');
});

it('the ways on lead to the nearest days on which reports came out, and say how many', async () => {
  const days = (await activity('axis=published&to=9999-12-31&changes=false')).map((one) => one.day as string);
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}${N}?on=${day}`);
  const next = page.locator('.steps a[rel=next]');
  expect(await next.locator('small').innerText()).toMatch(/^\d+ reports?$/);
  await next.click();
  const after = days.find((one) => one > day);
  expect(new URL(page.url()).searchParams.get('on')).toBe(after);
  await page.locator('.steps a[rel=prev]').click();
  expect(new URL(page.url()).searchParams.get('on')).toBe(day);
  // Long before all that is reported the first day of it is found too.
  await page.goto(`${service.url}${N}?on=1999-01-01`);
  await next.click();
  expect(new URL(page.url()).searchParams.get('on')).toBe(days[0]);
});

it.each(['issue', 'party', 'source'])('the timeline by %s tells in its table what the API counts, week by week', async (lanes) => {
  const weeks = await activity(`axis=occurred&to=${day}&knownBy=${day}&per=week&groups=${lanes}&changes=false`);
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}${N}/timeline?on=${day}&lanes=${lanes}`);
  expect(await page.locator('#main').innerText()).toContain('each bar is a week');
  const rows = await page
    .locator('table.periods tbody tr')
    .evaluateAll((all) =>
      (all as unknown as { querySelectorAll(of: string): Iterable<{ textContent: string }> }[]).map((row) =>
        [...row.querySelectorAll('td')].map((cell) => Number(cell.textContent)),
      ),
    );
  expect(rows).toHaveLength(weeks.length);
  for (const [i, { groups, ungrouped }] of weeks.entries()) {
    const told = [...Object.values(groups as Record<string, number>), Number(ungrouped)].reduce((sum, one) => sum + one, 0);
    expect(rows[i]?.reduce((sum, one) => sum + one, 0)).toBe(told);
  }
});

it('a lane leads to its reports', async () => {
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}${N}/timeline?on=${day}`);
  await page.locator('summary', { hasText: 'The same as a table' }).click();
  const lane = page.locator('table.periods thead a').last();
  const title = await lane.innerText();
  await follow(lane);
  expect(await page.locator('select[name=issue] option:checked').innerText()).toBe(title);
});

it('an issue shows its last weeks as small bars, as high as the API counts', async () => {
  const { items } = (await service.read(`/${NEGOTIATION}/issues?limit=500&on=${day}`).expect(200)).body;
  const { id = '' } = items.toSorted((a, b) => Number(b.counts.reports) - Number(a.counts.reports))[0] ?? {};
  const monday = new Date(`${day}T00:00:00Z`);
  monday.setUTCDate(monday.getUTCDate() - ((monday.getUTCDay() + 6) % 7) - 25 * 7 - 1);
  const from = monday.toISOString().slice(0, 10);
  const weeks = await activity(`axis=published&from=${from}&to=${day}&per=week&issue=${id}&changes=false`);
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}${N}?on=${day}`);
  const spark = page.locator('table.list tr', { has: page.locator(`a[href*="/issues/${id}?"]`) }).locator('svg.spark');
  const most = Math.max(...weeks.map(({ reports }) => Number(reports)));
  expect(await spark.getAttribute('aria-label')).toBe(`Reports week by week, at most ${String(most)}`);
  expect((await spark.locator('path').first().getAttribute('d'))?.match(/M/g)).toHaveLength(weeks.length);
});

it('of very many sources the latest are told, and a source is named wherever a report of it stands', async () => {
  const { counts } = (await service.read(`/${NEGOTIATION}`).expect(200)).body;
  expect(Number(counts.sources)).toBeGreaterThan(500);
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}${N}/sources?on=${day}`);
  expect(await page.locator('.lede').innerText()).toMatch(/^The latest \d+ of [\d,]+ sources/);
  const dates = await page.locator('ul.mt .d').allInnerTexts();
  expect(dates.length).toBeGreaterThan(5);
  await follow(page.locator('ul.mt a').first());
  await follow(page.locator('ol.ev a', { hasText: /^report$/ }).first());
  expect(await page.locator('#main').innerText()).toMatch(/published \d/);
});
