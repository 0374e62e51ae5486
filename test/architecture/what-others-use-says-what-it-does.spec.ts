import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './planted-tree.js';

/** What decorates a class stands between it and its comment, and may be of several lines. */
const EXPORTED =
  /(?<before>.*)\n(?:(?:@\w.*\n(?:[ )}\]].*\n)*)*export (?:abstract )?class |export (?:async )?function\*? |export const (?=\w+ = (?:async )?(?:<.*>)?\(.*=>))(?<name>\w+)/g;

/** The functions and classes that a file exports without a comment before them. */
function withoutComment(text: string): string[] {
  return [...`\n${text}`.matchAll(EXPORTED)].flatMap(({ groups }) =>
    groups?.before?.trimEnd().endsWith('*/') === true ? [] : [groups?.name ?? ''],
  );
}

it('each function and class that src exports has a comment that says what it does', () => {
  const sources = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
    .map(({ parentPath, name }) => join(parentPath, name));
  expect(sources.length).toBeGreaterThan(500);
  expect(sources.flatMap((path) => withoutComment(readFileSync(path, 'utf8')).map((name) => `${relative(ROOT, path)}: ${name}`))).toEqual(
    [],
  );
});

it('one without would be seen', () => {
  const text = [
    'export function bare(): void {}',
    '',
    '/** Says what it does. */',
    'export async function told(): Promise<void> {}',
    '',
    'export const arrow = (day: number): number => day;',
    '/** One. */',
    'export const one = (day: number): number => day;',
    'export const number = 1;',
    'export class Bare {}',
    '/** Says what it is. */',
    '@Module({',
    '  imports: [],',
    '})',
    '@Global()',
    'export class Told {}',
    '@Injectable()',
    'export class Decorated {}',
  ].join('\n');
  expect(withoutComment(text)).toEqual(['bare', 'arrow', 'Bare', 'Decorated']);
});
