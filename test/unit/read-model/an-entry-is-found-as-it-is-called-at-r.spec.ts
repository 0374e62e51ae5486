import { calledEntries } from '../../../src/read-model/reading/called-entries.js';
import { SceneReader } from '../../../src/read-model/reading/scene-reader.js';
import { searchedWords } from '../../../src/rules/search-match.js';
import type { Position } from '../../../src/vocabulary/position.js';
import { on, Story } from '../../support/histories-by-hand.js';
import { asStored, IndexedLog } from '../../support/indexed-log.js';

/** More than what is kept together. */
const MANY = 2_500;
const person = (name: string, ...aliases: string[]) => ({ name, party: null, role: null, aliases });

async function called({ readModel }: IndexedLog, question: string, recordedBy: Position): Promise<string[]> {
  const scene = new SceneReader(readModel.rows, 'n', on('2026-01-31', { recordedBy }));
  const [word] = searchedWords(question);
  return word === undefined ? [] : (await calledEntries(scene, word)).map(({ kind, id }) => `${kind} ${id}`);
}

/** Many persons, of whom some get other names later; the last ones come first in the order of ids. */
function namesakes() {
  const story = new Story();
  const start = story.log.length;
  for (let i = 0; i < MANY; i += 1) story.define('person', `p-${String(MANY - i)}`, person(`Someone ${String(i)}`));
  const at = {
    known: story.define('person', 'p-7', person('Ilse-Marie Türk', '—', 'The envoy'), 'changed').position,
    married: story.define('person', 'p-7', person('Ilse-Marie Okur'), 'changed').position,
    another: story.define('person', 'p-12', person('Turkan Envoy'), 'changed').position,
    party: story.define('party', 'turkiye', { name: 'Türkiye', kind: 'state', aliases: [] }).position,
  };
  return { story, start, at };
}

it('whatever was asked before, entries are found as they are called at R, by kind and id', async () => {
  const { story, at } = namesakes();
  using log = new IndexedLog(story.log);
  for (const _ of ['first', 'again']) {
    expect(await called(log, 'turk', at.known)).toEqual(['person p-7']);
    expect(await called(log, 'TÜRK', at.party)).toEqual(['party turkiye', 'person p-12']);
    expect(await called(log, 'envoy', at.married)).toEqual([]);
    expect(await called(log, 'envoy', at.another)).toEqual(['person p-12']);
    expect(await called(log, 'envoy', at.known)).toEqual(['person p-7']);
    expect(await called(log, 'urk', at.party)).toEqual([]);
    expect(await called(log, '249', at.known)).toEqual(['person p-1', 'person p-10', 'person p-2', 'person p-2251', ...nines()]);
  }
});

/** Those of `Someone 249…`, but for the first ones, in the order of their ids. */
function nines(): string[] {
  return ['3', '4', '5', '6', '8', '9'].map((id) => `person p-${id}`);
}

it('what is called so later is found later, in the same file', async () => {
  const { story, start, at } = namesakes();
  using log = new IndexedLog(story.log.slice(0, start + 1_500));
  expect(await called(log, 'someone', at.party)).toHaveLength(1_500);
  log.readModel.apply(asStored(story.log.slice(start + 1_500, -1)));
  expect(await called(log, 'someone', at.party)).toHaveLength(MANY - 2);
  expect(await called(log, 'turk', at.party)).toEqual(['person p-12']);
  log.readModel.apply(asStored(story.log.slice(-1)));
  expect(await called(log, 'turk', at.party)).toEqual(['party turkiye', 'person p-12']);
});
