import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

/** Parts of @nestjs/cqrs that run handlers at once and drop their errors, or that hide what a pure function decides. */
const NOT_FROM_CQRS = {
  name: '@nestjs/cqrs',
  importNames: ['AggregateRoot', 'EventBus', 'EventPublisher', 'EventsHandler', 'Saga'],
  message: 'Use the CommandBus and the QueryBus: read models follow the log through one ordered subscription.',
};

const asData = 'Time, chance and the world enter a pure file as data.';

/** Where the thinking is done: `decide`, `project` and the rules. In the slices of commands, a file without a role suffix. */
const PURE = [
  'src/vocabulary/**/*.ts',
  'src/rules/**/*.ts',
  'src/read-model/extracting/**/*.ts',
  'src/commands/*/!(*.*).ts',
  'bench/generator/**/*.ts',
];

const IMPURE_GLOBALS = ['fetch', 'globalThis', 'performance', 'process', 'queueMicrotask', 'setImmediate', 'setInterval', 'setTimeout'];

export default defineConfig(
  globalIgnores(['dist', 'build', 'coverage', 'node_modules', 'data', 'src/pages/bundle']),
  {
    files: ['src/**/*.{ts,tsx}', 'test/**/*.ts', 'bench/**/*.ts'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/prefer-nullish-coalescing': ['error', { ignorePrimitives: { string: true } }],
      // What is stored is described by classes without methods: to spread one into an answer is meant.
      '@typescript-eslint/no-misused-spread': 'off',
      // A row's type is named where its query stands.
      '@typescript-eslint/no-unnecessary-type-parameters': 'off',
      // Nest's own classes are typed with any where they are made by hand.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
    },
  },
  {
    // What says that a Node is too old must be read by any.
    files: ['bin/*.cjs'],
    ignores: ['bin/compile.cjs'],
    extends: [js.configs.recommended],
    languageOptions: { ecmaVersion: 5, sourceType: 'commonjs', globals: { process: 'readonly', __dirname: 'readonly' } },
    rules: { 'no-unused-vars': ['error', { caughtErrors: 'none' }] },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-console': 'error',
      'no-restricted-imports': ['error', { paths: [NOT_FROM_CQRS] }],
    },
  },
  {
    files: PURE,
    rules: {
      'no-restricted-globals': ['error', ...IMPURE_GLOBALS.map((name) => ({ name, message: asData }))],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: asData },
        { object: 'Math', property: 'random', message: asData },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: asData },
        // Called as a function, Date gives the present whatever it is given.
        { selector: 'CallExpression[callee.name="Date"]', message: asData },
      ],
      'no-restricted-imports': ['error', { paths: [NOT_FROM_CQRS], patterns: [{ group: ['node:*'], message: asData }] }],
    },
  },
  {
    // Packed lists are read at places that are known to be within them: what stands there is told once, not asked for at each.
    files: ['src/read-model/**/*.ts'],
    rules: { '@typescript-eslint/non-nullable-type-assertion-style': 'off' },
  },
  {
    files: ['test/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    },
  },
);
