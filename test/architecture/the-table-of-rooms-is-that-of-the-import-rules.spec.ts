import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { importRules, ROOT } from './planted-tree.js';

/** It stands above all others. */
const TOP = 'service';

const contributing = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');

/** What each room may import as the table for people has it; of the queries pages import the classes alone. */
function inTable(): Record<string, string[]> {
  const rows = [...contributing.matchAll(/^\| `([a-z-]+)\/` +\|[^|]*\| +([^|]*?) +\|$/gm)];
  return Object.fromEntries(
    rows.map(([, room = '', imported = '']) => {
      const names = [...imported.replace('the query classes', '`queries`').matchAll(/`([a-z-]+)`/g)];
      return [room, names.map(([, name = '']) => name).sort()];
    }),
  );
}

async function inRules(): Promise<Record<string, string[]>> {
  const rules = (await importRules()).filter(({ to }) => to.path === '^src/');
  return Object.fromEntries(
    rules.map(({ from, to }) => {
      const room = /^\^src\/([a-z-]+)\/$/.exec(from.path ?? '')?.[1] ?? '';
      const allowed = /\(([^)]+)\)/.exec(to.pathNot ?? '')?.[1]?.split('|') ?? [];
      return [room, allowed.filter((other) => other !== room).sort()];
    }),
  );
}

it('the table of rooms says what the rules allow', async () => {
  const { [TOP]: _, ...told } = inTable();
  expect(told).toEqual(await inRules());
});
