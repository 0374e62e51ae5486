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

/** Each room of src, and what it may import beside itself: data flows one way. */
const MAY_IMPORT = {
  vocabulary: [],
  waiting: [],
  rules: ['vocabulary'],
  'event-store': ['vocabulary', 'waiting'],
  'read-model': ['vocabulary', 'waiting', 'rules', 'event-store', 'ports'],
  ports: ['vocabulary'],
  http: ['vocabulary', 'event-store', 'ports'],
  access: ['vocabulary', 'waiting', 'event-store', 'ports', 'http'],
  'command-line': ['vocabulary', 'event-store', 'read-model', 'http', 'access', 'threads', 'copying', 'safekeeping'],
  commands: ['vocabulary', 'waiting', 'event-store', 'ports', 'http'],
  queries: ['vocabulary', 'rules', 'read-model', 'ports', 'http'],
  pages: ['vocabulary', 'queries', 'http', 'ports'],
  operations: ['vocabulary', 'event-store', 'read-model', 'ports', 'http', 'access'],
  threads: ['vocabulary', 'waiting', 'event-store', 'read-model', 'ports', 'http', 'queries'],
  webhooks: ['vocabulary', 'waiting', 'rules', 'event-store', 'ports', 'http', 'queries'],
  seeding: ['vocabulary', 'event-store', 'commands'],
  copying: ['vocabulary', 'event-store'],
  safekeeping: ['vocabulary', 'event-store'],
};

const rooms = Object.entries(MAY_IMPORT).map(([room, others]) => ({
  name: `${room}-imports-only-${others.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...others].join('|')})/` },
}));

/** Folders that all slices of a room share. */
const SHARED = { commands: 'writing', queries: 'asking', pages: 'asking|parts|rendering|words' };

const slices = Object.entries(SHARED).map(([room, shared]) => ({
  name: `a-slice-of-${room}-never-imports-another`,
  severity: 'error',
  from: { path: `^src/${room}/([^/]+)/` },
  to: { path: `^src/${room}/[^/]+/`, pathNot: `^src/${room}/($1|${shared})/` },
}));

export default {
  forbidden: [
    ...rooms,
    ...slices,
    {
      name: 'pages-ask-by-query-classes-alone',
      severity: 'error',
      from: { path: '^src/pages/' },
      to: { path: '^src/queries/', pathNot: '\\.(query|schema)\\.ts$' },
    },
    {
      name: 'only-the-app-module-imports-pages',
      severity: 'error',
      from: { path: '^src/', pathNot: `^src/(app\\.module\\.ts$|(${Object.keys(MAY_IMPORT).join('|')})/)` },
      to: { path: '^src/pages/' },
    },
    {
      name: 'the-browser-module-imports-nothing-of-the-server',
      severity: 'error',
      from: { path: '^src/pages/browser/' },
      to: { path: '^src/(?!pages/browser/)' },
    },
    {
      name: 'nothing-of-the-server-imports-the-browser-module',
      severity: 'error',
      from: { path: '^(src|test|bench)/', pathNot: '^src/pages/browser/' },
      to: { path: '^src/pages/browser/' },
    },
    {
      name: 'only-its-adapter-imports-the-eventstoredb-client',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/event-store/eventstoredb/' },
      to: { path: 'node_modules/@eventstore/' },
    },
    {
      name: 'vocabulary-and-rules-do-no-io',
      severity: 'error',
      from: { path: '^src/(vocabulary|rules)/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'vocabulary-and-rules-know-no-framework',
      severity: 'error',
      from: { path: '^src/(vocabulary|rules)/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/(class-transformer|edtf|reflect-metadata)/' },
    },
    {
      name: 'the-oracle-imports-only-vocabulary',
      severity: 'error',
      from: { path: '^test/oracle/' },
      to: { path: '^(src|test)/', pathNot: '^(src/vocabulary|test/oracle)/' },
    },
    {
      name: 'the-generator-imports-only-vocabulary-and-event-store',
      severity: 'error',
      from: { path: '^bench/generator/' },
      to: { path: '^(src|test|bench)/', pathNot: '^(src/(vocabulary|event-store)|bench/generator)/' },
    },
    {
      name: 'nothing-that-runs-imports-the-benchmark',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^bench/' },
    },
    {
      name: 'every-package-is-declared',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'what-runs-needs-no-package-of-the-tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    // The types of a generated client are made when it is compiled.
    { name: 'not-resolvable', severity: 'error', from: { pathNot: '^test/client/' }, to: { couldNotResolve: true } },
    {
      name: 'every-room-has-a-rule',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: `^src/(${ROOMS.join('|')})/` },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
