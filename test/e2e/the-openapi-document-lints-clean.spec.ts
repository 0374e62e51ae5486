import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RulesetDefinition, Spectral } from '@stoplight/spectral-core';
import { oas } from '@stoplight/spectral-rulesets';
import { startTestService, type TestService } from '../support/service.js';

/** What both linters are shown: as it is served, or with a fault planted. */
type Document = Record<string, unknown>;

const REDOCLY = join(import.meta.dirname, '../../node_modules/@redocly/cli/bin/cli.js');
const OFFLINE = { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };

let service: TestService;
let folder: string;
let document: Document;
beforeAll(async () => {
  service = await startTestService();
  folder = await mkdtemp(join(tmpdir(), 'openapi-'));
  document = (await service.http.get('/openapi.json').expect(200)).body;
});
afterAll(async () => {
  await service.stop();
  await rm(folder, { recursive: true, force: true });
});

/** The rules that redocly finds broken by its recommended set, each with its place. */
async function toldByRedocly(linted: Document): Promise<string[]> {
  const file = join(folder, 'openapi.json');
  await writeFile(file, JSON.stringify(linted));
  const args = [REDOCLY, 'lint', file, '--extends=recommended', '--format=json', '--max-problems=20'];
  const told = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, { cwd: folder, env: { ...process.env, ...OFFLINE } }, (_, stdout) => {
      resolve(stdout);
    });
  });
  const { problems } = JSON.parse(told) as { problems: { ruleId: string; location: { pointer: string }[] }[] };
  return problems.map(({ ruleId, location }) => `${ruleId} ${location[0]?.pointer ?? ''}`);
}

/** The same of spectral and its recommended rules of OpenAPI. */
async function toldBySpectral(linted: Document): Promise<string[]> {
  const spectral = new Spectral();
  spectral.setRuleset({ extends: [oas as RulesetDefinition] });
  return (await spectral.run(linted)).map(({ code, path }) => `${String(code)} ${path.join('/')}`);
}

const LINTERS = [
  ['redocly', toldByRedocly, 'operation-operationId-unique'],
  ['spectral', toldBySpectral, 'operation-operationId-unique'],
] as const;

describe.each(LINTERS)('by the recommended rules of %s', (_, told, rule) => {
  it('nothing is found in it', async () => {
    expect(await told(document)).toEqual([]);
  });

  it('a planted fault is found', async () => {
    const { '/health/live': live } = document.paths as Record<string, unknown>;
    const planted = { ...document, paths: { '/health/live': live, '/health/ready': live } };
    expect((await told(planted)).join('\n')).toContain(rule);
  });
});
