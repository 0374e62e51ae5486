import { importRules, plantedTree, ROOT, type Violation, violationsIn } from './planted-tree.js';

const ROOMS = [
  'vocabulary',
  'waiting',
  'rules',
  'event-store',
  'read-model',
  'ports',
  'http',
  'access',
  'command-line',
  'operations',
  'commands',
  'queries',
  'pages',
  'threads',
  'webhooks',
  'seeding',
  'copying',
  'safekeeping',
  'service',
];

/** What is there to be imported: a file in each room, and a few beside them. */
const TARGETS = [
  ...ROOMS.map((room) => `src/${room}/target.ts`),
  'src/config.ts',
  'src/commands/one/target.ts',
  'src/commands/writing/target.ts',
  'src/queries/one/target.ts',
  'src/queries/asking/target.ts',
  'src/queries/one/one.query.ts',
  'src/pages/one/target.ts',
  'src/pages/parts/target.ts',
  'src/pages/browser/target.ts',
  'src/event-store/eventstoredb/target.ts',
  'test/support/target.ts',
  'test/oracle/target.ts',
  'bench/generator/target.ts',
  'bench/target.ts',
];

const room = (name: string): string => `../${name}/target.js`;
const CLIENT = '@eventstore/db-client';

/** A rule, the file that breaks it, and what that file imports. */
const PLANTED: readonly [rule: string, file: string, imported: string][] = [
  ['vocabulary-imports-only-itself', 'src/vocabulary/a.ts', room('rules')],
  ['vocabulary-imports-only-itself', 'src/vocabulary/b.ts', '../config.js'],
  ['waiting-imports-only-itself', 'src/waiting/a.ts', room('vocabulary')],
  ['rules-imports-only-vocabulary', 'src/rules/a.ts', room('read-model')],
  ['event-store-imports-only-vocabulary-waiting', 'src/event-store/a.ts', room('rules')],
  ['read-model-imports-only-vocabulary-waiting-rules-event-store-ports', 'src/read-model/a.ts', room('http')],
  ['read-model-imports-only-vocabulary-waiting-rules-event-store-ports', 'src/read-model/b.ts', room('queries')],
  ['ports-imports-only-vocabulary', 'src/ports/a.ts', room('read-model')],
  ['ports-imports-only-vocabulary', 'src/ports/b.ts', room('commands')],
  ['http-imports-only-vocabulary-event-store-ports', 'src/http/a.ts', room('rules')],
  ['http-imports-only-vocabulary-event-store-ports', 'src/http/b.ts', room('commands')],
  ['http-imports-only-vocabulary-event-store-ports', 'src/http/c.ts', room('read-model')],
  ['access-imports-only-vocabulary-waiting-event-store-ports-http', 'src/access/a.ts', room('operations')],
  [
    'command-line-imports-only-vocabulary-event-store-read-model-http-access-threads-copying-safekeeping',
    'src/command-line/a.ts',
    room('service'),
  ],
  ['commands-imports-only-vocabulary-waiting-event-store-ports-http', 'src/commands/a.ts', room('read-model')],
  ['commands-imports-only-vocabulary-waiting-event-store-ports-http', 'src/commands/b.ts', room('queries')],
  ['queries-imports-only-vocabulary-rules-read-model-ports-http', 'src/queries/a.ts', room('event-store')],
  ['pages-imports-only-vocabulary-queries-http-ports', 'src/pages/a.ts', room('read-model')],
  ['pages-imports-only-vocabulary-queries-http-ports', 'src/pages/b.ts', room('rules')],
  ['operations-imports-only-vocabulary-event-store-read-model-ports-http-access', 'src/operations/a.ts', room('queries')],
  ['threads-imports-only-vocabulary-waiting-event-store-read-model-ports-http-queries', 'src/threads/a.ts', room('commands')],
  ['threads-imports-only-vocabulary-waiting-event-store-read-model-ports-http-queries', 'src/threads/b.ts', room('service')],
  ['webhooks-imports-only-vocabulary-waiting-rules-event-store-ports-http-queries', 'src/webhooks/a.ts', room('read-model')],
  ['seeding-imports-only-vocabulary-event-store-commands', 'src/seeding/a.ts', room('read-model')],
  ['copying-imports-only-vocabulary-event-store', 'src/copying/a.ts', room('service')],
  ['safekeeping-imports-only-vocabulary-event-store', 'src/safekeeping/a.ts', room('copying')],
  ['a-slice-of-commands-never-imports-another', 'src/commands/two/a.ts', '../one/target.js'],
  ['a-slice-of-commands-never-imports-another', 'src/commands/writing/a.ts', '../one/target.js'],
  ['a-slice-of-queries-never-imports-another', 'src/queries/two/a.ts', '../one/target.js'],
  ['a-slice-of-pages-never-imports-another', 'src/pages/two/a.ts', '../one/target.js'],
  ['a-slice-of-pages-never-imports-another', 'src/pages/parts/a.ts', '../one/target.js'],
  ['pages-ask-by-query-classes-alone', 'src/pages/c.ts', '../queries/one/target.js'],
  ['only-the-app-module-imports-pages', 'src/service/pages.ts', room('pages')],
  ['the-browser-module-imports-nothing-of-the-server', 'src/pages/browser/a.ts', '../parts/target.js'],
  ['nothing-of-the-server-imports-the-browser-module', 'src/pages/d.ts', './browser/target.js'],
  ['only-its-adapter-imports-the-eventstoredb-client', 'src/http/client.ts', CLIENT],
  ['only-its-adapter-imports-the-eventstoredb-client', 'src/event-store/client.ts', CLIENT],
  ['vocabulary-and-rules-do-no-io', 'src/rules/disk.ts', 'node:fs'],
  ['vocabulary-and-rules-do-no-io', 'src/vocabulary/random.ts', 'crypto'],
  ['vocabulary-and-rules-know-no-framework', 'src/rules/framework.ts', '@nestjs/common'],
  ['vocabulary-and-rules-know-no-framework', 'src/vocabulary/framework.ts', 'rxjs'],
  ['the-oracle-imports-only-vocabulary', 'test/oracle/a.ts', '../../src/rules/target.js'],
  ['the-oracle-imports-only-vocabulary', 'test/oracle/b.ts', '../../src/read-model/target.js'],
  ['the-oracle-imports-only-vocabulary', 'test/oracle/c.ts', '../support/target.js'],
  ['the-generator-imports-only-vocabulary-and-event-store', 'bench/generator/a.ts', '../../src/rules/target.js'],
  ['the-generator-imports-only-vocabulary-and-event-store', 'bench/generator/b.ts', '../../test/support/target.js'],
  ['the-generator-imports-only-vocabulary-and-event-store', 'bench/generator/c.ts', '../target.js'],
  ['nothing-that-runs-imports-the-benchmark', 'src/service/a.ts', '../../bench/generator/target.js'],
  ['every-package-is-declared', 'src/service/undeclared.ts', 'fast-json-stringify'],
  ['every-package-is-declared', 'test/support/undeclared.ts', 'fast-json-stringify'],
  ['what-runs-needs-no-package-of-the-tests', 'src/service/supertest.ts', 'fast-check'],
  ['no-circular', 'src/rules/cycle-a.ts', './cycle-b.js'],
  ['not-resolvable', 'src/rules/lost.ts', './nowhere.js'],
  ['every-room-has-a-rule', 'src/helpers/a.ts', room('vocabulary')],
];

/** What may be imported. */
const ALLOWED: readonly [file: string, imported: string][] = [
  ['src/rules/allowed.ts', room('vocabulary')],
  ['src/vocabulary/allowed.ts', 'class-transformer'],
  ['src/commands/two/allowed.ts', '../writing/target.js'],
  ['src/commands/two/port.ts', '../../ports/target.js'],
  ['src/queries/two/allowed.ts', '../asking/target.js'],
  ['src/pages/two/allowed.ts', '../parts/target.js'],
  ['src/pages/allowed.ts', '../queries/one/one.query.js'],
  ['src/event-store/eventstoredb/allowed.ts', CLIENT],
  ['test/oracle/allowed.ts', '../../src/vocabulary/target.js'],
  ['test/oracle/allowed-too.ts', './target.js'],
  ['bench/generator/allowed.ts', '../../src/event-store/target.js'],
  ['bench/allowed.ts', './generator/target.js'],
  ['test/support/allowed.ts', '../../bench/generator/target.js'],
];

const asType = (file: string): string => file.replace(/\.ts$/, '.type.ts');

const tree = plantedTree({
  ...Object.fromEntries(TARGETS.map((file) => [file, 'export const target = 1;\n'])),
  'src/rules/cycle-b.ts': "export * from './cycle-a.js';\nexport const target = 1;\n",
  ...Object.fromEntries(
    [...PLANTED.map(([, ...pair]) => pair), ...ALLOWED].map(([file, imported]) => [file, `export * from '${imported}';\n`]),
  ),
  // An import of a type alone is gone once compiled, but it is an import.
  ...Object.fromEntries(
    PLANTED.map(([, file, imported]) => [asType(file), `import type { target } from '${imported}';\nexport type A = typeof target;\n`]),
  ),
});

let violations: Violation[] = [];
beforeAll(() => {
  violations = violationsIn(tree.path);
});
afterAll(() => {
  tree[Symbol.dispose]();
});

const brokenBy = (file: string): string[] => [...new Set(violations.filter(({ from }) => from === file).map(({ rule }) => rule.name))];

describe('the rule', () => {
  it.each(PLANTED)('%s catches %s, which imports %s, and no other rule does', (rule, file) => {
    expect(brokenBy(file)).toEqual([rule]);
  });

  it.each(PLANTED.filter(([rule]) => rule !== 'no-circular'))('%s catches %s where it imports a type of %s', (rule, file) => {
    expect(brokenBy(asType(file))).toEqual([rule]);
  });
});

it.each(ALLOWED)('%s may import %s', (file) => {
  expect(brokenBy(file)).toEqual([]);
});

it('what is imported breaks no rule', () => {
  expect(TARGETS.flatMap(brokenBy)).toEqual([]);
});

it('every rule has a planted violation', async () => {
  expect((await importRules()).map(({ name }) => name)).toEqual([...new Set(PLANTED.map(([rule]) => rule))]);
});

it('this tree breaks no rule', () => {
  expect(violationsIn(ROOT)).toEqual([]);
});
