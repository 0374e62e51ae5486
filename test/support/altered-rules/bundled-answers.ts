import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Plugin } from 'esbuild';
import type * as Altered from './altered-answers.js';

const ROOT = join(import.meta.dirname, '../../..');
const RULES = join(ROOT, 'src/rules');
const ALTERATION = join(import.meta.dirname, 'alteration.ts');
/** Within the folder of the packages, which it needs. */
const BUNDLE = join(ROOT, 'node_modules/.cache/altered-answers.mjs');

const EXPORTED = /^export (?:async )?(?:function\*?|class|const) (\w+)/gm;

/** What asks for a rule, another rule included, gets it from a file that can alter it. */
const alterableRules: Plugin = {
  name: 'alterable rules',
  setup: (building) => {
    building.onResolve({ filter: /^\.{1,2}\/.*\.js$/ }, ({ path, resolveDir }) => {
      const file = join(resolveDir, path).replace(/\.js$/, '.ts');
      return file.startsWith(`${RULES}/`) ? { path: file, namespace: 'alterable' } : undefined;
    });
    building.onLoad({ filter: /./, namespace: 'alterable' }, ({ path }) => ({
      contents: alterable(path),
      loader: 'ts',
      resolveDir: dirname(path),
    }));
  },
};

function alterable(path: string): string {
  const names = [...readFileSync(path, 'utf8').matchAll(EXPORTED)].map(([, name]) => name).join(', ');
  const file = relative(RULES, path).replace(/\.ts$/, '');
  return [
    `import * as rule from ${JSON.stringify(path)};`,
    `import { alterable } from ${JSON.stringify(ALTERATION)};`,
    `export const { ${names} } = alterable(${JSON.stringify(file)}, rule);`,
  ].join('\n');
}

/** The program that answers, each of its rules so that it can be altered. */
export async function bundledAnswers(): Promise<typeof Altered> {
  await build({
    entryPoints: [join(import.meta.dirname, 'altered-answers.ts')],
    outfile: BUNDLE,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node24',
    keepNames: true,
    tsconfig: join(ROOT, 'tsconfig.json'),
    plugins: [alterableRules],
  });
  return (await import(pathToFileURL(BUNDLE).href)) as typeof Altered;
}
