import { join } from 'node:path';
import { build } from 'esbuild';

const SRC = join(import.meta.dirname, '../src/pages');

/** Makes what pages load of their style sheet and their browser module: `src/pages/bundle/`, which the build takes along and tests read. */
export default async function bundlePages() {
  await build({
    entryPoints: [join(SRC, 'browser/time-machine.ts'), join(SRC, 'styles/page.css')],
    entryNames: '[name]',
    outdir: join(SRC, 'bundle'),
    bundle: true,
    minify: true,
    target: 'es2022',
    format: 'esm',
    legalComments: 'none',
    logLevel: 'warning',
  });
}

if (process.argv[1] === import.meta.filename) await bundlePages();
