import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { aBrowser } from '../support/browser.js';
import { startTestService, type TestService } from '../support/service.js';

/** `npm run pictures` makes them anew. */
const isMaking = process.env.MAKE_PICTURES === 'true';
const FOLDER = 'docs/pictures';
/** Letters are drawn a little otherwise by each version of a browser. */
const TOLERATED = 0.06;
const N = '/n/ukraine-peace';

const browser = aBrowser();
let service: TestService;
beforeAll(async () => {
  service = await startTestService({ loadSeeds: true });
  if (isMaking) mkdirSync(FOLDER, { recursive: true });
});
afterAll(() => service.stop());

/** The part of the dots in which two pictures differ so that an eye sees it; 1 where they are not of one size. */
async function difference(page: Page, one: Buffer, other: Buffer): Promise<number> {
  return page.evaluate<number>(
    `(async (...pictures) => {
      const [a, b] = await Promise.all(pictures.map(async (picture) => {
        const image = new Image();
        image.src = 'data:image/png;base64,' + picture;
        await image.decode();
        const canvas = new OffscreenCanvas(image.width, image.height);
        const context = canvas.getContext('2d');
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, image.width, image.height);
      }));
      if (a.width !== b.width || a.height !== b.height) return 1;
      let differ = 0;
      for (let i = 0; i < a.data.length; i += 4) {
        const distance = Math.abs(a.data[i] - b.data[i]) + Math.abs(a.data[i + 1] - b.data[i + 1]) + Math.abs(a.data[i + 2] - b.data[i + 2]);
        if (distance > 90) differ += 1;
      }
      return differ / (a.data.length / 4);
    })('${one.toString('base64')}', '${other.toString('base64')}')`,
  );
}

it.each([
  ['state', `${N}/issues/peacekeeping-force?on=2026-01-07&cell=germany.german-troops-in-ukraine`, 1_440],
  ['changes', `${N}/changes?from=2026-01-05&to=2026-01-07`, 1_240],
  ['timeline', `${N}/timeline?on=2026-01-26`, 1_240],
  ['phone', `${N}/issues/peacekeeping-force?on=2026-01-07`, 390],
])('%s', async (name, path, width) => {
  const page = await browser.page({ width });
  await page.goto(`${service.url}${path}`);
  const shot = await page.screenshot({ animations: 'disabled' });
  const file = `${FOLDER}/${name}.png`;
  if (isMaking) writeFileSync(file, shot);
  await page.goto('about:blank');
  expect(await difference(page, shot, readFileSync(file))).toBeLessThan(TOLERATED);
});
