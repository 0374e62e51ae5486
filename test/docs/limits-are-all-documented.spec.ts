import { readFileSync } from 'node:fs';
import * as limits from '../../src/http/limits.js';

it('docs/limits.md has every limit with its value, and no other', () => {
  const rows = readFileSync('docs/limits.md', 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const documented = rows.map(([, name = '', value = '']) => [name.replaceAll('`', ''), Number(value.replaceAll(',', ''))]);
  expect(Object.fromEntries(documented)).toEqual({ ...limits });
  for (const [, , , meaning = ''] of rows) expect(meaning).not.toBe('');
});
