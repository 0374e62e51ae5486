import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { jest } from '@jest/globals';
import type { AxeResults } from 'axe-core';
import { LANGUAGE_CODES } from '../../src/pages/words/languages.js';
import { aBrowser, complaintsOf } from '../support/browser.js';
import { SCREENS } from '../support/screens.js';
import { startTestService, type TestService } from '../support/service.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** A long word shows on the narrowest screen: the other languages are looked at there alone. */
const LANGUAGES = LANGUAGE_CODES.map((code): [string, number[]] => [code, code === 'en' ? [1440, 390, 320] : [320]]);
/** Where the words are longest; here only what scrolls sideways is looked for. */
const BETWEEN = [1310, 1024, 760];

// Each screen is looked at several times, on a machine that may be busy.
jest.setTimeout(180_000);
const browser = aBrowser();
let service: TestService;
beforeAll(async () => {
  service = await startTestService({ loadSeeds: true });
});
afterAll(() => service.stop());

describe.each(SCREENS)('%s', (_, path) => {
  it.each(LANGUAGES)('has no violation that axe finds, scrolls sideways nowhere and breaks no policy: %s', async (language, widths) => {
    const page = await browser.page({ language });
    const complaints = complaintsOf(page);
    await page.goto(`${service.url}${path}`);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    await page.evaluate(AXE);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
      expect(violations.map(({ id, nodes }) => `${String(width)} px, ${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
    }
    for (const width of language === 'ru' ? BETWEEN : []) {
      await page.setViewportSize({ width, height: 900 });
      expect([width, await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')]).toEqual([
        width,
        0,
      ]);
    }
    expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  });

  it('holds in forced colours and with text of twice the size', async () => {
    const page = await browser.page();
    await page.emulateMedia({ forcedColors: 'active' });
    // A window of 1280 dots in which everything is twice as large.
    await page.setViewportSize({ width: 640, height: 450 });
    await page.goto(`${service.url}${path}`);
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run());
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')).toBe(0);
  });

  it('says the same with and without script', async () => {
    const texts: string[] = [];
    for (const script of [true, false]) {
      const page = await browser.page({ script });
      await page.goto(`${service.url}${path}`);
      // What only script can do shows with script alone.
      await page.locator('[data-script]').evaluateAll((parts) => {
        for (const part of parts as unknown as { remove(): void }[]) part.remove();
      });
      texts.push(await page.locator('#main').innerText());
    }
    expect(texts[0]).toBe(texts[1]);
    expect(texts[0]?.length).toBeGreaterThan(20);
  });
});
