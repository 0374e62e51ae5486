import { join } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import tseslint from 'typescript-eslint';

const ROOT = join(import.meta.dirname, '../..');

/** As `npm run lint` does, without the rules that need types: a planted file is on no disk. */
const eslint = new ESLint({
  cwd: ROOT,
  overrideConfigFile: join(ROOT, 'eslint.config.mjs'),
  overrideConfig: { files: ['**/*.ts'], ...(tseslint.configs.disableTypeChecked as Linter.Config) },
});

/** The rules that some lines break, each once, where they stand in a file. */
async function broken(code: string, path: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(`${code}\n`, { filePath: join(ROOT, path) });
  return [...new Set(result?.messages.map(({ ruleId, message }) => ruleId ?? message))];
}

const PURE_FILES = [
  'src/vocabulary/planted.ts',
  'src/vocabulary/events/planted.ts',
  'src/rules/planted.ts',
  'src/rules/replay/planted.ts',
  'src/read-model/extracting/planted.ts',
  'src/commands/post-report/post-report.ts',
  'src/commands/writing/planted.ts',
];
const GENERATOR = 'bench/generator/planted.ts';
const OTHER_FILES = ['src/http/planted.ts', 'src/read-model/planted.ts', 'src/commands/post-report/planted.controller.ts', 'src/main.ts'];

const IMPURE: readonly [string, code: string, rule: string][] = [
  ['the present', 'export const now = Date.now();', 'no-restricted-properties'],
  ['the present, handed on as a function', 'export const clock = Date.now;', 'no-restricted-properties'],
  ['the present as a date', 'export const now = new Date();', 'no-restricted-syntax'],
  ['the present as a text', 'export const now = Date();', 'no-restricted-syntax'],
  ['chance', 'export const dice = Math.random();', 'no-restricted-properties'],
  ['chance by another name', 'export const { random } = Math;', 'no-restricted-properties'],
  ['the settings', 'export const port = process.env.PORT;', 'no-restricted-globals'],
  ['waiting', 'setTimeout(() => undefined, 1);', 'no-restricted-globals'],
  ['the network', "export const page = fetch('https://example.org');", 'no-restricted-globals'],
  ['all that through globalThis', 'export const env = globalThis.process;', 'no-restricted-globals'],
  ['the disk', "import { readFileSync } from 'node:fs';\nexport const read = readFileSync;", 'no-restricted-imports'],
];

describe.each(IMPURE)('%s', (_, code, rule) => {
  it.each([...PURE_FILES, GENERATOR])('does not come into %s', async (path) => {
    expect(await broken(code, path)).toEqual([rule]);
  });

  it.each(OTHER_FILES)('may come into %s', async (path) => {
    expect(await broken(code, path)).toEqual([]);
  });
});

it.each(PURE_FILES)('a given time is no present: %s may turn it into a date', async (path) => {
  expect(await broken('export const day = (instant: number): Date => new Date(instant);', path)).toEqual([]);
});

const EVERYWHERE: readonly [string, code: string, rule: string][] = [
  ['the console', "console.log('here');", 'no-console'],
  ...['EventBus', 'EventsHandler', 'Saga', 'AggregateRoot', 'EventPublisher'].map((name): [string, string, string] => {
    return [`${name} of @nestjs/cqrs`, `import { ${name} } from '@nestjs/cqrs';\nexport const taken = ${name};`, 'no-restricted-imports'];
  }),
  ['all of @nestjs/cqrs at once', "import * as cqrs from '@nestjs/cqrs';\nexport const taken = cqrs;", 'no-restricted-imports'],
  ['EventBus handed on', "export { EventBus } from '@nestjs/cqrs';", 'no-restricted-imports'],
];

describe.each(EVERYWHERE)('%s', (_, code, rule) => {
  it.each([...PURE_FILES.slice(0, 1), ...PURE_FILES.slice(-3), ...OTHER_FILES])('does not come into %s', async (path) => {
    expect(await broken(code, path)).toEqual([rule]);
  });
});

it('the CommandBus and the QueryBus are what is used of @nestjs/cqrs', async () => {
  const code = "import { CommandBus, QueryBus } from '@nestjs/cqrs';\nexport const buses = [CommandBus, QueryBus];";
  expect(await broken(code, 'src/http/planted.ts')).toEqual([]);
});
