import { jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { importLines } from '../../bench/generator/import-lines.js';
import { NEGOTIATION } from '../../bench/generator/history-options.js';
import { Random } from '../../bench/generator/random.js';
import { en } from '../../src/pages/words/en.js';
import { aBrowser } from '../support/browser.js';
import { ids, type Json } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';

jest.setTimeout(300_000);
const browser = aBrowser();
const random = new Random(13);
let service: TestService;
beforeAll(async () => {
  service = await startTestService({ loadSeeds: true });
  await service.importLines(NEGOTIATION, [...importLines({ seed: 13, reports: 400, late: 0.05 })]);
});
afterAll(() => service.stop());

interface Shown {
  readonly name: string;
  readonly word: string;
  readonly caption: string;
  readonly classes: readonly string[];
}

/** The cells of a page and its verdict, as a browser reads them. */
async function shownAt(page: Page, path: string): Promise<{ cells: Shown[]; once: string[]; badge: string; rows: number }> {
  const html = await (await fetch(`${service.url}${path}`)).text();
  return page.evaluate((text) => {
    const shown = new DOMParser().parseFromString(text, 'text/html');
    const cells = [...shown.querySelectorAll('a.cell')].map((cell) => ({
      name: cell.id.replace('cell-', ''),
      word: cell.querySelector('b')?.textContent ?? '',
      caption: cell.querySelector('.sub')?.textContent ?? '',
      classes: [...cell.classList],
    }));
    return {
      cells,
      once: [...shown.querySelectorAll('a.dot.over')].map(({ id }) => id.replace('cell-', '')),
      badge: shown.querySelector('.facts .badge')?.textContent ?? '',
      rows: shown.querySelectorAll('tbody th[scope=row]').length,
    };
  }, html);
}

const nameOf = async (n: string, id: unknown): Promise<string> => {
  if (typeof id !== 'string') return (id as { name: string }).name;
  const party = await service.read(`/${n}/parties/${id}`);
  return (party.status === 200 ? party : await service.read(`/${n}/persons/${id}`)).body.name as string;
};

async function expectSame(page: Page, n: string, issue: string, query: string): Promise<number> {
  const { body: state } = await service.read(`/${n}/issues/${issue}?${query}`).expect(200);
  const { cells, once, badge, rows } = await shownAt(page, `/n/${n}/issues/${issue}?${query}&more=all&lang=en`);
  const where = `${n} ${issue} ${query}`;
  expect([where, badge.replace(/^\S+ /, '')]).toEqual([where, en.convergence[state.convergence as keyof typeof en.convergence]]);
  expect([where, cells.map(({ name }) => name).toSorted()]).toEqual([
    where,
    state.stances.map(({ party, target }) => `${String(party)}.${String(target.proposition)}`).toSorted(),
  ]);
  const { body: over } = await service.read(`/${n}/stances/expired?issue=${issue}&${query}&limit=500`).expect(200);
  expect([where, once.toSorted()]).toEqual([
    where,
    over.items.map(({ party, target }) => `${String(party)}.${String(target.proposition)}`).toSorted(),
  ]);
  expect(rows).toBe(new Set([...state.stances, ...over.items].map(({ target }) => target.proposition as string)).size);
  for (const stance of state.stances) {
    const cell = cells.find(({ name }) => name === `${String(stance.party)}.${String(stance.target.proposition)}`);
    await expectCell(n, stance, cell, where);
  }
  return cells.length;
}

async function expectCell(n: string, stance: Json, cell: Shown | undefined, where: string): Promise<void> {
  const { word, caption, classes }: Omit<Shown, 'name'> = cell ?? { word: '', caption: '', classes: [] };
  expect([where, word]).toEqual([where, en.modality[stance.modality as keyof typeof en.modality]]);
  expect(classes.includes('hear')).toBe(stance.voice === 'other' || stance.voice === 'guess');
  expect(classes.includes('possible')).toBe(stance.certainty === 'possible');
  expect(caption.includes(en.dateUncertain)).toBe(stance.certainty === 'possible');
  expect(caption.includes(en.contested)).toBe(stance.contestedBy.length > 0);
  expect(caption.includes(en.itsReading)).toBe(stance.voice === 'guess');
  if (stance.voice === 'other') for (const by of stance.by) expect(caption).toContain(await nameOf(n, by));
  const { previous, movement, conditions } = stance;
  const moved = previous !== null && movement !== 'restated';
  expect(caption.includes('before: ')).toBe(moved);
  if (moved) expect(caption).toContain(en.modality[previous.modality as keyof typeof en.modality]);
  if (conditions.length > 0) expect(caption).toContain(conditions[0].text);
}

it.each([
  ['the seeds', 'ukraine-peace', '2025-11-20', 75],
  ['a generated negotiation', NEGOTIATION, '2025-01-01', 700],
])('at 100 random points of %s', async (_, n, start, days) => {
  const page = await browser.page();
  await page.goto('about:blank');
  const issues = ids((await service.read(`/${n}/issues?limit=500`)).body);
  const head = Number((await service.read(`/${n}`)).body.at.recordedBy.slice(1));
  const day = (): string => new Date(Date.parse(start) + random.between(0, days) * 86_400_000).toISOString().slice(0, 10);
  let cells = 0;
  for (let i = 0; i < 100; i += 1) {
    const axes = random.chance(0.5) ? `on=${day()}` : `asOf=${day()}&knownBy=${day()}`;
    const recorded = random.chance(0.3) ? `&recordedBy=@${String(random.between(Math.floor(head / 2), head))}` : '';
    const issue = random.pick(issues);
    const { status } = await service.read(`/${n}/issues/${issue}?${axes}${recorded}`);
    // Before the issue was registered there is nothing to compare.
    if (status === 200) cells += await expectSame(page, n, issue, axes + recorded);
  }
  expect(cells).toBeGreaterThan(50);
});
