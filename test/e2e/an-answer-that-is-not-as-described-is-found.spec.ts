import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AnswerCheck } from '../support/openapi/answer-check.js';
import { type Seen, watchAnswers } from '../support/openapi/answers-seen.js';
import type { Document } from '../support/openapi/described-routes.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports } from '../support/service-negotiation.js';

let service: TestService;
let check: AnswerCheck;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  await postReports(service);
  check = new AnswerCheck((await service.http.get('/openapi.json')).body as unknown as Document);
});
afterAll(() => service.stop());

async function answerTo(path: string): Promise<Seen & { readonly text: string }> {
  const { status, headers, text } = await service.read(path);
  return { method: 'GET', url: `/v1/negotiations${path}`, status, headers, text };
}

const changed = (seen: Seen & { text: string }, change: (body: Record<string, unknown>) => unknown): Seen => {
  const body = JSON.parse(seen.text) as Record<string, unknown>;
  change(body);
  return { ...seen, text: JSON.stringify(body) };
};

it('what the service answers is as described', async () => {
  expect(check.faultOf(await answerTo('/talks/issues/territory'))).toBeUndefined();
});

it.each<[string, RegExp, (body: Record<string, unknown>) => unknown]>([
  ['a field that is not described', /"additionalProperty":"planted"/, (body) => (body.planted = 1)],
  ['a field that is missing', /"missingProperty":"stances"/, (body) => delete body.stances],
  ['a value of another type', /\/title must be string/, (body) => (body.title = 7)],
  ['a word that is none of its enum', /\/convergence must be equal to one of the allowed values/, (body) => (body.convergence = 'planted')],
])('%s is found', async (_, told, change) => {
  expect(check.faultOf(changed(await answerTo('/talks/issues/territory'), change))).toMatch(told);
});

it('a status, a type and a code that are not described are found', async () => {
  const seen = await answerTo('/talks/issues/territory');
  expect(check.faultOf({ ...seen, status: 418 })).toMatch(/418: the status is not described/);
  expect(check.faultOf({ ...seen, headers: { 'content-type': 'text/html' } })).toMatch(/content type "text\/html" is not described/);
  const refused = await answerTo('/talks/issues/teritory');
  expect(check.faultOf(refused)).toBeUndefined();
  expect(check.faultOf(changed(refused, (body) => (body.code = 'not-visible')))).toMatch(/\/code must be equal to one of/);
});

it('one wrong line among many is found', async () => {
  const seen = await answerTo('/talks/replay');
  expect(check.faultOf(seen)).toBeUndefined();
  expect(check.faultOf({ ...seen, text: `${seen.text}{"step":"one"}\n` })).toMatch(/must/);
});

it('a server that answers otherwise is seen, however it answers', async () => {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.write('{"status":');
    response.end('"planted"}');
  });
  const seen = watchAnswers(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  await (await fetch(`http://127.0.0.1:${String((server.address() as AddressInfo).port)}/health/live`)).text();
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
  expect([...seen.values()].map((one) => check.faultOf(one))).toEqual([expect.stringMatching(/\/status must be equal to constant/)]);
});
