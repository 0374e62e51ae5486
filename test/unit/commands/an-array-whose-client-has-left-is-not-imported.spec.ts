import { mkdtemp, rm } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import fastify, { type FastifyInstance } from 'fastify';
import { ImportArray, ImportArrayHandler } from '../../../src/commands/import/import-array.command.js';
import { ImportLines } from '../../../src/commands/import/import-lines.js';
import { entryImports } from '../../../src/commands/put-entry/put-entry.import.js';
import { CommandRunner } from '../../../src/commands/writing/command-runner.js';
import { Doubts } from '../../../src/commands/writing/doubts/doubts.js';
import { KnownIds } from '../../../src/commands/writing/known-ids.js';
import { LogWriteModel } from '../../../src/commands/writing/log-write-model.js';
import { SqliteEventStore } from '../../../src/event-store/sqlite/sqlite-event-store.js';
import { addBodyParsers } from '../../../src/http/body-parsers.js';
import { clientGone, watchClients } from '../../../src/http/client-gone.js';
import { SystemClock } from '../../../src/ports/clock.js';
import { NoSpans } from '../../../src/ports/spans.js';
import { NOTHING_BESIDE } from '../../support/nothing-beside.js';
import { REQUEST } from '../../support/specify.js';

const ENTRIES = JSON.stringify([{ entry: 'negotiation', id: 'n', title: 'Talks' }]);

let folder: string;
let store: SqliteEventStore;
let handler: ImportArrayHandler;
let server: FastifyInstance;
let imported: PromiseWithResolvers<unknown>;
/** What the server waits for before it imports what it was sent. */
let before: () => Promise<unknown>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'array-left-'));
  store = new SqliteEventStore(join(folder, 'log.db'), Date.now);
  const log = new LogWriteModel(store, { isUsed: async () => false }, { epoch: '' });
  const runner = new CommandRunner(store, log, new KnownIds({ like: async () => [] }), new Doubts(NOTHING_BESIDE));
  const shown = { position: 0n, shows: async () => true };
  handler = new ImportArrayHandler(new ImportLines(entryImports, new SystemClock()), runner, store, shown, new NoSpans());
  imported = Promise.withResolvers();
  server = fastify();
  watchClients(server);
  addBodyParsers(server);
  server.post('/import', async ({ body }) => {
    await before();
    const importing = handler.execute(new ImportArray('n', body as Buffer, { ...REQUEST }, false));
    imported.resolve(importing);
    return importing;
  });
  await server.listen();
});
afterEach(async () => {
  await server.close();
  await store.close();
  await rm(folder, { recursive: true });
});

function send() {
  const { port } = server.server.address() as AddressInfo;
  const sent = httpRequest({ port, method: 'POST', path: '/import', headers: { 'content-type': 'application/json' } });
  sent.on('error', () => undefined);
  sent.end(ENTRIES);
  return sent;
}

it('though all of it had come: nothing is recorded', async () => {
  const { promise: begun, resolve: begin } = Promise.withResolvers<unknown>();
  before = async () => {
    begin(undefined);
    const gone = clientGone();
    if (gone?.aborted === false) await once(gone, 'abort');
  };
  const sent = send();
  await begun;
  sent.destroy();
  await expect(imported.promise).rejects.toMatchObject({ name: 'AbortError' });
  expect(await store.head()).toBe(0n);
});

it('where it waits, all is recorded', async () => {
  before = async () => undefined;
  const [answer] = (await once(send(), 'response')) as [{ statusCode: number; resume: () => void }];
  answer.resume();
  expect(answer.statusCode).toBe(200);
  expect(await store.head()).toBe(1n);
});
