import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyLog } from '../../src/copying/copy-log.js';
import { openLog } from '../../src/copying/open-log.js';
import { EventStoreDbDouble } from '../support/eventstoredb-double/eventstoredb-double.js';
import { aNegotiation, aReport, postUntilAcknowledged } from '../support/fault-clients.js';
import { AppNode, eventually, type NodeAnswer } from '../support/fault-node.js';
import { type ServerLog, serverLogs } from '../support/server-log.js';
import { WebhookReceiver } from '../support/webhook-receiver.js';

const KEPT = ['one', 'two'];
const LOST = ['three', 'four'];

const PLACE = 4;
const PLACE_OF_ANOTHER = 5;

async function post(node: AppNode, negotiation: string, ids: readonly string[]): Promise<void> {
  for (const id of ids) expect((await postUntilAcknowledged(node, negotiation, aReport(id))).answer.status).toBe(201);
}

async function shown(node: AppNode, negotiation: string): Promise<string[] | number> {
  const { status, body } = await node.read(`${negotiation}/reports`);
  return status === 200 ? body.items.map(({ id }) => id).sort() : status;
}

async function comesToShow(node: AppNode, negotiation: string, ids: readonly string[]): Promise<void> {
  const expected = JSON.stringify(ids.toSorted());
  await eventually(`it shows ${expected}`, async () => JSON.stringify(await shown(node, negotiation)) === expected);
}

/** A post whose answer says that it is shown is shown. */
async function isTrueAfterAPost(node: AppNode, negotiation: string): Promise<void> {
  const { answer } = await postUntilAcknowledged(node, negotiation, aReport('after'));
  expect(answer.status).toBe(201);
  if (answer.text.includes('"projected":true')) expect(await shown(node, negotiation)).toContain('after');
}

async function becomesReady(node: AppNode): Promise<void> {
  await eventually('it is ready', async () => (await node.get('/health/ready')).status === 200);
}

const reasonOf = async (node: AppNode): Promise<string> => (await node.get('/v1/admin/projections')).text;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'negotiations-moved-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe.each(serverLogs())('a log of %s', (_name, startServer) => {
  let server: ServerLog;
  beforeAll(async () => {
    server = await startServer(PLACE);
  }, 120_000);
  afterAll(() => server.stop(), 60_000);

  describe('that was restored from an older backup', () => {
    let node: AppNode;
    let negotiation: string;

    beforeEach(async () => {
      node = await AppNode.start(server.url, server.limits);
      negotiation = await aNegotiation(node);
      await post(node, negotiation, KEPT);
      await server.backUp();
      await post(node, negotiation, LOST);
      await comesToShow(node, negotiation, [...KEPT, ...LOST]);
    });
    afterEach(() => node.stop());

    it('is noticed while a node runs: it builds its read model anew and shows what the log holds', async () => {
      await server.restore();
      await comesToShow(node, negotiation, KEPT);
      await isTrueAfterAPost(node, negotiation);
      await becomesReady(node);
      expect(await reasonOf(node)).toContain('"reason":"other-log"');
    });

    it('is noticed at the start, also where it has grown beyond what was lost', async () => {
      const other = await AppNode.start(server.url, server.limits);
      await comesToShow(other, negotiation, [...KEPT, ...LOST]);
      await node.close();
      await server.restore();
      await comesToShow(other, negotiation, KEPT);
      await post(other, negotiation, ['five', 'six', 'seven', 'eight']);
      await node.reopen();
      for (const one of [node, other]) await comesToShow(one, negotiation, [...KEPT, 'five', 'six', 'seven', 'eight']);
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
      await server.restore();
      await comesToShow(node, negotiation, KEPT);
      const data = { party: 'russia', proposition: 'lost', modality: 'demands' };
      const { status, text } = await node.post(`${negotiation}/reports`, { ...aReport('names-it'), source: { id: 'lost' }, data });
      expect(status).toBe(422);
      for (const pointer of ['#/data/proposition', '#/source/id']) expect(text).toContain(`"${pointer}","code":"unknown-id"`);
      const list = async (): Promise<NodeAnswer> => node.get(`/v1/admin/negotiations${negotiation}/webhooks`);
      expect((await list()).body.items).toEqual([]);
      expect(await define()).toEqual([201, 201, 201]);
      expect((await list()).body.items).toHaveLength(1);
    });

    it('emptied: the node is as a new one, and so is what its commands go by', async () => {
      // The head that it saw at its start is never reached again.
      await node.restart();
      await becomesReady(node);
      await server.empty();
      await eventually('nothing is shown', async () => (await node.read(negotiation)).status === 404);
      await becomesReady(node);
      expect((await node.post(`${negotiation}/reports`, aReport('of-nothing'))).status).toBe(404);
      await isTrueAfterAPost(node, await aNegotiation(node));
    });
  });

  it('that was restored has webhooks told what is recorded from then on, and nothing twice', async () => {
    const receiver = await WebhookReceiver.start();
    const node = await AppNode.start(server.url, server.limits, { webhookTargets: 'any' });
    const negotiation = await aNegotiation(node);
    const hook = { url: receiver.url, kinds: ['stances'] };
    await eventually('it is registered', async () => (await node.post(`${negotiation}/webhooks`, hook)).status === 201);
    let n = 0;
    /** Each changes a stance. @returns their positions, once the webhook has come so far */
    const told = async (ids: readonly string[]): Promise<string[]> => {
      const positions: string[] = [];
      for (const id of ids) positions.push((await postUntilAcknowledged(node, negotiation, aReport(id, (n += 1)))).answer.body.position);
      const last = BigInt(positions.at(-1) ?? 0);
      const list = async (): Promise<NodeAnswer> => node.get(`/v1/admin/negotiations${negotiation}/webhooks`);
      await eventually('the webhook has come so far', async () => BigInt((await list()).body.items[0]?.position ?? 0) >= last);
      return positions;
    };
    await told(KEPT);
    await server.backUp();
    await told(LOST);
    const before = receiver.got.length;
    await server.restore();
    await comesToShow(node, negotiation, KEPT);
    const positions = await told(['five', 'six', 'seven']);
    const since = receiver.got.slice(before).map(({ event }) => event.data.position);
    expect([...new Set(since)]).toEqual(positions);
    expect(new Set(receiver.ids).size).toBe(receiver.ids.length);
    await node.stop();
    await receiver.close();
  });

  describe('and a data folder', () => {
    const open = (eventStoreUrl: string | undefined): Promise<AppNode> => AppNode.start(eventStoreUrl, server.limits, { dataDir: folder });

    it('used with another EVENT_STORE_URL shows what is there', async () => {
      const first = await open(server.url);
      const negotiation = await aNegotiation(first);
      await post(first, negotiation, KEPT);
      await first.stop();
      const another = await startServer(PLACE_OF_ANOTHER);
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
      await server.empty();
      const [from, to] = [await openLog(join(folder, 'log.sqlite'), true), await openLog(server.url)];
      for await (const _ of copyLog(from, to));
      await Promise.all([from.close(), to.close()]);
      const second = await open(server.url);
      await becomesReady(second);
      await comesToShow(second, negotiation, KEPT);
      await isTrueAfterAPost(second, negotiation);
      expect((await second.rebuild()).status).toBe(202);
      await eventually(
        'a rebuild that is asked for goes well',
        async () =>
          (await reasonOf(second)).includes('"state":"swapped","phase":"comparing"') ||
          (await reasonOf(second)).includes('"reason":"asked"'),
      );
      await second.stop();
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
});

it('an embedded log that was put in the place of another shows what is in it', async () => {
  const open = (dataDir = folder): Promise<AppNode> => AppNode.start(undefined, undefined, { dataDir });
  const elsewhere = await mkdtemp(join(tmpdir(), 'negotiations-other-'));
  const other = await open(elsewhere);
  const theirs = await aNegotiation(other);
  await post(other, theirs, LOST);
  await other.stop();
  const first = await open();
  const ours = await aNegotiation(first);
  await post(first, ours, KEPT);
  await first.stop();
  for (const end of ['', '-wal', '-shm']) {
    await rm(join(folder, `log.sqlite${end}`), { force: true });
    await copyFile(join(elsewhere, `log.sqlite${end}`), join(folder, `log.sqlite${end}`)).catch(() => undefined);
  }
  const second = await open();
  await becomesReady(second);
  expect([await shown(second, theirs), (await second.read(ours)).status]).toEqual([LOST.toSorted(), 404]);
  await second.stop();
  await rm(elsewhere, { recursive: true, force: true });
});

it('a log that is put back without a reconnect is noticed: more was applied than is in it', async () => {
  const server = await EventStoreDbDouble.start();
  const node = await AppNode.start(server.url);
  const negotiation = await aNegotiation(node);
  await post(node, negotiation, KEPT);
  const kept = server.log.events.length;
  await post(node, negotiation, LOST);
  await node.restart();
  await becomesReady(node);
  server.log.putBackTo(kept);
  await comesToShow(node, negotiation, KEPT);
  await becomesReady(node);
  await node.stop();
  await server.stop();
});
