import type { Change } from '../../../src/pages/asking/change-shapes.js';
import type { Stance } from '../../../src/pages/asking/stance-shapes.js';
import { groupsOf } from '../../../src/pages/changes/groups.js';
import { causingReport, effectsOf, isQuiet, ofParty } from '../../../src/pages/parts/effect.js';

const stance = (fields: Partial<Stance>): Partial<Stance> => ({
  modality: 'rejects',
  voice: 'own',
  certainty: 'possible',
  conditions: [],
  contestedBy: [],
  ...fields,
});
const change = (fields: Partial<Change>): Change => ({
  issue: 'a',
  path: 'stances/x/proposition:p',
  before: null,
  after: null,
  because: [],
  ...fields,
});

it.each([
  ['becomes certain', stance({ certainty: 'certain' }), true],
  ['moves', stance({ modality: 'accepts' }), false],
  ['is now somebody else’s word', stance({ voice: 'other' }), false],
  ['gets a condition', stance({ conditions: [{ text: 'if', proposition: null }] }), false],
  ['goes', null, false],
])('a stance that %s', (_, after, quiet) => {
  expect(effectsOf([change({ before: stance({}), after })]).map(isQuiet)).toEqual([quiet]);
});

it('a meeting that stands on several issues is told once', () => {
  const meeting = { id: 'm', status: 'held', when: null };
  const changes = ['a', 'b', null].map((issue) => change({ issue, path: 'meetings/m', after: meeting }));
  expect(effectsOf([...changes, change({ path: 'meetings/n', after: meeting })]).length).toBe(2);
});

it('a path of a later version of the API is passed over', () => {
  expect(effectsOf([change({ path: 'weather/today' })])).toEqual([]);
});

it('what a report caused goes before what time did', () => {
  const effects = effectsOf([
    change({ path: 'convergence', after: 'open', because: [{ day: '2026-01-02' }] }),
    change({ path: 'stances/x/plan:q', because: [{ day: '2026-01-02' }, { report: 'r' }] }),
    change({ path: 'stances/y/plan:q', because: [{ report: 'r', by: 'correction' }] }),
  ]);
  expect(effects.map(causingReport)).toEqual([undefined, 'r', 'r']);
  expect(groupsOf(effects, 'report').map(({ id, effects: group }) => [id, group.length])).toEqual([
    ['r', 2],
    [null, 1],
  ]);
  expect(groupsOf(effects, 'party').map(({ id }) => id)).toEqual(['x', 'y', null]);
  expect(ofParty(effects, 'y').length).toBe(1);
});
