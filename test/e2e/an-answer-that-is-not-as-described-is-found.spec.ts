import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { AnswerCheck } from '../support/openapi/answer-check.js';
import { type AnswerSeen, type Seen, watchAnswers } from '../support/openapi/answers-seen.js';
import { DescribedSchemas } from '../support/openapi/described-schemas.js';
import { RequestCheck } from '../support/openapi/request-check.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
let check: AnswerCheck;
let ofBodies: RequestCheck;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  await postReports(service);
  const schemas = new DescribedSchemas(service.document());
  check = new AnswerCheck(schemas);
  ofBodies = new RequestCheck(schemas);
});
afterAll(() => service.stop());

async function answerTo(path: string): Promise<AnswerSeen & { readonly text: string }> {
  const { status, headers, text } = await service.read(path);
  return { method: 'GET', url: `/v1/negotiations${path}`, status, headers, text };
}

const changed = (seen: AnswerSeen & { text: string }, change: (body: Record<string, unknown>) => unknown): AnswerSeen => {
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

/** As if the service had taken it. */
const taken = (path: string, sent: string, sentAs = 'application/json', text = ''): Seen => ({
  method: 'POST',
  url: `/v1/admin/negotiations/talks${path}`,
  status: 200,
  headers: {},
  text,
  sent,
  sentAs,
});

it('a body that was taken and is not as described is found', () => {
  const { id: _, ...report } = REPORTS.ContextReported;
  expect(ofBodies.faultOf(taken('/reports', JSON.stringify(report)))).toBeUndefined();
  expect(ofBodies.faultOf(taken('/reports', JSON.stringify({ ...report, planted: 1 })))).toMatch(/must/);
  const link = { kind: 'same-as', to: 'attack' };
  expect(ofBodies.faultOf(taken('/reports/attack/links', JSON.stringify(link)))).toBeUndefined();
  expect(ofBodies.faultOf(taken('/reports/attack/links', JSON.stringify({ ...link, planted: 1 })))).toMatch(
    /"additionalProperty":"planted"/,
  );
  expect(ofBodies.faultOf({ ...taken('/reports', '{"planted":1}'), status: 422 })).toBeUndefined();
  expect(ofBodies.faultOf(taken('/reports', '{}', 'text/plain'))).toMatch(/none of the type "text\/plain" is described/);
});

it('so is one line among many, unless it was rejected', () => {
  const lines = '{"entry":"party","id":"a","name":"A","kind":"state"}\n{"planted":1}\n';
  const answered = (outcome: string): string =>
    `{"line":1,"id":"a","outcome":"created"}\n{"line":2,"id":null,"outcome":"${outcome}"}\n{"summary":{}}\n`;
  expect(ofBodies.faultOf(taken('/import', lines, 'application/x-ndjson', answered('rejected')))).toBeUndefined();
  expect(ofBodies.faultOf(taken('/import', lines, 'application/x-ndjson', answered('created')))).toMatch(/must/);
});

it('a body is seen as it was sent, whoever reads it', async () => {
  const server = createServer((request, response) => {
    void text(request).then((body) => response.end(body));
  });
  const seen = watchAnswers(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const body = JSON.stringify({ long: 'ü'.repeat(100_000) });
  const port = (server.address() as AddressInfo).port;
  await (await fetch(`http://127.0.0.1:${String(port)}/`, { method: 'POST', body })).text();
  server.close();
  server.closeAllConnections();
  await once(server, 'close');
  expect([...seen.values()].map(({ sent }) => sent)).toEqual([body]);
});
