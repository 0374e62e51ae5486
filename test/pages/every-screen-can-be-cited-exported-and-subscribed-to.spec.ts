import { createHash } from 'node:crypto';
import { aBrowser } from '../support/browser.js';
import { SCREENS } from '../support/screens.js';
import { startTestService, type TestService } from '../support/service.js';

const browser = aBrowser();
let service: TestService;
beforeAll(async () => {
  service = await startTestService({ loadSeeds: true });
});
afterAll(() => service.stop());

const TYPES = {
  CSV: /^text\/csv/,
  SVG: /^image\/svg\+xml/,
  Feed: /^application\/atom\+xml/,
  Calendar: /^text\/calendar/,
} as const;
type Outlet = keyof typeof TYPES;

/** A list is a table too; what changes can be subscribed to, and so can meetings; a matrix is a picture. */
const OUTLETS: Readonly<Record<string, readonly Outlet[]>> = {
  'the overview': ['CSV', 'Feed', 'Calendar'],
  'the overview before the first report': ['CSV', 'Feed', 'Calendar'],
  'the state of an issue': ['CSV', 'SVG', 'Feed'],
  'the state of an issue with its evidence': ['CSV', 'SVG', 'Feed'],
  'the state of an issue by hearsay': ['CSV', 'SVG', 'Feed'],
  'the state of an issue in hindsight': ['CSV', 'SVG', 'Feed'],
  'the state of an issue before the first report': ['CSV', 'SVG', 'Feed'],
  'a view that is fixed': ['CSV', 'SVG', 'Feed'],
  'what changed': ['CSV', 'Feed'],
  'what changed, by party, with what only became certain': ['CSV', 'Feed'],
  'what was recorded': ['CSV', 'Feed'],
  'the parties': ['CSV', 'Feed'],
  'two parties side by side': ['CSV', 'Feed'],
  'the sources': ['CSV', 'Feed'],
  // One source, and one report, change no more once they are out: there is nothing to subscribe to.
  'a source': ['CSV'],
  'what would be otherwise without a source': ['CSV'],
  'a report': [],
  'the timeline': ['CSV', 'Feed'],
  'the timeline of an issue by source': ['CSV', 'Feed'],
  'the timeline of parties': ['CSV', 'Feed'],
  'the meetings': ['CSV', 'Feed', 'Calendar'],
  'the plans': ['CSV', 'Feed'],
  'step by step': ['CSV', 'Feed'],
  'a search': ['CSV'],
  'a search that finds nothing': ['CSV'],
  about: [],
  'the negotiations': ['CSV'],
};

/** Addresses that were asked for: many screens lead to the same. */
const given = new Set<string>();

/** What shows nothing has nothing to cite. */
const SHOW_NOTHING = ['a report that was not out', 'a search without a word', 'an issue that does not exist'];

it('is told of every screen', () => {
  expect([...Object.keys(OUTLETS), ...SHOW_NOTHING].toSorted()).toEqual(SCREENS.map(([name]) => name).toSorted());
});

it.each(SCREENS.filter(([name]) => name in OUTLETS))('%s', async (name, path) => {
  const page = await browser.page({ script: false });
  await page.goto(`${service.url}${path}`);
  const links = page.locator('.outlets a.btn');
  expect(await links.allInnerTexts()).toEqual(OUTLETS[name]);
  for (const outlet of OUTLETS[name] ?? []) {
    const href = (await page.locator('.outlets').getByRole('link', { name: outlet, exact: true }).getAttribute('href')) ?? '';
    if (given.has(href)) continue;
    await service.http.get(href).expect(200).expect('content-type', TYPES[outlet]);
    given.add(href);
  }
  await page.locator('.cite > summary').click();
  expect(await page.locator('#cite-apa').innerText()).toMatch(/^Negotiation tracker\. \(\d{4}-\d\d-\d\d\)\. .+ \[.+\]\. http/);
  expect(await page.locator('#cite-bibtex').innerText()).toMatch(/^@misc\{tracker-/);
  const sha256 = page.locator('#cite-sha');
  if (name !== 'about') {
    const api = (await page.locator('.cite a[href*="/v1/"]').getAttribute('href')) ?? '';
    const answer = await service.http.get(api).buffer(true).expect(200);
    expect(await sha256.innerText()).toBe(createHash('sha256').update(answer.text).digest('hex'));
  }
  const before = await page.locator('h1').first().innerText();
  await page.locator('#cite-link').click();
  expect(new URL(page.url()).search).toMatch(name === 'about' ? /lang=en/ : /recordedBy=@\d+|axis=recorded/);
  expect(await page.locator('h1').first().innerText()).toBe(before);
});
