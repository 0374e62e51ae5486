import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { REPORT_TYPES } from '../../src/vocabulary/events/report-content.js';
import { ROOT } from './planted-tree.js';

/** Beside them a type has its class in `vocabulary/events/` and its schema in `commands/writing/data/`. */
const WITH_A_PLACE_FOR_EACH_TYPE = [
  'src/commands/writing/report.schema.ts',
  'src/http/answers/report-content.answer.ts',
  'src/pages/words/report-types.ts',
  'src/vocabulary/events/report-content.ts',
];

/** A rule names those it is about: as many as this no rule names. */
const MANY = 4;

function typesNamed(source: string): number {
  return REPORT_TYPES.filter((type) => new RegExp(`\\b${type}\\b`).test(source)).length;
}

const sources = readdirSync(join(ROOT, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map(({ parentPath, name }) => join(parentPath, name));

it('four files of src have a place for each type of report', () => {
  const found = sources.filter((path) => typesNamed(readFileSync(path, 'utf8')) >= MANY).map((path) => relative(ROOT, path));
  expect(found.sort()).toEqual(WITH_A_PLACE_FOR_EACH_TYPE);
});

it('a switch over the types would be seen', () => {
  const cases = REPORT_TYPES.filter((type) => !type.startsWith('Meeting')).map((type) => `case '${type}':`);
  expect(typesNamed(cases.join('\n'))).toBeGreaterThanOrEqual(MANY);
});
