import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ClientCompiler } from '../support/openapi/compiled-client.js';
import { KEY, startTestService, type TestService } from '../support/service.js';
import { aNegotiation } from '../support/service-negotiation.js';

const PROGRAM = join(import.meta.dirname, '../client/desk.mts');

let service: TestService;
let compiler: ClientCompiler;
beforeAll(async () => {
  service = await startTestService();
  await aNegotiation(service);
  compiler = await ClientCompiler.of((await service.http.get('/openapi.json').expect(200)).body);
});
afterAll(() => service.stop());

it('compiles', () => {
  expect(compiler.faultsOf(PROGRAM)).toEqual([]);
});

it('does not compile where it says what the document does not', () => {
  const wrong = [
    ["modality: 'demands'", "modality: 'planted'"],
    ["voice: 'own'", "planted: 'own'"],
    ['report.data?.certainty', 'report.data?.planted'],
  ] as const;
  const faults = compiler.faultsOf(PROGRAM, (text) => wrong.reduce((now, [right, planted]) => now.replace(right, planted), text));
  expect(faults).toHaveLength(wrong.length);
  for (const fault of faults) expect(fault).toContain('planted');
});

it('posts, reads, is refused and goes through a list', async () => {
  const { stdout } = await promisify(execFile)(process.execPath, ['--disable-warning=ExperimentalWarning', PROGRAM, service.url, KEY]);
  expect(JSON.parse(stdout)).toEqual({
    posted: [201, true],
    refused: ['invalid-body', ['russia']],
    report: ['PositionStated', 'certain'],
    stances: [['russia', 'demands', 'own']],
    missing: [404, 'not-found'],
    names: ['Russia', 'Ukraine', 'United States'],
    pages: 2,
  });
});
