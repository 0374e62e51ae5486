import { aBrowser, complaintsOf, until } from '../support/browser.js';
import { startTestService, type TestService } from '../support/service.js';

const browser = aBrowser();
let service: TestService;
beforeAll(async () => {
  service = await startTestService({ loadSeeds: true });
});
afterAll(() => service.stop());

const FORCE = '/n/ukraine-peace/issues/peacekeeping-force';

function post(id: string): Promise<unknown> {
  const data = { party: 'germany', proposition: 'german-troops-in-ukraine', modality: 'demands' };
  const report = { id, type: 'PositionStated', source: { id: 'article-004' }, summary: `Said ${id}.`, data };
  return Promise.resolve(service.post('/ukraine-peace/reports', report).expect(201));
}

it('reports that are recorded are counted in a line, and shown when they are asked for', async () => {
  const page = await browser.page();
  await page.goto(`${service.url}${FORCE}?cell=germany.german-troops-in-ukraine`);
  const before = await page.locator('#main').innerText();
  for (const id of ['new-1', 'new-2', 'new-3']) await post(id);
  await until(page, `document.getElementById('told').innerText.includes('3 new reports')`);
  expect(await page.locator('#main').innerText()).toBe(before);
  await page.locator('#told').getByRole('button', { name: 'Show' }).click();
  await until(page, `document.getElementById('evidence').innerText.includes('Said new-3.')`);
  expect(await page.locator('#told').innerText()).toBe('');
});

it('a page that is fixed in what was recorded listens to nothing', async () => {
  const page = await browser.page();
  const streams: string[] = [];
  page.on('request', (request) => {
    if (request.resourceType() === 'eventsource') streams.push(request.url());
  });
  await page.goto(`${service.url}${FORCE}?asOf=2026-01-07&recordedBy=@200`);
  await page.locator('.steps, .notice').first().waitFor();
  const listened = page.waitForRequest((request) => request.resourceType() === 'eventsource');
  await page.goto(`${service.url}${FORCE}`);
  await listened;
  expect(streams).toHaveLength(1);
});

it('an answer that is not there yet leaves the page, says so, and comes by itself', async () => {
  const page = await browser.page();
  await page.goto(`${service.url}${FORCE}?on=2026-01-07`);
  const head = BigInt(await service.head());
  const before = await page.locator('#main').innerText();
  await page.locator('.expert > summary').first().click();
  await page.locator('input[name=recordedBy]').fill(`@${String(head + 1n)}`);
  await page.locator('.expert').getByRole('button', { name: 'Show' }).click();
  await until(page, `document.getElementById('told').innerText.includes('cannot be given just now')`);
  expect(await page.locator('#main').innerText()).toBe(before);
  expect(await page.locator('html').getAttribute('class')).not.toContain('loading');
  await post('awaited');
  await page.waitForURL(`**recordedBy=@${String(head + 1n)}`);
  expect(await page.locator('#told').innerText()).toBe('');
  expect(await page.locator('.notice').innerText()).toContain('This view is fixed');
});

it('without a connection what is shown stays, and the day comes when there is one again', async () => {
  const page = await browser.page();
  await page.goto(`${service.url}${FORCE}?on=2026-01-05`);
  await page.context().setOffline(true);
  await page.getByRole('slider').focus();
  await page.keyboard.press('ArrowRight');
  await until(page, `document.getElementById('told').innerText.includes('cannot be reached')`);
  expect(new URL(page.url()).search).toBe('?on=2026-01-05');
  await page.context().setOffline(false);
  await page.waitForURL('**?on=2026-01-06');
});

it('a thin bar shows only where a page takes its time', async () => {
  const page = await browser.page();
  let pass: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (pass = resolve));
  await page.goto(`${service.url}${FORCE}?on=2026-01-05`);
  await page.route('**on=2026-01-06*', async (route) => {
    await held;
    await route.continue();
  });
  await page.getByRole('slider').focus();
  await page.keyboard.press('ArrowRight');
  await until(page, `document.documentElement.classList.contains('loading')`);
  pass();
  await page.waitForURL('**?on=2026-01-06');
  expect(await page.evaluate(`document.documentElement.classList.contains('loading')`)).toBe(false);
});

it('a replay plays by itself to its end, and not for whom moving things are too much', async () => {
  const page = await browser.page();
  const complaints = complaintsOf(page);
  const path = '/n/ukraine-peace/replay?from=2026-01-06&to=2026-01-07&issue=peacekeeping-force&step=2';
  await page.goto(`${service.url}${path}`);
  const [, steps = ''] = /of (\d+)/.exec(await page.locator('.part').first().innerText()) ?? [];
  await page.locator('.speed').selectOption('5');
  await page.getByRole('button', { name: 'Play' }).click();
  await until(page, `document.querySelector('.steps a[rel=next]') === null`);
  expect(await page.locator('.part').first().innerText()).toContain(`Step ${steps} of ${steps}`);
  expect(complaints).toEqual([]);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${service.url}${path}`);
  expect(await page.getByRole('button', { name: 'Play' }).isVisible()).toBe(false);
  expect(await page.getByRole('link', { name: 'Next step' }).isVisible()).toBe(true);
});

it('a citation is copied', async () => {
  const page = await browser.page();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${service.url}${FORCE}?on=2026-01-07`);
  await page.locator('.cite > summary').click();
  await page.getByRole('button', { name: 'Copy: APA' }).click();
  await until(page, `document.getElementById('told').innerText === 'Copied.'`);
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(await page.locator('#cite-apa').innerText());
});
