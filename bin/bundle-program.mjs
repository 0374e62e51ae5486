import { createRequire } from 'node:module';
import { copyFileSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { getBuiltinModule } from 'node:process';
import { build } from 'esbuild';

/** What is started, in the folder that the compiler fills. */
const PROGRAMS = ['service/run.js', 'tracker.js', 'threads/keeper-thread.js', 'threads/query-thread.js', 'threads/extract-thread.js'];

/** Packages that stay where they are: those that are loaded when they are needed, and those that are not installed. */
const APART = [
  '@eventstore/db-client',
  '@fastify/multipart',
  '@fastify/view',
  '@grpc/grpc-js',
  '@nestjs/microservices',
  '@nestjs/platform-express',
  '@nestjs/websockets',
  '@opentelemetry/core',
  '@opentelemetry/exporter-trace-otlp-http',
  '@opentelemetry/resources',
  '@opentelemetry/sdk-trace-base',
  'class-transformer/storage',
  'class-validator',
  'google-protobuf',
  'pino-pretty',
  'reflect-metadata',
  'swagger-ui-dist',
];

/** In characters: a fault that ends the process is told with its line. */
const LONGEST_LINE = 200;

const MARK = '// One file of many: see bin/bundle-program.mjs.';
/** Decorators need it before anything else is there. */
const BEGINNING = `${MARK}
import 'reflect-metadata';
import { createRequire as requireBeside } from 'node:module';
const require = requireBeside(import.meta.url);`;

/**
 * Puts each program that is started into one file with all that it loads at its start, and into others what it loads when it is needed: two
 * thousand files take longer to be found, read and linked than all else does (docs/adr/0031). Maps lie beside them, for who reads a stack.
 * What the compiler made stays as NAME.modules.js.
 * @param folder that the compiler has filled
 */
export default async function bundleProgram(folder) {
  await Promise.all(PROGRAMS.map((program) => bundle(resolve(folder, dirname(program)), basename(program, '.js'), resolve(folder))));
}

async function bundle(place, name, folder) {
  const [path, modules] = [join(place, `${name}.js`), join(place, `${name}.modules.js`)];
  const text = readFileSync(path, 'utf8');
  // The compiler writes only what has changed.
  if (!text.startsWith(MARK)) {
    writeFileSync(modules, text.replace(`=${name}.js.map`, `=${name}.modules.js.map`));
    copyFileSync(`${path}.map`, `${modules}.map`);
  }
  for (const part of globSync(join(place, `${name}.part.*`))) rmSync(part);
  await build({
    entryPoints: [{ in: modules, out: name }],
    chunkNames: `${name}.part.[name]-[hash]`,
    outdir: place,
    bundle: true,
    splitting: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    external: [...APART, './main.js'],
    banner: { js: BEGINNING },
    sourcemap: 'external',
    sourcesContent: false,
    // Nest tells modules and controllers by the names of their classes.
    keepNames: true,
    // The text of a program stays in memory, twice as large where a single character of it, in a comment, is none of Latin-1.
    minifyWhitespace: true,
    lineLimit: LONGEST_LINE,
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [asItLies(folder, place), inEnglish, inParts, builtInLater],
  });
  nameOnlyRenamed([path, ...globSync(join(place, `${name}.part.*.js`))]);
}

const NAMING = /var __name\s*=\s*\(target,\s*value\)\s*=>(?=\s*__defProp\(target,\s*"name",\s*\{\s*value,\s*configurable:\s*true\s*\}\);)/;

/**
 * The bundler names every function again whenever it is made, arrows within others included, which took a tenth of the processor time of a post: only
 * what it has renamed is given its name.
 */
function nameOnlyRenamed(paths) {
  let isFound = false;
  for (const path of paths) {
    const text = readFileSync(path, 'utf8');
    if (!NAMING.test(text)) continue;
    writeFileSync(
      path,
      text.replace(NAMING, (naming) => `${naming} target.name === "" || target.name === value ? target : `),
    );
    isFound = true;
  }
  if (!isFound) throw new Error('the bundler names functions in another way now: see NAMING');
}

/** A file finds what lies beside it as seen from where it was, not from where it is now. */
function asItLies(folder, now) {
  return {
    name: 'as it lies',
    setup: ({ onLoad }) => {
      onLoad({ filter: new RegExp(`^${RegExp.escape(folder)}.*\\.js$`) }, ({ path }) => {
        const text = readFileSync(path, 'utf8');
        if (!text.includes('import.meta.url')) return undefined;
        const here = `new URL(${JSON.stringify(relative(now, path))}, import.meta.url).href`;
        return { contents: text.replaceAll('import.meta.url', here), loader: 'js' };
      });
    },
  };
}

/** What zod finds wrong is told in English alone: the words of its fifty other languages would stay in the memory of each thread. */
const inEnglish = {
  name: 'in English',
  setup: ({ onLoad }) => {
    onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({ contents: `export { default as en } from './en.js';` }));
  },
};

/** Of rxjs, which is for Node one piece of 226 files, only what is used. */
const inParts = {
  name: 'in parts',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^rxjs(\/operators)?$/ }, ({ path, resolveDir }) => {
      const root = dirname(createRequire(join(resolveDir, 'x.js')).resolve('rxjs/package.json'));
      return { path: join(root, 'dist/esm', path.slice('rxjs'.length), 'index.js'), sideEffects: false };
    });
  },
};

/**
 * What is Node's own and mostly not needed is loaded when something of it is. An import reads all that a module has, and `http` has a client of
 * WebSockets, with which come `fetch`, HTTP/2 and TLS: 10 MB in each thread.
 */
const LATER = ['child_process', 'cluster', 'dns', 'http', 'http2', 'https', 'tls'];

const builtInLater = {
  name: 'built in, later',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: new RegExp(`^(node:)?(${LATER.join('|')})$`) }, ({ path }) => ({
      path: path.replace(/^node:/, ''),
      namespace: 'built-in',
    }));
    onLoad({ filter: /.*/, namespace: 'built-in' }, ({ path }) => ({
      contents: `let loaded;
        for (const name of ${JSON.stringify(Object.keys(getBuiltinModule(path)))}) {
          Object.defineProperty(exports, name, { enumerable: true, get: () => (loaded ??= process.getBuiltinModule(${JSON.stringify(path)}))[name] });
        }`,
    }));
  },
};

if (process.argv[1] === import.meta.filename) await bundleProgram(process.argv[2] ?? 'dist');
