import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** What holds is not asked for in full: telling where it stands is most of the work. */
const OPTIONS = { resultTypes: ['violations'] } satisfies RunOptions;

/** Puts axe into the page that is shown. */
export async function takeAxe(page: Page): Promise<void> {
  await page.evaluate(AXE);
}

/** What axe finds wrong with the page as it is shown just now, and how far it scrolls sideways. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await page.evaluate(
    (options) => (globalThis as unknown as { axe: { run(given: RunOptions): Promise<AxeResults> } }).axe.run(options),
    OPTIONS,
  );
  return [...violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`), ...(await scrollsSideways(page))];
}

/** Nothing, or by how much it does. */
export async function scrollsSideways(page: Page): Promise<string[]> {
  const over = await page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  return over === 0 ? [] : [`scrolls sideways by ${String(over)} px`];
}
