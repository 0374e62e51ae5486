import type { Matrix } from '../../src/rules/matrix.js';
import { type Json, pointers } from '../support/asked.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  await postReports(service);
});
afterAll(() => service.stop());

const read = async (path: string): Promise<Json> => (await service.read(`/talks/${path}`).expect(200)).body;

it('the cells and verdicts are those of the states of the issues', async () => {
  const { columns, rows, issues } = (await read('matrix?issue=territory&issue=administration')) as unknown as Matrix;
  expect(columns).toEqual([
    { party: 'russia', name: 'Russia', principal: true },
    { party: 'ukraine', name: 'Ukraine', principal: true },
    { party: 'united-states', name: 'United States', principal: false },
  ]);
  expect(rows.map(({ issue, proposition }) => [issue, proposition])).toEqual([
    ['territory', 'cede-donbas'],
    ['administration', 'free-zone'],
  ]);
  const states = [await read('issues/territory'), await read('issues/administration')];
  for (const [i, { targets, stances, ...state }] of states.entries()) {
    const { principals: _, ...issue } = issues[i] ?? { principals: [] };
    expect(state).toMatchObject(issue);
    const { cells = [], ...row } = rows[i] ?? {};
    const [target] = targets as object[];
    expect(row).toMatchObject(target ?? { verdict: null, certainty: null, for: [], against: [], evidence: [] });
    expect(cells.map(({ weight: __, contested: ___, ...cell }) => cell)).toEqual(stances.map(({ target: __, ...stance }) => stance));
  }
  expect(rows[0]?.cells).toMatchObject([
    { party: 'russia', modality: 'demands', weight: 3, voice: 'own', by: ['putin'], certainty: 'certain', contested: false },
    { party: 'ukraine', modality: 'rejects', weight: -2 },
  ]);
});

it('is of one point on the axes, and cites every issue', async () => {
  const { headers, body } = await service.read('/talks/matrix?issue=territory&issue=guarantees&issue=territory&on=2026-01-03').expect(200);
  expect(body.at).toMatchObject({ asOf: '2026-01-03', knownBy: '2026-01-03' });
  expect(body.rows).toEqual([]);
  expect(headers['content-location']).toMatch(
    /\/matrix\?issue=territory&issue=guarantees&asOf=2026-01-03&knownBy=2026-01-03&recordedBy=@\d+/,
  );
  const again = await service.http.get(headers['content-location'] ?? '').expect(200);
  expect(again.headers.etag).toBe(headers.etag);
});

it('no issue, an unknown one and too many are refused', async () => {
  const { body: none } = await service.read('/talks/matrix').expect(400);
  expect(none.errors).toMatchObject([{ parameter: 'issue', detail: 'is required: string or array' }]);
  const { body } = await service.read('/talks/matrix?issue=guarantees&issue=teritory').expect(400);
  expect(body.errors).toMatchObject([{ parameter: 'issue', code: 'unknown-id', suggestions: ['territory'] }]);
  const many = Array.from({ length: 51 }, () => 'issue=territory').join('&');
  expect(pointers((await service.read(`/talks/matrix?${many}`).expect(400)).body)).toEqual(['issue']);
  expect((await service.read('/nowhere/matrix?issue=territory').expect(404)).body.code).toBe('not-found');
});
