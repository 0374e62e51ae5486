import { existsSync, readFileSync } from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { fileURLToPath } from 'node:url';
import { LRUCache } from 'lru-cache';

const PLACE = /(file:\/\/\/[^\s()]+\.js):(\d+):(\d+)/g;
/** The same faults come again and again. */
const MOST_STACKS = 100;

const known = new LRUCache<string, string>({ max: MOST_STACKS });

/**
 * The stack of an error with the places of the sources, where maps lie beside the files that it names (`bin/bundle-program.mjs`). They are
 * read now, and not kept: in memory they are larger than the program.
 */
export function asWritten(stack: string): string {
  const before = known.get(stack);
  if (before !== undefined) return before;
  const maps = new Map<string, SourceMap | undefined>();
  const told = stack.replaceAll(PLACE, (place, file: string, line: string, column: string) => {
    if (!maps.has(file)) maps.set(file, mapBeside(file));
    const origin = maps.get(file)?.findOrigin(Number(line), Number(column));
    if (origin === undefined || !('fileName' in origin)) return place;
    return `${new URL(origin.fileName, file).href}:${String(origin.lineNumber)}:${String(origin.columnNumber)}`;
  });
  known.set(stack, told);
  return told;
}

function mapBeside(file: string): SourceMap | undefined {
  const path = `${fileURLToPath(file)}.map`;
  return existsSync(path) ? new SourceMap(JSON.parse(readFileSync(path, 'utf8')) as SourceMapPayload) : undefined;
}
