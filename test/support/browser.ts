import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { chromiumPath } from './chromium.mjs';

/** A real browser for the tests of a file; it is closed behind them. */
export function aBrowser(): { page(options?: Options): Promise<Page> } {
  let browser: Browser;
  const contexts: BrowserContext[] = [];
  beforeAll(async () => {
    browser = await chromium.launch({ ...(chromiumPath !== undefined && { executablePath: chromiumPath }), args: ['--no-sandbox'] });
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
  });
  afterAll(() => browser.close());
  return {
    page: async ({ width = 1440, script = true, language = 'en' } = {}) => {
      const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: script, locale: language });
      contexts.push(context);
      return context.newPage();
    },
  };
}

export interface Options {
  readonly width?: number;
  readonly script?: boolean;
  readonly language?: string;
}

/** Clicks what leads to another page, and waits until that is there as a whole: what is counted in it does not wait. */
export async function follow(link: Locator): Promise<void> {
  await link.click();
  await link.page().waitForLoadState();
}

const LONGEST_WAIT_MS = 30_000;

/** Waits until an expression is true in the page. The policy of the page lets no text be run in it, so it is asked from outside. */
export async function until(page: Page, expression: string): Promise<void> {
  const deadline = Date.now() + LONGEST_WAIT_MS;
  while (!(await page.evaluate<boolean>(`Boolean(${expression})`))) {
    if (Date.now() > deadline) throw new Error(`it never came true: ${expression}`);
    await page.waitForTimeout(30);
  }
}

/** Whatever the browser complains of while a page is looked at: broken policies, faults of scripts, files that are missing. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return complaints;
}
