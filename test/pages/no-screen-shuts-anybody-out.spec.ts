import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { LANGUAGE_CODES } from '../../src/pages/words/languages.js';
import { faultsOf, scrollsSideways, takeAxe } from '../support/axe.js';
import { aBrowser, complaintsOf } from '../support/browser.js';
import { SCREENS } from '../support/screens.js';
import { startTestService, type TestService } from '../support/service.js';

const WIDTHS = [1440, 390, 320];
/** Where the words are longest; here only what scrolls sideways is looked for. */
const BETWEEN = [1310, 1024, 760];
/** So many pages are looked at at once, each in a process of its own. */
const AT_ONCE = 3;

// Every screen is looked at in each language, on a machine that may be busy.
jest.setTimeout(600_000);
const browser = aBrowser();
let service: TestService;
beforeAll(async () => {
  service = await startTestService({ loadSeeds: true });
});
afterAll(() => service.stop());

/** Looks at every screen, some at once. @returns what is to be told of each, with its name */
async function onEveryScreen(open: () => Promise<Page>, look: (page: Page, path: string) => Promise<readonly string[]>): Promise<string[]> {
  const rest = [...SCREENS];
  const told: string[] = [];
  const walk = async (): Promise<void> => {
    const page = await open();
    for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
      const [name, path] = next;
      told.push(...(await look(page, `${service.url}${path}`)).map((one) => `${name}: ${one}`));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, walk));
  return told;
}

it.each(LANGUAGE_CODES)(
  'axe finds no violation, nothing scrolls sideways, no policy is broken: every screen in %s at each width',
  async (language) => {
    const complaints: string[][] = [];
    const faults = await onEveryScreen(
      async () => {
        const page = await browser.page({ language });
        complaints.push(complaintsOf(page));
        return page;
      },
      async (page, url) => {
        await page.goto(url);
        const found = (await page.locator('html').getAttribute('lang')) === language ? [] : ['is in another language'];
        await takeAxe(page);
        for (const width of WIDTHS) {
          await page.setViewportSize({ width, height: 900 });
          found.push(...(await faultsOf(page)).map((fault) => `${String(width)} px, ${fault}`));
        }
        for (const width of language === 'ru' ? BETWEEN : []) {
          await page.setViewportSize({ width, height: 900 });
          found.push(...(await scrollsSideways(page)).map((fault) => `${String(width)} px, ${fault}`));
        }
        return found;
      },
    );
    expect(faults).toEqual([]);
    expect(complaints.flat().filter((text) => !text.includes('404'))).toEqual([]);
  },
);

it('every screen holds in forced colours and with text of twice the size', async () => {
  const faults = await onEveryScreen(
    async () => {
      const page = await browser.page();
      await page.emulateMedia({ forcedColors: 'active' });
      // A window of 1280 dots in which everything is twice as large.
      await page.setViewportSize({ width: 640, height: 450 });
      return page;
    },
    async (page, url) => {
      await page.goto(url);
      await takeAxe(page);
      return faultsOf(page);
    },
  );
  expect(faults).toEqual([]);
});

it('every screen says the same with and without script', async () => {
  const said = async (script: boolean): Promise<string[]> =>
    onEveryScreen(
      () => browser.page({ script }),
      async (page, url) => {
        await page.goto(url);
        // What only script can do shows with script alone.
        await page.locator('[data-script]').evaluateAll((parts) => {
          for (const part of parts as unknown as { remove(): void }[]) part.remove();
        });
        const text = await page.locator('#main').innerText();
        expect(text.length).toBeGreaterThan(20);
        return [text];
      },
    );
  expect((await said(true)).toSorted()).toEqual((await said(false)).toSorted());
});
