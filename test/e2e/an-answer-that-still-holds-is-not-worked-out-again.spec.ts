import type { ReadModel } from '../../src/read-model/read-model.js';
import { ReadableModel } from '../../src/read-model/readable-model.js';
import { startTestService, type TestService } from '../support/service.js';
import { aNegotiation, postReports } from '../support/service-negotiation.js';

let service: TestService;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  await postReports(service);
});
afterAll(() => service.stop());

const URL = '/talks/issues/territory';

/** Counts from now on the statements that the file in use runs. */
function countStatements(): () => number {
  const { rows } = service.app.get<ReadableModel, ReadModel>(ReadableModel);
  let count = 0;
  for (const method of ['get', 'all'] as const) {
    const original = rows[method].bind(rows) as (...values: unknown[]) => unknown;
    Object.defineProperty(rows, method, {
      configurable: true,
      value: (...values: unknown[]) => {
        count += 1;
        return original(...values);
      },
    });
  }
  return () => count;
}

it('the same question reads nothing, and has the same answer with the same headers', async () => {
  const first = await service.read(URL);
  const statements = countStatements();
  const second = await service.read(URL);
  expect(statements()).toBe(0);
  expect(second.text).toBe(first.text);
  const told = (headers: Readonly<Record<string, string | undefined>>) =>
    ['etag', 'content-location', 'cache-control', 'content-type'].map((name) => headers[name]);
  expect(told(second.headers)).toEqual(told(first.headers));
  const unchanged = await service.read(URL, { 'if-none-match': first.headers.etag ?? '' });
  expect([unchanged.status, unchanged.text, statements()]).toEqual([304, '', 0]);
});

it('another question, or the same one of the next day, is worked out', async () => {
  const statements = countStatements();
  await service.read(`${URL}?asOf=2026-01-20`);
  expect(statements()).toBeGreaterThan(0);
  const { body } = await service.read(URL);
  service.clock.forward(86_400_000);
  const next = await service.read(URL);
  expect([body.at.asOf, next.body.at.asOf]).toEqual(['2026-03-01', '2026-03-02']);
});

it('a 304 has the headers of the answer that the client keeps, and no length of its own', async () => {
  const question = `${URL}?asOf=2026-01-19`;
  const unchanged = async () => service.read(question, { 'if-none-match': '*' });
  for (const { status, headers } of [await unchanged(), await unchanged()]) {
    expect([status, headers['content-type'], headers['content-length']]).toEqual([304, 'application/json; charset=utf-8', undefined]);
  }
});
