import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Config } from '../../src/config.js';
import { copyLog } from '../../src/copying/copy-log.js';
import { openLog } from '../../src/copying/open-log.js';
import { EventStoreDbDouble } from '../support/eventstoredb-double/eventstoredb-double.js';
import { aNegotiation, aReport } from '../support/fault-clients.js';
import { AppNode, eventually, type NodeAnswer } from '../support/fault-node.js';

const KEPT = ['one', 'two'];
const LOST = ['three', 'four'];

let server: EventStoreDbDouble;
beforeEach(async () => {
  server = await EventStoreDbDouble.start();
});
afterEach(() => server.stop());

async function post(node: AppNode, negotiation: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) expect((await node.post(`${negotiation}/reports`, aReport(id))).status).toBe(201);
}

async function shown(node: AppNode, negotiation: string): Promise<string[] | number> {
  const { status, body } = await node.read(`${negotiation}/reports`);
  return status === 200 ? body.items.map(({ id }) => id).sort() : status;
}

/** A post whose answer says that it is shown is shown. */
async function isTrueAfterAPost(node: AppNode, negotiation: string): Promise<void> {
  const answer = await node.post(`${negotiation}/reports`, aReport('after'));
  expect(answer.status).toBe(201);
  if (answer.text.includes('"projected":true')) expect(await shown(node, negotiation)).toContain('after');
}

async function becomesReady(node: AppNode): Promise<void> {
  await eventually('it is ready', async () => (await node.get('/health/ready')).status === 200);
}

const reasonOf = async (node: AppNode): Promise<string> => (await node.get('/v1/admin/projections')).text;

describe('a log that was restored from an older backup', () => {
  let node: AppNode;
  let negotiation: string;
  let kept: number;

  beforeEach(async () => {
    node = await AppNode.start(server.url);
    negotiation = await aNegotiation(node);
    await post(node, negotiation, KEPT);
    kept = server.log.events.length;
    await post(node, negotiation, LOST);
    expect(await shown(node, negotiation)).toEqual([...KEPT, ...LOST].sort());
  });
  afterEach(() => node.stop());

  it('is noticed while a node runs: it builds its read model anew and shows what the log holds', async () => {
    server.log.putBackTo(kept);
    server.wire.cut();
    await eventually('it shows what is left', async () => JSON.stringify(await shown(node, negotiation)) === JSON.stringify(KEPT));
    await isTrueAfterAPost(node, negotiation);
    await becomesReady(node);
    expect(await reasonOf(node)).toContain('"reason":"other-log"');
  });

  it('is noticed without a reconnect: more was applied than is in the log', async () => {
    await node.restart();
    await becomesReady(node);
    server.log.putBackTo(kept);
    await eventually('it shows what is left', async () => JSON.stringify(await shown(node, negotiation)) === JSON.stringify(KEPT));
    await becomesReady(node);
  });

  it('is noticed at the start, also where it has grown beyond what was lost', async () => {
    const other = await AppNode.start(server.url);
    await node.close();
    server.log.putBackTo(kept);
    await eventually('another node has noticed it', async () => JSON.stringify(await shown(other, negotiation)) === JSON.stringify(KEPT));
    await post(other, negotiation, ['five', 'six', 'seven', 'eight']);
    await node.reopen();
    await eventually(
      'it shows the same',
      async () => (await shown(node, negotiation)).toString() === (await shown(other, negotiation)).toString(),
    );
    await isTrueAfterAPost(node, negotiation);
    await other.stop();
  });

  it('is what commands go by: what was lost is not there to be named, and can be recorded anew', async () => {
    const define = async (): Promise<number[]> => [
      (await node.put(`${negotiation}/propositions/lost`, { issue: 'territory', text: 'Ukraine cedes Crimea.' })).status,
      (await node.put(`${negotiation}/sources/lost`, { published: '2026-01-06' })).status,
      (await node.post(`${negotiation}/webhooks`, { url: 'https://example.org/' })).status,
    ];
    expect(await define()).toEqual([201, 201, 201]);
    server.log.putBackTo(kept);
    server.wire.cut();
    await eventually('it shows what is left', async () => JSON.stringify(await shown(node, negotiation)) === JSON.stringify(KEPT));
    const data = { party: 'russia', proposition: 'lost', modality: 'demands' };
    const { status, text } = await node.post(`${negotiation}/reports`, { ...aReport('names-it'), source: { id: 'lost' }, data });
    expect(status).toBe(422);
    for (const pointer of ['#/data/proposition', '#/source/id']) expect(text).toContain(`"${pointer}","code":"unknown-id"`);
    const list = async (): Promise<NodeAnswer> => node.get(`/v1/admin/negotiations${negotiation}/webhooks`);
    expect((await list()).body.items).toEqual([]);
    expect(await define()).toEqual([201, 201, 201]);
    expect((await list()).body.items).toHaveLength(1);
  });

  it('emptied: the node is as a new one', async () => {
    // The head that it saw at its start is never reached again.
    await node.restart();
    await becomesReady(node);
    server.log.putBackTo(1);
    server.wire.cut();
    await eventually('nothing is shown', async () => (await node.read(negotiation)).status === 404);
    await becomesReady(node);
    await isTrueAfterAPost(node, await aNegotiation(node));
  });
});

describe('a data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'negotiations-moved-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const open = (eventStoreUrl: string | undefined, dataDir = folder): Promise<AppNode> => {
    const overrides: Partial<Config> = { dataDir };
    return AppNode.start(eventStoreUrl, undefined, overrides);
  };

  it('used with another EVENT_STORE_URL shows what is there', async () => {
    const first = await open(server.url);
    const negotiation = await aNegotiation(first);
    await post(first, negotiation, KEPT);
    await first.stop();
    const another = await EventStoreDbDouble.start();
    const second = await open(another.url);
    await becomesReady(second);
    expect((await second.read(negotiation)).status).toBe(404);
    await isTrueAfterAPost(second, await aNegotiation(second));
    await second.stop();
    await another.stop();
  });

  it('is the same when the log has moved to EventStoreDB as the manual says: copied, then the URL set', async () => {
    const first = await open(undefined);
    const negotiation = await aNegotiation(first);
    await post(first, negotiation, KEPT);
    await first.stop();
    const [from, to] = [await openLog(join(folder, 'log.sqlite'), true), await openLog(server.url)];
    for await (const _ of copyLog(from, to));
    await Promise.all([from.close(), to.close()]);
    const second = await open(server.url);
    await becomesReady(second);
    expect(await shown(second, negotiation)).toEqual(KEPT);
    await isTrueAfterAPost(second, negotiation);
    expect((await second.rebuild()).status).toBe(202);
    await eventually(
      'a rebuild that is asked for goes well',
      async () =>
        (await reasonOf(second)).includes('"state":"swapped","phase":"comparing"') || (await reasonOf(second)).includes('"reason":"asked"'),
    );
    await second.stop();
  });

  it('whose log.sqlite was put in the place of another shows what is in it', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'negotiations-other-'));
    const other = await open(undefined, elsewhere);
    const theirs = await aNegotiation(other);
    await post(other, theirs, LOST);
    await other.stop();
    const first = await open(undefined);
    const ours = await aNegotiation(first);
    await post(first, ours, KEPT);
    await first.stop();
    for (const end of ['', '-wal', '-shm']) {
      await rm(join(folder, `log.sqlite${end}`), { force: true });
      await copyFile(join(elsewhere, `log.sqlite${end}`), join(folder, `log.sqlite${end}`)).catch(() => undefined);
    }
    const second = await open(undefined);
    await becomesReady(second);
    expect([await shown(second, theirs), (await second.read(ours)).status]).toEqual([LOST.toSorted(), 404]);
    await second.stop();
    await rm(elsewhere, { recursive: true, force: true });
  });

  it('of a log that is as it was is left as it is', async () => {
    const first = await open(server.url);
    const negotiation = await aNegotiation(first);
    await post(first, negotiation, KEPT);
    await first.restart();
    await becomesReady(first);
    expect(await reasonOf(first)).toContain('"rebuild":null');
    await first.stop();
  });
});
