import { pointers } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, REPORTS } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  for (const report of Object.values(REPORTS)) await service.post('/talks/reports', report).expect(201);
});
afterAll(() => service.stop());

describe('an entry', () => {
  it.each([
    ['', { title: 'New talks' }, { title: 'New talks', principals: ['russia', 'ukraine'] }],
    ['/issues/administration', { parent: null }, { title: 'Administration', parent: null }],
    ['/propositions/cede-donbas', { text: 'All of it.' }, { issue: 'territory', text: 'All of it.' }],
    ['/parties/russia', { aliases: [] }, { name: 'Russia', kind: 'state', aliases: [] }],
    ['/persons/putin', { role: null }, { name: 'Vladimir Putin', party: 'russia', role: null }],
    ['/plans/plan-20', { title: 'Twenty points' }, { title: 'Twenty points', aliases: ['the European plan'] }],
    ['/meetings/geneva', { aliases: ['the lake'] }, { title: 'Geneva', aliases: ['the lake'] }],
    ['/sources/times', { published: { note: 'evening' } }, { published: { edtf: '2026-01-05', note: 'evening' }, author: 'A. B.' }],
  ])('%s keeps what the patch leaves out; the same patch again changes nothing', async (path, patch, expected) => {
    const url = `/talks${path}`;
    const before = await service.get(url).expect(200);
    const { body, headers } = await service.patch(url, patch, { 'if-match': before.headers.etag ?? '' }).expect(200);
    expect(body).toMatchObject({ outcome: 'changed', projected: true });
    const after = await service.get(url).expect(200);
    expect(after.body).toMatchObject(expected);
    expect(after.headers.etag).toBe(headers.etag);

    const again = await service.patch(url, patch).expect(200);
    expect(again.body).toEqual({ ...body, outcome: 'unchanged' });
    expect(await service.head()).toBe(body.position);
    await service.patch(url, patch, { 'if-match': before.headers.etag ?? '' }).expect(412);
  });

  it('is refused as a PUT of the whole would be, and records nothing', async () => {
    const head = await service.head();
    const refused = async (path: string, patch: object, status: number): Promise<(string | undefined)[]> =>
      pointers((await service.patch(`/talks${path}`, patch).expect(status)).body);
    expect(await refused('/parties/russia', { kind: 'gang', size: 1 }, 422)).toEqual(['#/kind', '#/size']);
    expect(await refused('/parties/russia', { name: null }, 422)).toEqual(['#/name']);
    expect(await refused('/persons/putin', { party: 'rusia' }, 422)).toEqual(['#/party']);
    expect(await refused('/parties/russia', ['name'], 422)).toEqual(['#']);
    expect((await service.patch('/talks/propositions/cede-donbas', { issue: 'guarantees' }).expect(409)).body.code).toBe('in-use');
    expect((await service.patch('/talks/parties/rusia', { name: 'R' }).expect(404)).body.errors[0]?.suggestions).toContain('russia');
    expect((await service.patch('/talks/gangs/russia', { name: 'R' }).expect(404)).body.code).toBe('not-found');
    expect(await service.head()).toBe(head);
  });

  it('takes in every patch of those who write at once', async () => {
    const patches = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => ({ headline: name }));
    const fields = ['publisher', 'headline', 'author', 'url', 'language'];
    const answers = await Promise.all([
      ...patches.map((patch) => service.patch('/talks/sources/post', patch).expect(200)),
      ...fields.map((field) => service.patch('/talks/sources/post', field === 'headline' ? {} : { [field]: field }).expect(200)),
    ]);
    expect(answers).toHaveLength(patches.length + fields.length);
    const { body } = await service.get('/talks/sources/post').expect(200);
    expect(body).toMatchObject({ publisher: 'publisher', author: 'author', url: 'url', language: 'language', notes: ['late edition'] });
  });
});

describe('a report', () => {
  const url = `/talks/reports/${REPORTS.MeetingRevised.id}`;

  it('is corrected by what is different', async () => {
    const before = await service.get(url).expect(200);
    const correction = { reason: 'coding', note: 'It was the wind.', report: { summary: 'Moved.', data: { reason: 'wind' } } };
    expect((await service.patch(url, correction).expect(428)).body.code).toBe('revision-required');
    const { body } = await service.patch(url, correction, { 'if-match': before.headers.etag ?? '' }).expect(201);
    expect(body).toMatchObject({ outcome: 'changed', projected: true });

    const { body: shown } = await service.read(url).expect(200);
    expect(shown).toMatchObject({ summary: 'Moved.', data: { change: 'moved', reason: 'wind', scheduledFor: { phrase: 'on Sunday' } } });
    expect(shown.corrections).toMatchObject([{ reason: 'coding', note: 'It was the wind.' }]);
    expect((await service.get(url).expect(200)).headers.etag).toBe(`"${body.revision}"`);

    const again = await service.patch(url, correction, { 'if-match': before.headers.etag ?? '' }).expect(200);
    expect(again.body).toEqual({ ...body, outcome: 'unchanged' });
    const other = { ...correction, report: { summary: 'Moved again.' } };
    await service.patch(url, other, { 'if-match': before.headers.etag ?? '' }).expect(412);
    await service.patch(url, other, { 'if-match': '*' }).expect(201);
  });

  it('is refused with the place of each fault', async () => {
    const head = await service.head();
    const patch = { reason: 'source', report: { source: { id: 'tims' }, data: { change: 'lost' } } };
    const { body } = await service.patch(url, patch, { 'if-match': '*' }).expect(422);
    expect(pointers(body).sort()).toEqual(['#/note', '#/published', '#/report/data/change', '#/report/source/id']);
    expect(pointers((await service.patch(url, { reason: 'coding', note: 'n' }, { 'if-match': '*' }).expect(422)).body)).toEqual([
      '#/report',
    ]);
    expect((await service.patch('/talks/reports/geneva', patch, { 'if-match': '*' }).expect(404)).body.code).toBe('not-found');
    expect(await service.head()).toBe(head);
  });
});

it('only a patch is of the media type of merge patches', async () => {
  const type = 'application/merge-patch+json';
  const put = await service.raw('put', '/talks/parties/russia', '{"name": "R", "kind": "state"}', type).expect(415);
  expect(put.body.code).toBe('unsupported-media-type');
  await service.patch('/talks/parties/russia', { name: 'Russia' }, { 'content-type': 'application/json' }).expect(200);
});
