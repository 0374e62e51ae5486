import { chromiumPath } from './test/support/chromium.mjs';

/** @param {boolean} tsx a template: JSX makes elements of preact */
const swc = (tsx) => [
  '@swc/jest',
  {
    swcrc: false,
    sourceMaps: 'inline',
    module: { type: 'es6' },
    jsc: {
      target: 'es2023',
      keepClassNames: true,
      parser: { syntax: 'typescript', decorators: true, tsx },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
        react: { runtime: 'automatic', importSource: 'preact' },
      },
    },
  },
];

// The tests of the page need a browser, and only they do.
if (chromiumPath === undefined) {
  process.stdout.write(
    '\n  NO CHROMIUM FOUND: test/pages is NOT run. Install one (Debian: apt-get install chromium) or name it in CHROMIUM.\n\n',
  );
}

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...(chromiumPath === undefined ? ['<rootDir>/test/pages/'] : [])],
  // What pages load is made before the tests, as the build makes it.
  globalSetup: '<rootDir>/bin/bundle-pages.mjs',
  setupFiles: ['reflect-metadata'],
  reporters: ['default', '<rootDir>/test/support/closing-line.mjs'],
  // Several suites may share a machine: a test waits for what it needs, and only one that hangs comes to this.
  testTimeout: 600_000,
  maxWorkers: 2,
  // Modules of a spec that has ended stay in the heap of its worker, and hundreds of specs fill it: a worker that holds so much begins anew.
  workerIdleMemoryLimit: '1GB',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.ts$': swc(false), '^.+\\.tsx$': swc(true) },
};
