import { aBrowser, follow } from '../support/browser.js';
import { startTestService, type TestService } from '../support/service.js';

const browser = aBrowser();
let service: TestService;
beforeAll(async () => {
  service = await startTestService({ loadSeeds: true });
});
afterAll(() => service.stop());

const N = '/n/ukraine-peace';

it('the advisers of 3 January stand in the month, and nobody has told whether they met', async () => {
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}${N}/meetings?on=2026-01-31`);
  const day = await page.locator('table.month td', { hasText: 'National security advisers' }).innerText();
  expect(day).toMatch(/^3\s/);
  expect(day).toContain('its day passed, nothing reported');
  const meeting = await page.locator('#meeting-advisers-2026-01-03').innerText();
  expect(meeting).toContain('expected');
  expect(meeting).not.toMatch(/attended|\bheld\b/);
});

it('the way on leads to the next day on which something changed, and says how much', async () => {
  const { body } = await service.read('/ukraine-peace/activity?axis=published').expect(200);
  const days = body.items.filter(({ day, changes }) => day !== null && changes > 0);
  const next = days.find(({ day }) => (day as string) > '2026-01-05');
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}${N}?on=2026-01-05`);
  const link = page.locator('.steps a[rel=next]');
  expect(await link.locator('small').innerText()).toBe(String(next?.changes));
  await follow(link);
  expect(new URL(page.url()).searchParams.get('on')).toBe(next?.day);
  const before = days.findLast(({ day }) => (day as string) < (next?.day as string));
  expect(await page.locator('.steps a[rel=prev]').getAttribute('href')).toContain(`on=${String(before?.day)}`);
});

it('what is planned next is told on the overview', async () => {
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}${N}?on=2026-01-07`);
  const planned = await page
    .locator('section', { has: page.getByRole('heading', { name: 'Planned next' }) })
    .last()
    .innerText();
  expect(planned).toMatch(/8 Jan 2026\s+Macron with the French party and group leaders\s+announced/);
});

it('the meetings of an issue stand in the order of their days, and lead to what is told of them', async () => {
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}${N}/issues/security-guarantees?on=2026-01-07`);
  const days = await page.locator('ul.mt .d').allInnerTexts();
  expect(days).toEqual(['15 Dec 2025', '31 Dec 2025', '3 Jan 2026', '6 Jan 2026', '8 Jan 2026']);
  await follow(page.locator('ul.mt a').nth(2));
  expect(new URL(page.url())).toMatchObject({ pathname: `${N}/meetings`, hash: '#meeting-advisers-2026-01-03' });
});

it('the version of Geneva revises the 28 points; of the 20 points nobody has told', async () => {
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}${N}/plans?on=2026-01-26`);
  const lines = await page.locator('ol.lineage').allInnerTexts();
  expect(lines.length).toBe(2);
  expect(lines[0]).toMatch(/28-point plan[^]*revised, as a source states[^]*Geneva/);
  expect(lines[1]).toMatch(/20-point plan[^]*relation to the others not reported/);
});

it('what blocks a deal is told by issue', async () => {
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}${N}?on=2026-01-07`);
  const blockers = await page
    .locator('section', { has: page.getByRole('heading', { name: 'What blocks a deal' }) })
    .last()
    .innerText();
  expect(blockers).toContain('European force in Ukraine');
  expect(blockers).toContain('Territory');
});

it('a replay goes forward and back, a step a page, to its end', async () => {
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}${N}/replay?from=2026-01-06&to=2026-01-07&issue=peacekeeping-force`);
  const seen: string[] = [];
  for (;;) {
    seen.push(await page.locator('.part h2').first().innerText());
    const next = page.getByRole('link', { name: 'Next step' });
    if ((await next.count()) === 0) break;
    await follow(next);
  }
  const { text } = await service.read('/ukraine-peace/replay?from=2026-01-06&to=2026-01-07&issue=peacekeeping-force').buffer(true);
  expect(seen.length).toBe(text.trim().split('\n').length);
  await follow(page.getByRole('link', { name: 'Step back' }));
  expect(await page.locator('.part h2').first().innerText()).toBe(seen.at(-2));
});

it('the timeline says the same in its table, and by the days of its sources where no day is given', async () => {
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}${N}/timeline?on=2026-01-26&issue=territory`);
  const { body } = await service.read('/ukraine-peace/reports?on=2026-01-26&issue=territory&limit=500').expect(200);
  await page.locator('summary', { hasText: 'The same as a table' }).click();
  const rows = page.locator('table.reports tbody tr');
  expect(await rows.count()).toBe(body.items.length);
  for (const { summary } of body.items) expect(await rows.filter({ hasText: summary as string }).count()).toBeGreaterThan(0);
});

it('a source tells what would be otherwise without it, as the API does', async () => {
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}${N}/sources/article-002?on=2026-01-07`);
  await follow(page.getByRole('link', { name: 'Show what would be otherwise' }));
  const otherwise = await page.locator('#otherwise').innerText();
  expect(otherwise).toMatch(/European force in Ukraine as a whole: ⇄ opposed → ◐ one side only/);
  expect(otherwise).toMatch(/Germany on “German soldiers are sent to Ukrainian soil.”: undecided → accepts – says Donald Trump/);
  const without = '/ukraine-peace/issues/peacekeeping-force?on=2026-01-07&without=source:article-002';
  expect((await service.read(without).expect(200)).body.convergence).toBe('one-sided');
  await page.goto(`${service.url}${N}/sources/article-002?on=2025-12-01&otherwise=shown`);
  expect(await page.locator('#otherwise').innerText()).toContain('No stance would be otherwise.');
});
