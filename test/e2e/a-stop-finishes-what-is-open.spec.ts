import { setTimeout as pause } from 'node:timers/promises';
import { chunk, head, RawConnection } from '../support/raw-connection.js';
import { startTestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

const IMPORT = 'POST /v1/admin/negotiations/talks/import';
const LINES = ['Content-Type: application/x-ndjson', 'Transfer-Encoding: chunked'];
const LIVE = 'GET /v1/negotiations/talks/replay?axis=recorded HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n\r\n';
const ALIVE = 'GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n';

it('an import that is under way is finished, new requests are refused, and a live replay is told where to go on', async () => {
  const service = await startTestService({ stopLimitMs: 60_000 });
  await aNegotiation(service);
  const { body } = await service.post('/talks/reports', REPORTS.ContextReported).expect(201);
  const idle = await RawConnection.to(service.url);
  await idle.send(ALIVE).until('live');
  const live = (await RawConnection.to(service.url)).send(LIVE);
  await live.until(`id: ${body.position}`);
  const importing = (await RawConnection.to(service.url)).send(
    `${head(IMPORT, ...LINES)}${chunk('{"entry":"plan","id":"p1","title":"T"}\n')}`,
  );
  await importing.until('"p1"');

  const stopped = service.stop();
  await live.until(`event: dropped\ndata: {"resumeAfter":"${body.position}"}`);
  expect(await idle.send(ALIVE).closed()).toMatch(/503 Service Unavailable[\s\S]*"code":"stopping"/);
  const isOver = await Promise.race([stopped.then(() => true), pause(200, false)]);
  expect(isOver).toBe(false);
  importing.send(chunk('{"entry":"plan","id":"p2","title":"T"}\n')).send('0\r\n\r\n');
  expect(await importing.closed()).toMatch(/"p2"[\s\S]*"summary":\{"created":2/);
  await stopped;
});

it('what does not end is cut off after STOP_SECONDS', async () => {
  const service = await startTestService({ stopLimitMs: 300 });
  await aNegotiation(service);
  const importing = (await RawConnection.to(service.url)).send(
    `${head(IMPORT, ...LINES)}${chunk('{"entry":"plan","id":"p1","title":"T"}\n')}`,
  );
  await importing.until('"p1"');
  const begun = performance.now();
  await service.stop();
  expect(performance.now() - begun).toBeGreaterThan(290);
  expect(await importing.closed()).not.toContain('summary');
});
