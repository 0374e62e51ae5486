import type { Page } from 'playwright-core';
import { aBrowser, complaintsOf, until } from '../support/browser.js';
import { startTestService, type TestService } from '../support/service.js';

const browser = aBrowser();
let service: TestService;
beforeAll(async () => {
  service = await startTestService({ loadSeeds: true });
});
afterAll(() => service.stop());

const FORCE = '/n/ukraine-peace/issues/peacekeeping-force';
const CELL = '[id="cell-germany.german-troops-in-ukraine"]';

/** Page requests of the script: how many there were, and how many at once at most. */
async function countFetches(page: Page, delayOf: (n: number) => number = () => 0): Promise<void> {
  await page.addInitScript(
    `(() => {
      const delayOf = ${delayOf.toString()};
      const real = globalThis.fetch;
      const counts = (globalThis.fetches = { all: 0, under: 0, most: 0 });
      globalThis.fetch = (url, options) => {
        counts.all += 1;
        counts.under += 1;
        counts.most = Math.max(counts.most, counts.under);
        let isOver = false;
        const over = () => { counts.under -= isOver ? 0 : 1; isOver = true; };
        const wait = new Promise((resolve, reject) => {
          const timer = setTimeout(resolve, delayOf(counts.all));
          options?.signal?.addEventListener('abort', () => { clearTimeout(timer); over(); reject(options.signal.reason); });
        });
        return wait.then(() => real(url, options)).then((response) => { over(); return response; });
      };
    })()`,
  );
}

const shownDay = (page: Page): Promise<string> => page.locator('.timebar .date').innerText();
const slider = (page: Page) => page.getByRole('slider', { name: 'Strip of time' });

it('keys move the slider: a day, a week, to its ends; it says the day and the sources, and keeps the focus', async () => {
  const page = await browser.page();
  const complaints = complaintsOf(page);
  await page.goto(`${service.url}${FORCE}?on=2026-01-05`);
  await slider(page).focus();
  for (const [key, day] of [
    ['ArrowRight', '2026-01-06'],
    ['ArrowRight', '2026-01-07'],
    ['ArrowLeft', '2026-01-06'],
    ['PageUp', '2026-01-13'],
    ['PageDown', '2026-01-06'],
    ['ArrowUp', '2026-01-07'],
  ] as const) {
    await page.keyboard.press(key);
    await page.waitForURL(`**?on=${day}`);
    await until(page, `document.querySelector('.strip').matches(':focus')`);
  }
  expect(await slider(page).getAttribute('aria-valuetext')).toBe('7 January 2026, 4 of 5 sources');
  expect(await page.locator(CELL).locator('b').innerText()).toBe('undecided');
  await page.keyboard.press('Home');
  await until(page, `document.querySelector('#main').innerText.includes('No report on this issue was out by then.')`);
  await page.keyboard.press('End');
  await page.waitForURL((url) => url.searchParams.get('on')?.startsWith('2026-0') === true);
  expect(complaints).toEqual([]);
});

it('the page that is put in place is the one that the browser would have loaded', async () => {
  const page = await browser.page();
  // Elements with their attributes, which the way there orders otherwise, and texts.
  const body = `[...document.querySelectorAll('body *')].map((element) => [
    element.localName,
    ...[...element.attributes].filter(({ name }) => name !== 'selected').map(({ name, value }) => name + '=' + value.replace(' changed', '')).sort(),
    element.children.length === 0 ? element.textContent : '',
  ].join(' '))`;
  await page.goto(`${service.url}${FORCE}?on=2026-01-05`);
  await page.locator(CELL).click();
  await page.waitForURL('**cell=germany.german-troops-in-ukraine*');
  for (const path of [`${FORCE}?on=2025-12-02`, `${FORCE}?on=2026-01-07&cell=germany.german-troops-in-ukraine`, `${FORCE}?on=2025-10-01`]) {
    await page.evaluate(
      `{ const link = document.createElement('a'); link.href = ${JSON.stringify(path)}; document.body.append(link); link.click(); }`,
    );
    await page.waitForURL(`**${path}`);
    await until(page, `!document.documentElement.classList.contains('loading')`);
    const swapped = await page.evaluate<string[]>(body);
    const fresh = await browser.page();
    await fresh.goto(`${service.url}${path}`);
    expect(swapped).toEqual(await fresh.evaluate<string[]>(body));
  }
});

it('of 300 moves in a few seconds the last one wins, at most one request is under way, and back goes back one stop', async () => {
  const page = await browser.page();
  // Earlier answers come later than later ones.
  await countFetches(page, (n) => (n % 2 === 1 ? 400 : 20));
  await page.goto(`${service.url}${FORCE}?on=2026-01-05`);
  const box = await slider(page).boundingBox();
  const { x = 0, y = 0, width = 0 } = box ?? {};
  await page.mouse.move(x + width / 2, y + 30);
  await page.mouse.down();
  for (let i = 0; i < 300; i += 1) {
    await page.mouse.move(x + (width * ((i * 37) % 100)) / 100, y + 30);
    if (i % 30 === 29) await page.waitForTimeout(150);
  }
  await page.mouse.up();
  const day = Number(await slider(page).getAttribute('aria-valuenow'));
  const iso = new Date(day * 86_400_000).toISOString().slice(0, 10);
  await page.waitForURL(`**?on=${iso}`);
  await until(page, `globalThis.fetches.under === 0`);
  const counts = await page.evaluate<{ all: number; most: number }>('globalThis.fetches');
  expect(counts.most).toBe(1);
  const { body: state } = await service.read(`/ukraine-peace/issues/peacekeeping-force?on=${iso}`).expect(200);
  expect(await page.locator('a.cell').count()).toBe(state.stances.length);
  const here = await shownDay(page);
  await slider(page).focus();
  await page.keyboard.press('ArrowLeft');
  await page.waitForURL((url) => url.searchParams.get('on') !== iso);
  await page.goBack();
  await page.waitForURL(`**?on=${iso}`);
  await until(page, `document.querySelector('.timebar .date').innerText === ${JSON.stringify(here)}`);
});

it('of moves that follow each other at once the day of the last one alone is asked for', async () => {
  const page = await browser.page();
  await countFetches(page);
  await page.goto(`${service.url}${FORCE}?on=2026-01-05`);
  const during = await page.evaluate<number>(`(() => {
    for (let i = 0; i < 9; i += 1)
      document.querySelector('[role=slider]').dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }));
    return globalThis.fetches.all;
  })()`);
  await page.waitForURL('**?on=2026-01-14');
  expect([during, await page.evaluate<number>('globalThis.fetches.all')]).toEqual([0, 1]);
});

it('while the hand moves the nearest day that was fetched is shown, before anything is asked', async () => {
  const page = await browser.page();
  await countFetches(page);
  await page.goto(`${service.url}${FORCE}?on=2026-01-05`);
  await slider(page).focus();
  await page.keyboard.press('ArrowRight');
  await page.waitForURL('**?on=2026-01-06');
  await page.keyboard.press('PageUp');
  await page.waitForURL('**?on=2026-01-13');
  const before = await page.evaluate<{ all: number }>('({ ...globalThis.fetches })');
  const word = await page.evaluate<string>(`(() => {
    const strip = document.querySelector('.strip');
    strip.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true }));
    return [globalThis.fetches.all, document.querySelector(${JSON.stringify(`${CELL} b`)}).textContent].join(' ');
  })()`);
  expect(word).toBe(`${String(before.all)} accepts`);
  await page.waitForURL('**?on=2026-01-06');
});

it('memory of the page stays flat over a thousand steps', async () => {
  const page = await browser.page();
  await page.goto(`${service.url}${FORCE}?on=2026-01-05`);
  const session = await page.context().newCDPSession(page);
  const size = async (): Promise<{ nodes: number; listeners: number; heap: number }> => {
    await session.send('HeapProfiler.collectGarbage');
    const { nodes, jsEventListeners } = await session.send('Memory.getDOMCounters');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return { nodes, listeners: jsEventListeners, heap: usedSize };
  };
  // Keys that follow each other at once are previews; the last of ten is waited for, and fills what is remembered.
  const go = (steps: number): Promise<unknown> =>
    page.evaluate(`(async () => {
      const press = (key) => document.querySelector('.strip').dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
      for (let i = 0; i < ${String(steps)}; i += 1) {
        press(i % 20 < 10 ? 'ArrowRight' : 'ArrowLeft');
        const shown = { 9: '?on=2026-01-15', 19: '?on=2026-01-05' }[i % 20];
        while (shown !== undefined && location.search !== shown) await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })()`);
  await go(200);
  const before = await size();
  await go(1_000);
  const after = await size();
  expect(after.listeners).toBeLessThanOrEqual(before.listeners + 2);
  expect(after.nodes).toBeLessThan(before.nodes * 1.5 + 500);
  expect(after.heap).toBeLessThan(before.heap * 1.5 + 2_000_000);
});

it('a form and the perspectives put their page in place too', async () => {
  const page = await browser.page();
  await page.goto(`${service.url}${FORCE}?on=2026-01-05`);
  await page.evaluate('globalThis.isSame = true');
  await page.getByLabel('Day', { exact: true }).fill('2026-01-07');
  await page.keyboard.press('Enter');
  await page.waitForURL('**?on=2026-01-07');
  await page.getByText('In hindsight').click();
  await page.waitForURL('**?asOf=2026-01-07');
  expect(await page.evaluate('globalThis.isSame')).toBe(true);
});
