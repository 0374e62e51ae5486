import { pointers } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation } from '../support/service-negotiation.js';

let service: TestService;
let head: string;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  head = await service.head();
});
afterAll(() => service.stop());
afterEach(async () => {
  expect(await service.head()).toBe(head);
});

const PROBLEM = /^application\/problem\+json/;
const put = (body: string | Buffer, type?: string, headers?: Record<string, string>) =>
  service.raw('put', '/talks/plans/p', body, type, headers).expect('content-type', PROBLEM);

const MALFORMED: [what: string, body: string | Buffer][] = [
  ['nothing', ''],
  ['half an object', '{"title":'],
  ['two values', '{} {}'],
  ['broken UTF-8', Buffer.from([0x7b, 0x22, 0x74, 0xff, 0x22, 0x3a, 0x31, 0x7d])],
  ['UTF-16', Buffer.from('{"title":"x"}', 'utf16le')],
  ['NaN', '{"title":NaN}'],
  ['__proto__', '{"title":"x","__proto__":{"title":"y"}}'],
  ['__proto__ written with an escape', '{"title":"x","\\u005f_proto__":{"title":"y"}}'],
  ['__proto__ deep within', '{"title":{"a":[{"__proto__":1}]}}'],
  ['nesting without end', '['.repeat(400_000)],
  ['nesting with an end', `{"title":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
];

it.each(MALFORMED)('%s is malformed JSON', async (_what, body) => {
  expect((await put(body).expect(400)).body).toMatchObject({ status: 400, code: 'malformed-json' });
});

const INVALID: [what: string, body: string, at: string[]][] = [
  ['null', 'null', ['#']],
  ['a list', '[]', ['#']],
  ['a text', '"title"', ['#']],
  ['a number', '1e999', ['#']],
  ['NUL', '{"title":"a\\u0000b"}', ['#/title']],
  ['a lone surrogate', '{"title":"\\ud800"}', ['#/title']],
  ['a lone surrogate as a name', '{"title":"x","\\udfff":1}', ['#/%EF%BF%BD']],
  ['constructor as a name', '{"title":"x","constructor":{"prototype":1},"prototype":1}', ['#/constructor', '#/prototype']],
  ['a text that is too long', `{"title":"${'x'.repeat(20_001)}"}`, ['#/title']],
  ['a text of blanks', '{"title":" \\n\\t"}', ['#/title']],
  ['a list that is too long', `{"title":"x","aliases":[${'1,'.repeat(300_000)}1]}`, ['#/aliases']],
  ['a map for a list', '{"title":"x","aliases":{"0":"a","length":1}}', ['#/aliases']],
];

it.each(INVALID)('%s is invalid', async (_what, body, at) => {
  const refused = await put(body).expect(422);
  expect(refused.body.code).toBe('invalid-body');
  expect(pointers(refused.body)).toEqual(at);
});

it.each(['1e999', '-1', '1.5', '9007199254740993', '"30"', 'true', '[30]'])('staleAfterDays %s is invalid', async (days) => {
  const refused = await service.raw('put', '/talks', `{"title":"x","staleAfterDays":${days}}`).expect(422);
  expect(pointers(refused.body)).toContain('#/staleAfterDays');
});

it.each(['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data', 'application/x-ndjson', 'nonsense'])(
  'a body as %s is not taken',
  async (type) => {
    const { body } = await put('{"title":"x"}', type).expect(415);
    expect(body).toMatchObject({ code: 'unsupported-media-type', detail: expect.stringContaining('application/json') as string });
    expect((await service.raw('post', '/talks/reports', '{}', type).expect(415)).body.code).toBe('unsupported-media-type');
    if (type !== 'application/x-ndjson') await service.raw('post', '/talks/import', '[]', type).expect(415);
  },
);

it('a compressed body is not taken', async () => {
  const { body } = await put('{"title":"x"}', 'application/json', { 'content-encoding': 'gzip' }).expect(415);
  expect(body.code).toBe('unsupported-media-type');
});

it('a body over a megabyte is too large', async () => {
  const { body } = await put(`{"title":"x"${' '.repeat(1_000_000)}}`).expect(413);
  expect(body).toMatchObject({ status: 413, code: 'body-too-large' });
});

it('a write without any body is invalid', async () => {
  const nobody = await service.http.put('/v1/admin/negotiations/talks/plans/p').set({ authorization: 'Bearer secret-key' }).expect(422);
  expect(pointers(nobody.body)).toEqual(['#']);
});

it.each(['/nothing', '/v1', '/v1/negotiations/talks/nothing', '/V1/negotiations', '/health', '//v1/negotiations'])(
  'GET %s: there is no such route',
  async (path) => {
    const { body } = await service.http.get(path).expect(404).expect('content-type', PROBLEM);
    expect(body).toMatchObject({ status: 404, code: 'no-such-route', errors: [] });
  },
);

it.each(['put', 'post', 'patch', 'delete'] as const)('%s on a read: the route takes other methods', async (method) => {
  for (const path of ['/v1/negotiations', '/v1/negotiations/talks', '/health/live']) {
    expect((await service.http[method](path).expect(405).expect('content-type', PROBLEM)).body.code).toBe('method-not-allowed');
  }
});

it.each(['iso-8859-1', 'utf-16', '"windows-1252"'])('a body in the charset %s is not taken', async (charset) => {
  expect((await put('{"title":"x"}', `application/json; charset=${charset}`).expect(415)).body.detail).toContain('UTF-8');
  await service.raw('post', '/talks/import', '', `application/x-ndjson; charset=${charset}`).expect(415);
});

it.each([
  ['a key that stands twice', '{"title":"x","title":"y"}', '#/title', 'duplicate-key'],
  ['a number that would be altered', '{"title":9007199254740993}', '#/title', 'inexact-number'],
])('%s is refused with its place, in every form', async (_what, body, pointer, code) => {
  expect((await put(body).expect(422)).body.errors).toMatchObject([{ pointer, code }]);
  const entry = `{"entry":"plan","id":"p",${body.slice(1)}`;
  const array = await service.raw('post', '/talks/import', `[${entry}]`).expect(422);
  expect(array.body.errors).toMatchObject([{ pointer: pointer.replace('#', '#/0'), code }]);
  const { text } = await service.raw('post', '/talks/import', entry, 'application/x-ndjson').buffer(true).expect(200);
  expect(JSON.parse(text.split('\n')[0] ?? '')).toMatchObject({ outcome: 'rejected', problem: { errors: [{ pointer, code }] } });
});

const UNKNOWN = ['issues', 'plans', 'meetings', 'reports', 'parties', 'persons', 'sources', 'propositions'];
const ODD = ['no', 'a'.repeat(400), '%00', 'a%2Fb', '%22%27%3B--', '..%2F..', 'Ünï', 'constructor', '__proto__', '%F0%9F%92%A9', '*'];

it.each(UNKNOWN)('an unknown id of %s in the path is 404, however odd', async (kind) => {
  for (const id of ODD) {
    const { body } = await service
      .read(`/talks/${kind}/${encodeURI(decodeURI(id))}`)
      .expect(404)
      .expect('content-type', PROBLEM);
    expect(body.code).toBe('not-found');
  }
  for (const id of ODD) await service.read(`/${id === '' ? 'x' : encodeURI(decodeURI(id))}/${kind}`).expect(404);
});

it('an unknown id in the path comes with near ones', async () => {
  const near = async (path: string) => (await service.read(path).expect(404)).body.errors[0]?.suggestions;
  expect(await near('/talk')).toEqual(['talks']);
  expect(await near('/talks/issues/teritory')).toEqual(['territory']);
  expect(await near('/talks/persons/selensky')).toEqual(['zelensky']);
  expect((await service.get('/talks/plans/plan-29').expect(404)).body.errors[0]?.suggestions).toEqual(['plan-20', 'plan-28']);
});
