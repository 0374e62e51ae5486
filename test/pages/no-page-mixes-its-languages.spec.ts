import { aBrowser } from '../support/browser.js';
import { SCREENS } from '../support/screens.js';
import { startTestService, type TestService } from '../support/service.js';

const browser = aBrowser();
let service: TestService;
beforeAll(async () => {
  service = await startTestService({ loadSeeds: true });
});
afterAll(() => service.stop());

/** Words that no English sentence does without, and that are of no other language of the page. */
const ENGLISH = /\b(the|of|and|is|are|with|not|from|that|says|report(ed)?|day|show|by)\b/i;

/** Every text of a page that is read as one of its language: marked as no other, no code, no drawing. */
const TEXTS = `(html) => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const { lang } = page.documentElement;
  for (const other of page.querySelectorAll('[lang]:not(html)')) if (other.lang !== lang) other.remove();
  // What is cited names the title as it is.
  for (const code of page.querySelectorAll('pre, code, svg, script, #cite, #facts')) code.remove();
  const labels = [...page.querySelectorAll('[aria-label], [placeholder]')].map((one) => one.getAttribute('aria-label') ?? one.placeholder);
  const texts = [];
  const walk = page.createTreeWalker(page.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) texts.push(walk.currentNode.textContent.trim());
  return [...texts, ...labels].filter((text) => text !== '');
}`;

it.each(['de', 'uk', 'ru'])('all that a page in %s says itself is in that language, and what is English is marked so', async (language) => {
  const page = await browser.page();
  await page.goto('about:blank');
  for (const [name, path] of SCREENS) {
    const { text } = await service.http.get(path).set({ 'accept-language': language });
    const texts = await page.evaluate<string[]>(`(${TEXTS})(${JSON.stringify(text)})`);
    expect(texts.length).toBeGreaterThan(1);
    expect([name, texts.filter((one) => ENGLISH.test(one))]).toEqual([name, []]);
  }
});

it('an English summary on a German page is marked as English, and what the registry tells in German is not', async () => {
  const page = await browser.page({ script: false, language: 'de' });
  await page.goto(`${service.url}/n/ukraine-peace/issues/peacekeeping-force?on=2026-01-07&cell=germany.german-troops-in-ukraine`);
  expect(await page.locator('#evidence .ev [lang=en]').count()).toBeGreaterThan(0);
  expect(await page.locator('table.matrix th [lang]').count()).toBe(0);
  expect(await page.getByText('European', { exact: false }).and(page.locator(':not([lang=en], [lang=en] *)')).count()).toBe(0);
  await page.goto(`${service.url}/n/ukraine-peace/changes?from=2026-01-05&to=2026-01-07`);
  expect(
    await page
      .locator('.eff')
      .allInnerTexts()
      .then((all) => all.join('\n')),
  ).toContain('Deutschland zu “Deutsche Soldaten werden auf ukrainischen Boden entsandt.”');
});
