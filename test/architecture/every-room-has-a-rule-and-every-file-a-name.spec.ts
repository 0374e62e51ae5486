import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { importRules, ROOT } from './planted-tree.js';

const SRC = join(ROOT, 'src');

/** The room that stands above all others: it puts them together, and nothing imports it. */
const TOP = 'service';

const rooms = readdirSync(SRC, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name)
  .sort();

const paths = readdirSync(SRC, { recursive: true, withFileTypes: true }).map(({ parentPath, name }) =>
  relative(ROOT, join(parentPath, name)),
);

/** Paths of which a part says nothing of what it holds, or is a barrel. */
function vague(all: readonly string[]): string[] {
  const words = /^(utils?|helpers?|common|shared|misc|base|abstract|impl|index)$/;
  return all.filter((path) => path.split(sep).some((part) => part.split(/[-.]/).some((word) => words.test(word.toLowerCase()))));
}

describe('the rooms of src', () => {
  it('are those of the table of imports, none more and none less', async () => {
    const rule = (await importRules()).find(({ name }) => name === 'every-room-has-a-rule');
    const inTable = /\(([^)]+)\)/.exec(rule?.from.pathNot ?? '')?.[1]?.split('|');
    expect(inTable?.sort()).toEqual(rooms);
  });

  it(`each have a rule of what they may import, but for ${TOP}`, async () => {
    const ruled = (await importRules())
      .filter(({ to }) => to.path === '^src/')
      .map(({ from }) => /^\^src\/([a-z-]+)\/$/.exec(from.path ?? '')?.[1]);
    expect(ruled.sort()).toEqual(rooms.filter((room) => room !== TOP));
  });
});

describe('a name', () => {
  it.each([
    'src/utils/dates.ts',
    'src/rules/stance-utils.ts',
    'src/common/id.ts',
    'src/event-store/base.ts',
    'src/event-store/event-store-base.ts',
    'src/event-store/sqlite/event-store.impl.ts',
    'src/rules/index.ts',
    'src/http/Helper.ts',
  ])('%s is vague', (path) => {
    expect(vague([path.replaceAll('/', sep)])).toHaveLength(1);
  });

  it.each(['src/rules/baseline.ts', 'src/rules/stance.ts', 'src/read-model/indexes.ts', 'src/event-store/implied.ts'])(
    '%s is not',
    (path) => {
      expect(vague([path])).toEqual([]);
    },
  );

  it('of a file or folder of src says what it holds', () => {
    expect(paths.length).toBeGreaterThan(100);
    expect(vague(paths)).toEqual([]);
  });
});
