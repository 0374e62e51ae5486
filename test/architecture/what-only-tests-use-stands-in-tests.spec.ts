import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './planted-tree.js';

interface Source {
  readonly path: string;
  readonly text: string;
}

const EXPORTED = /^export (?:abstract |async )?(?:function\*?|class|const|type|interface) (\w+)/gm;

const sources: readonly Source[] = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map(({ parentPath, name }) => join(parentPath, name))
  .map((path) => ({ path: relative(ROOT, path), text: readFileSync(path, 'utf8') }));

/** What is exported, and named nowhere but where it is declared. */
function unused(all: readonly Source[]): string[] {
  const named = new Map<string, number>();
  for (const { text } of all) for (const [name] of text.matchAll(/\w+/g)) named.set(name, (named.get(name) ?? 0) + 1);
  return all.flatMap(({ path, text }) =>
    [...text.matchAll(EXPORTED)].flatMap(([, name = '']) => (named.get(name) === 1 ? [`${path}: ${name}`] : [])),
  );
}

it('what src exports is used in src', () => {
  expect(sources.length).toBeGreaterThan(500);
  expect(unused(sources)).toEqual([]);
});

it('what is used nowhere would be seen', () => {
  const used = { path: 'a.ts', text: 'export function one(): void {}\nexport const two = 2;\n' };
  const user = { path: 'b.ts', text: "import { one } from './a.js';\none();\n" };
  expect(unused([used, user])).toEqual(['a.ts: two']);
});
