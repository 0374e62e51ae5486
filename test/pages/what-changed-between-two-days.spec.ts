import { aBrowser, follow } from '../support/browser.js';
import { startTestService, type TestService } from '../support/service.js';

const browser = aBrowser();
let service: TestService;
beforeAll(async () => {
  service = await startTestService({ loadSeeds: true });
});
afterAll(() => service.stop());

it('from 5 to 7 January: each report that changed something, with what was before and what is after', async () => {
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}/n/ukraine-peace/changes`);
  await page.getByLabel('From the end of').fill('2026-01-05');
  await page.getByLabel('to the end of').fill('2026-01-07');
  await follow(page.getByRole('button', { name: 'Compare' }));
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('5 Jan 2026 → 7 Jan 2026');
  const signed = await page.locator('.causes > li', { hasText: 'sign a declaration of intent' }).innerText();
  expect(signed).toContain('European force in Ukraine as a whole: ◐ one side only → ⇄ opposed');
  expect(signed).toContain('new blocker');
  const germany = await page.locator('.eff > li', { hasText: 'German soldiers are sent' }).first().innerText();
  expect(germany).toMatch(/accepts – says Donald Trump → undecided/);
  const hatched = page.locator('.pill.hear', { hasText: 'says Donald Trump' }).first();
  expect(await hatched.count()).toBe(1);
});

it('of one party alone, and with what only became certain when that is asked for', async () => {
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}/n/ukraine-peace/changes?from=2026-01-05&to=2026-01-07`);
  const few = await page.locator('.eff > li').count();
  await follow(page.getByRole('link', { name: 'Show them' }));
  expect(await page.locator('.eff > li').count()).toBeGreaterThan(few);
  await page.locator('select[name=party]').selectOption('germany');
  await follow(page.getByRole('button', { name: 'Compare' }));
  const lines = await page.locator('.eff > li').allInnerTexts();
  expect(lines.length).toBeGreaterThan(2);
  for (const line of lines) expect(line).toMatch(/^Germany on /);
});

it('a report says in which versions it was recorded, and what each correction changed', async () => {
  const report = '/ukraine-peace/reports/merz-rules-nothing-out';
  const { body } = await service.read(`${report}/history`).expect(200);
  const { content } = body.items[0] as unknown as { content: Record<string, unknown> };
  const { id: _, ...rest } = content;
  await service
    .post(
      `${report}/corrections`,
      { reason: 'coding', note: 'Read again.', report: { ...rest, summary: 'Merz rules nothing out.' } },
      { 'if-match': `"${body.revision}"` },
    )
    .expect(201);
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}/n${report}`);
  const versions = await page.locator('.versions > li').allInnerTexts();
  expect(versions.length).toBe(2);
  expect(versions[1]).toContain('it was misread here');
  expect(versions[1]).toContain('Read again.');
  expect(versions[1]).toContain('changed: summary');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Merz rules nothing out.');
});
