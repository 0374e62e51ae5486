import type { Page } from 'playwright-core';
import { aBrowser, until } from '../support/browser.js';
import { startTestService, type TestService } from '../support/service.js';

const browser = aBrowser();
let service: TestService;
beforeAll(async () => {
  service = await startTestService({ loadSeeds: true });
});
afterAll(() => service.stop());

const FORCE = '/n/ukraine-peace/issues/peacekeeping-force';

/** Presses the tab key until what is looked for has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 150; i += 1) {
    if (await page.evaluate(`document.activeElement?.matches(${JSON.stringify(selector)})`)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${selector} is not reached by the tab key`);
}

const focused = (page: Page): Promise<string> => page.evaluate<string>('document.activeElement?.id ?? ""');

it('from the address bar to the citation of a cell', async () => {
  const page = await browser.page();
  await page.goto(`${service.url}/n/ukraine-peace?on=2026-01-07`);
  await tabTo(page, 'table.list a[href*="peacekeeping-force"]');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**${FORCE}?on=2026-01-07`);
  await tabTo(page, '.matrix td > a');
  const cells = await page.locator('.matrix td > a').count();
  for (let i = 0; i < cells && (await focused(page)) !== 'cell-germany.german-troops-in-ukraine'; i += 1)
    await page.keyboard.press('ArrowRight');
  expect(await focused(page)).toBe('cell-germany.german-troops-in-ukraine');
  await page.keyboard.press('Enter');
  await until(page, `document.activeElement?.id === 'evidence'`);
  expect(await page.locator('#evidence').innerText()).toContain('Friedrich Merz');
  await tabTo(page, 'details.cite > summary');
  await page.keyboard.press('Enter');
  await tabTo(page, '#cite-link');
  await page.keyboard.press('Enter');
  await page.waitForURL('**recordedBy=@*');
  expect(await page.locator('.notice').innerText()).toContain('This view is fixed');
});

it('Esc closes the evidence and gives the focus back to its cell', async () => {
  const page = await browser.page();
  await page.goto(`${service.url}${FORCE}?on=2026-01-07`);
  await page.locator('[id="cell-germany.german-troops-in-ukraine"]').focus();
  await page.keyboard.press('Enter');
  await until(page, `document.activeElement?.id === 'evidence'`);
  await page.keyboard.press('Escape');
  await until(page, `document.activeElement?.id === 'cell-germany.german-troops-in-ukraine'`);
  expect(new URL(page.url()).search).toBe('?on=2026-01-07');
});

it('the tab key reaches one cell of the matrix, and the arrows the others, by row and by column', async () => {
  const page = await browser.page();
  await page.goto(`${service.url}${FORCE}?on=2026-01-07`);
  expect(await page.locator('.matrix td > a[tabindex="0"]').count()).toBe(1);
  await tabTo(page, '.matrix td > a');
  const first = await focused(page);
  await page.keyboard.press('ArrowRight');
  const right = await focused(page);
  expect(right).not.toBe(first);
  await page.keyboard.press('ArrowDown');
  const down = await focused(page);
  expect(down).not.toBe(right);
  await page.keyboard.press('ArrowUp');
  expect(await focused(page)).toBe(right);
  await page.keyboard.press('ArrowLeft');
  expect(await focused(page)).toBe(first);
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  expect(await focused(page)).toBe(first);
  const reached = new Set<string>();
  for (let i = await page.locator('.matrix td > a').count(); i > 0; i -= 1) {
    reached.add(await focused(page));
    await page.keyboard.press('ArrowRight');
  }
  expect(reached.size).toBe(await page.locator('.matrix td > a').count());
  await page.locator(`[id="${first}"]`).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toBe(first);
});

it('the focus is never lost: a link that is gone behind a swap gives it to the content', async () => {
  const page = await browser.page();
  await page.goto(`${service.url}${FORCE}?on=2025-12-02`);
  for (let i = 0; i < 80; i += 1) {
    const link = page.locator('.steps a[rel=next]');
    if ((await link.count()) === 0) break;
    const before = page.url();
    await link.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.href !== before);
    expect(await page.evaluate('document.activeElement === document.body')).toBe(false);
  }
  expect(await focused(page)).toBe('main');
});
