import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteEventStore } from '../../src/event-store/sqlite/sqlite-event-store.js';
import { ReadModel } from '../../src/read-model/read-model.js';
import { aBrowser } from '../support/browser.js';
import { aNegotiation } from '../support/fault-clients.js';
import { faultyLogs } from '../support/fault-log.js';
import { AppNode, eventually } from '../support/fault-node.js';
import { startTestService } from '../support/service.js';
import { aNegotiation as aSmallOne, postReports } from '../support/service-negotiation.js';

const browser = aBrowser();

/** Fills the read model as a program would that knows no PositionStated. */
async function fillAsBefore(folder: string): Promise<void> {
  const path = join(folder, 'read-model.sqlite');
  rmSync(path);
  const readModel = new ReadModel(path);
  const log = new SqliteEventStore(join(folder, 'log.sqlite'), Date.now);
  for await (const events of log.readAll()) {
    readModel.apply(events.map((event) => (event.type === 'PositionStated' ? { ...event, type: 'PositionTaken' } : event)));
  }
  await log.close();
  readModel.close();
}

it('an issue of which an entry could not be read says that it may be incomplete', async () => {
  const service = await startTestService();
  try {
    await aSmallOne(service);
    await postReports(service);
    await service.restart(fillAsBefore);
    const page = await browser.page({ script: false });
    await page.goto(`${service.url}/n/talks/issues/territory?asOf=2026-02-01`);
    expect(await page.locator('#main').innerText()).toContain('An entry of this issue could not be read');
    await page.goto(`${service.url}/n/talks?asOf=2026-02-01`);
    expect(await page.locator('table.list').innerText()).toContain('incomplete');
  } finally {
    await service.stop();
  }
});

it('while the log is silent a page is shown, and says how old it may be', async () => {
  const [first] = faultyLogs();
  if (first === undefined) throw new Error('there is no log that can be made to fail');
  const log = await first[1]();
  const node = await AppNode.start(log.url);
  try {
    const n = await aNegotiation(node);
    await eventually('ready', async () => (await node.health()).ageSeconds === 0);
    const page = await browser.page({ script: false });
    await page.goto(`${node.url}/n${n}`);
    expect(await page.getByText('has not heard from the log').count()).toBe(0);
    log.proxy.freeze();
    await eventually('the age is told', async () => (await node.health()).ageSeconds >= 3);
    await page.goto(`${node.url}/n${n}`);
    expect(await page.locator('.notice').innerText()).toMatch(/has not heard from the log for \d+ s/);
  } finally {
    await log.proxy.heal();
    await node.stop();
    await log.stop();
  }
});
