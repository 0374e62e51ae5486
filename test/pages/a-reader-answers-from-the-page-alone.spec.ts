import type { Locator, Page } from 'playwright-core';
import { aBrowser } from '../support/browser.js';
import { startTestService, type TestService } from '../support/service.js';

const browser = aBrowser();
let service: TestService;
beforeAll(async () => {
  service = await startTestService({ loadSeeds: true });
});
afterAll(() => service.stop());

/** More steps nobody takes in a minute who sees the page for the first time. */
const MOST_STEPS = 6;

/** A reader who begins at the address of the service, and goes on by what the page shows alone: links, buttons, and the fields of its forms. */
class Walk {
  private steps = 0;

  private constructor(readonly page: Page) {}

  static async begin(): Promise<Walk> {
    const page = await browser.page({ script: false });
    await page.goto(service.url);
    return new Walk(page);
  }

  async click(what: Locator): Promise<void> {
    await what.click();
    this.count();
  }

  async view(name: string): Promise<void> {
    await this.click(this.page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name }));
  }

  /** Names a day in the bar of time. */
  async day(day: string): Promise<void> {
    await this.page.getByLabel('Day', { exact: true }).fill(day);
    await this.click(this.page.getByRole('button', { name: 'Show' }).first());
  }

  async search(words: string): Promise<void> {
    await this.page.getByRole('searchbox').fill(words);
    await this.click(this.page.getByRole('search').getByRole('button'));
  }

  async text(selector = '#main'): Promise<string> {
    return this.page.locator(selector).innerText();
  }

  /** What stands under a heading. */
  async under(heading: string): Promise<string> {
    return this.page
      .locator('section', { has: this.page.getByRole('heading', { name: heading }) })
      .last()
      .innerText();
  }

  private count(): void {
    this.steps += 1;
    expect(this.steps).toBeLessThanOrEqual(MOST_STEPS);
  }
}

it('what did Germany say about troops as known on 5 and on 7 January, and whose word was it?', async () => {
  const walk = await Walk.begin();
  await walk.day('2026-01-05');
  await walk.search('German soldiers');
  await walk.click(walk.page.getByRole('link', { name: 'German soldiers are sent to Ukrainian soil.' }));
  const cell = walk.page.locator('tr', { hasText: 'German soldiers are sent to Ukrainian soil.' }).locator('a.cell');
  expect(await cell.innerText()).toMatch(/accepts\s+says Donald Trump/);
  await walk.day('2026-01-07');
  expect(await cell.innerText()).toMatch(/undecided\s+before: rejects/);
  await walk.click(cell);
  const evidence = await walk.text('#evidence');
  expect(evidence).toMatch(/The party’s own words\s+decides[^]*Friedrich Merz/);
  expect(evidence).toMatch(/Somebody else about the party\s+accepts[^]*Donald Trump/);
});

it('or of Germany alone, all that it holds', async () => {
  const walk = await Walk.begin();
  await walk.view('Parties');
  await walk.click(walk.page.locator('#main').getByRole('link', { name: 'Germany', exact: true }));
  await walk.day('2026-01-05');
  const row = walk.page.locator('table.pairs tr', { hasText: 'German soldiers are sent to Ukrainian soil.' });
  expect(await row.innerText()).toContain('accepts – says Donald Trump');
  await walk.day('2026-01-07');
  expect(await row.innerText()).toMatch(/undecided[^]*softened, before: rejects/);
});

it('what changed between the two?', async () => {
  const walk = await Walk.begin();
  await walk.view('What changed');
  await walk.page.getByLabel('From the end of').fill('2026-01-05');
  await walk.page.getByLabel('to the end of').fill('2026-01-07');
  await walk.page.getByRole('combobox', { name: 'Party' }).selectOption({ label: 'Germany' });
  await walk.click(walk.page.getByRole('button', { name: 'Compare' }));
  expect(await walk.text()).toMatch(/Germany on “German soldiers are sent to Ukrainian soil.”: accepts – says Donald Trump → undecided/);
});

it('did the advisers meet on 3 January?', async () => {
  const walk = await Walk.begin();
  await walk.search('advisers');
  await walk.click(walk.page.getByRole('link', { name: /^National security advisers/ }));
  const meeting = await walk.text('li:target');
  expect(meeting).toContain('its day passed, nothing reported');
  expect(meeting).not.toMatch(/\bheld\b/);
});

it('which plan revises which?', async () => {
  const walk = await Walk.begin();
  await walk.view('Plans');
  expect(await walk.text()).toMatch(/28-point plan[^]*→ revised, as a source states\s+[^]*Geneva/);
  expect(await walk.text()).toMatch(/20-point plan[^]*\? relation to the others not reported/);
});

it('what blocks a deal, and since when?', async () => {
  const walk = await Walk.begin();
  expect(await walk.under('What blocks a deal')).toMatch(/European force in Ukraine\s+opposed[^]*\d+ days/);
});

it('what is planned next?', async () => {
  const walk = await Walk.begin();
  expect(await walk.under('Planned next')).toContain('No meeting is announced for this day or later.');
  await walk.day('2026-01-07');
  expect(await walk.under('Planned next')).toMatch(/8 Jan 2026\s+Macron with the French party and group leaders\s+announced/);
});

it('how is it cited, had as a table, and subscribed to?', async () => {
  const walk = await Walk.begin();
  await walk.day('2026-01-07');
  await walk.click(walk.page.locator('table.list').getByRole('link', { name: 'European force in Ukraine' }));
  for (const [name, type] of [
    ['CSV', /^text\/csv/],
    ['Feed', /^application\/atom\+xml/],
  ] as const) {
    const href = await walk.page.locator('.outlets').getByRole('link', { name, exact: true }).getAttribute('href');
    await service.http
      .get(href ?? '')
      .expect(200)
      .expect('content-type', type);
  }
  await walk.click(walk.page.getByText('Cite this view'));
  expect(await walk.text('#cite')).toMatch(/APA\s+Negotiation tracker\. \(2026-01-07\)[^]*SHA-256/);
  await walk.click(walk.page.locator('#cite-link'));
  expect(await walk.text('.notice')).toContain('This view is fixed');
  await walk.view('Meetings');
  const calendar = await walk.page.locator('.outlets').getByRole('link', { name: 'Calendar' }).getAttribute('href');
  await service.http
    .get(calendar ?? '')
    .expect(200)
    .expect('content-type', /^text\/calendar/);
});
