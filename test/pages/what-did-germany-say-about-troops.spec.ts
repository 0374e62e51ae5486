import { aBrowser, follow } from '../support/browser.js';
import { startTestService, type TestService } from '../support/service.js';

const browser = aBrowser();
let service: TestService;
beforeAll(async () => {
  service = await startTestService({ loadSeeds: true });
});
afterAll(() => service.stop());

const FORCE = '/n/ukraine-peace/issues/peacekeeping-force';
const CELL = 'germany.german-troops-in-ukraine';

it('on 5 January only Trump had spoken for Germany: the cell is hatched and says whose word it is', async () => {
  const page = await browser.page();
  await page.goto(`${service.url}${FORCE}?on=2026-01-05`);
  const cell = page.locator(`[id="cell-${CELL}"]`);
  expect(await cell.locator('b').innerText()).toBe('accepts');
  expect(await cell.locator('.sub').innerText()).toBe('says Donald Trump');
  expect(await cell.evaluate('getComputedStyle(document.querySelector(".cell.hear")).backgroundImage')).toContain(
    'repeating-linear-gradient',
  );
  expect(await cell.getAttribute('class')).toMatch(/\bhear\b/);
});

it('on 7 January it is undecided by its own words, and the evidence says who, where and what was held before', async () => {
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}${FORCE}?on=2026-01-05`);
  await page.getByLabel('Day', { exact: true }).fill('2026-01-07');
  await follow(page.getByRole('button', { name: 'Show' }).first());
  expect(new URL(page.url()).search).toBe('?on=2026-01-07');
  const cell = page.locator(`[id="cell-${CELL}"]`);
  expect(await cell.locator('b').innerText()).toBe('undecided');
  expect(await cell.getAttribute('class')).not.toMatch(/\bhear\b/);
  await follow(cell);
  const text = await page.locator('#evidence').innerText();
  for (const said of ['undecided', 'The party’s own words', 'decides', 'Friedrich Merz', 'article-002, line 1', 'published 7 Jan 2026']) {
    expect(text).toContain(said);
  }
  expect(text).toContain('softened: rejects → undecided');
  expect(text).toMatch(/Said too, but does not decide[^]*Trump says/);
});

it('a German reader reads the issue and its propositions in German, as far as the registry tells them so', async () => {
  const page = await browser.page({ script: false, language: 'de' });
  await page.goto(`${service.url}${FORCE}?on=2026-01-07`);
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Europäische Truppe in der Ukraine');
  expect(await page.locator('table.matrix').innerText()).toContain('Deutsche Soldaten werden auf ukrainischen Boden entsandt.');
  expect(await page.locator('nav.issues').innerText()).toContain('Gebiete');
});

it('before the first report the page says so and leads to the first source', async () => {
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}${FORCE}?on=2025-11-03`);
  expect(await page.locator('#main').innerText()).toContain('No report on this issue was out by then.');
  await page
    .locator('#main')
    .getByRole('link', { name: /Later source/ })
    .click();
  expect(new URL(page.url()).searchParams.get('on')).toBe('2025-12-01');
});

it('whether the advisers met on 3 January nobody has told: neither held nor cancelled', async () => {
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}/n/ukraine-peace?on=2026-01-31`);
  const line = await page.locator('li', { hasText: 'National security advisers' }).first().innerText();
  expect(line).toContain('its day passed, nothing reported');
  expect(line).not.toMatch(/\bheld\b|cancelled/);
});

describe('each dot opens what there is to see of it', () => {
  it('a cell on which all that was said is over: what it was and until when, and all of it in the drawer', async () => {
    const said = { type: 'PositionStated', source: { id: 'article-001' }, occurred: '2026-01-02' };
    const data = { party: 'poland', speaker: 'poland', proposition: 'polish-troops', modality: 'rejects', until: '2026-01-04' };
    await service.put('/ukraine-peace/parties/poland', { name: 'Poland', kind: 'state' }).expect(201);
    await service
      .put('/ukraine-peace/propositions/polish-troops', { issue: 'peacekeeping-force', text: 'Polish soldiers go.' })
      .expect(201);
    await service
      .post('/ukraine-peace/reports', { id: 'for-two-days', summary: 'Poland says no for two days.', ...said, data })
      .expect(201);
    const page = await browser.page({ script: false });
    await page.goto(`${service.url}${FORCE}?on=2026-01-03`);
    await follow(page.locator('[id="cell-poland.polish-troops"]'));
    expect(await page.locator('#evidence').innerText()).toMatch(/rejects[^]*decides/);
    await page.goto(`${service.url}${FORCE}?on=2026-01-05`);
    const cell = page.locator('[id="cell-poland.polish-troops"]');
    expect(await cell.innerText()).toBe('until 4 Jan 2026: rejects');
    await follow(cell);
    expect(await page.locator('#evidence').innerText()).toMatch(
      /Poland on\s+Polish soldiers go\.\s+This party has no stance[^]*Said too, but does not decide[^]*its time is over[^]*for two days/,
    );
    expect(await (await fetch(`${service.url}${FORCE}/matrix.svg?on=2026-01-05&lang=en`)).text()).toContain('until 4 Jan 2026');
  });

  it.each([true, false])('silence: whose, and on what; the way back leads to its dot; script %s', async (script) => {
    const page = await browser.page({ script });
    await page.goto(`${service.url}${FORCE}?on=2026-01-07`);
    const dots = page.locator('.matrix a.dot:not(.over)');
    expect(await page.locator('.matrix td:not(:has(> a))').count()).toBe(0);
    const id = (await dots.nth(3).getAttribute('id')) ?? '';
    await dots.nth(3).click();
    await page.waitForURL(`**cell=${id.replace('cell-', '')}**`);
    await page.locator('#evidence', { hasText: 'No statement of this party' }).waitFor();
    expect(await page.locator('#evidence').innerText()).toMatch(/^\S.* on\s+\S.*\s+No statement of this party on this proposition/);
    await page.getByRole('link', { name: 'Close the evidence' }).click();
    await page.waitForURL((url) => !url.searchParams.has('cell'));
  });

  it('an address that names no cell says that there is none', async () => {
    const page = await browser.page({ script: false });
    for (const unheard of ['poland.no-such', 'nobody.german-troops-in-ukraine', 'poland']) {
      await page.goto(`${service.url}${FORCE}?on=2026-01-05&cell=${unheard}`);
      expect(await page.locator('#evidence').innerText()).toBe('This party has no stance on this proposition on that day.');
    }
  });
});
