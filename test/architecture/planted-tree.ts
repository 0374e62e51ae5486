import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const ROOT = join(import.meta.dirname, '../..');
const CONFIG = '.dependency-cruiser.mjs';

/** A dependency that a rule forbids. */
export interface Violation {
  readonly from: string;
  readonly rule: { readonly name: string };
}

/** What dependency-cruiser says of the folders `src`, `test` and `bench` of a tree, as `npm run imports` runs it. */
export function violationsIn(tree: string): Violation[] {
  const cruiser = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');
  const args = ['src', 'test', 'bench', '--config', join(tree, CONFIG), '--output-type', 'json'];
  const { stdout, stderr } = spawnSync(process.execPath, [cruiser, ...args], { cwd: tree, encoding: 'utf8', maxBuffer: 100_000_000 });
  if (!stdout.startsWith('{')) throw new Error(`dependency-cruiser said: ${stdout}${stderr}`);
  return (JSON.parse(stdout) as { summary: { violations: Violation[] } }).summary.violations;
}

/** A tree of these files with the same rules as this one; disposing removes it. @param files text by path */
export function plantedTree(files: Readonly<Record<string, string>>): Disposable & { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), 'planted-'));
  for (const name of [CONFIG, 'tsconfig.json', 'package.json']) copyFileSync(join(ROOT, name), join(path, name));
  symlinkSync(join(ROOT, 'node_modules'), join(path, 'node_modules'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, file)), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  return {
    path,
    [Symbol.dispose]: () => {
      rmSync(path, { recursive: true });
    },
  };
}

/** As much of a rule of imports as tests look at. */
interface ImportRule {
  readonly name: string;
  readonly from: { readonly path?: string; readonly pathNot?: string };
  readonly to: { readonly path?: string; readonly pathNot?: string };
}

/** The rules of imports, in their order. */
export async function importRules(): Promise<ImportRule[]> {
  const { default: config } = (await import(join(ROOT, CONFIG))) as { default: { forbidden: ImportRule[] } };
  return config.forbidden;
}
