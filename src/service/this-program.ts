import { readFileSync } from 'node:fs';
import type { Program } from '../ports/program.js';

const ROOT = new URL('../../', import.meta.url);

/** @param commit as the settings tell it; left out: as the folder of the sources does, where it is one of git */
export function thisProgram(commit: string | undefined): Program {
  const { name, version } = JSON.parse(readFileSync(new URL('package.json', ROOT), 'utf8')) as { name: string; version: string };
  return { name, version, commit: commit ?? checkedOut() };
}

function checkedOut(): string | null {
  try {
    const head = textOf('.git/HEAD');
    const [, branch] = /^ref: (.+)$/.exec(head) ?? [];
    return branch === undefined ? head : textOf(`.git/${branch}`);
  } catch {
    return null;
  }
}

function textOf(path: string): string {
  return readFileSync(new URL(path, ROOT), 'utf8').trim();
}
