import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chunk, head, RawConnection } from '../support/raw-connection.js';
import { startTestService, type TestService } from '../support/service.js';

const SILENCE_MS = 1_000;
const OFTEN_MS = 50;
const LINES = ['Content-Type: application/x-ndjson', 'Transfer-Encoding: chunked'];
const IMPORT = 'POST /v1/admin/negotiations/talks/import';

let folder: string;
let service: TestService;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'import-'));
  service = await startTestService({ dataDir: folder }, { silenceMs: SILENCE_MS });
});
afterEach(async () => {
  await service.stop();
  rmSync(folder, { recursive: true });
});

const line = (i: number): string => `${JSON.stringify({ entry: 'source', id: `s${String(i)}`, published: '2026' })}\n`;
const opened = async (): Promise<RawConnection> =>
  (await RawConnection.to(service.url)).send(`${head(IMPORT, ...LINES)}${chunk('{"entry":"negotiation","id":"talks","title":"T"}\n')}`);

it('one that sends nothing more, with what came of its lines before', async () => {
  const answer = await (await opened()).closed();
  expect(answer).toContain('"created"');
  expect(answer).not.toContain('summary');
});

it('not one that is slow, but sends', async () => {
  const connection = await opened();
  const start = performance.now();
  let sent = 0;
  while (performance.now() - start < 1.5 * SILENCE_MS) {
    connection.send(chunk(line(sent)));
    sent += 1;
    await pause(OFTEN_MS);
  }
  expect(await connection.send('0\r\n\r\n').until('summary')).toContain(`"created":${String(sent + 1)}`);
  connection.end();
});

it('one that takes nothing, and nothing of its outcomes is left behind', async () => {
  const connection = (await opened()).pause();
  const rejected = chunk(`{"entry":"plan","${'x'.repeat(400)}":1}\n`.repeat(2_000));
  for (let i = 0; i < 20; i += 1) connection.send(rejected);
  await connection.send('0\r\n\r\n').cutOff();
  expect(readdirSync(folder).filter((name) => name.startsWith('waiting-'))).toEqual([]);
});
