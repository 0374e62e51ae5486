import { putterOf, type PutEntryRequest } from '../../../src/commands/put-entry/put-entry.js';
import { NO_PRECONDITION, type Precondition } from '../../../src/commands/writing/precondition.js';
import type { State } from '../../../src/commands/writing/state.js';
import type { Entries, EntryKind } from '../../../src/vocabulary/events/registry-entries.js';
import { ENTRY_KINDS } from '../../../src/vocabulary/events/registry-entries.js';
import { registryEvent } from '../../../src/vocabulary/events/registry-events.js';
import { position } from '../../support/histories-by-hand.js';
import { reportedDate } from '../../support/histories-registry.js';
import { REQUEST, specify } from '../../support/specify.js';

const given = specify<PutEntryRequest, State, unknown>((command) => putterOf(command.kind));

const EMPTY_SOURCE = { publisher: null, headline: null, author: null, url: null, language: null, notes: [] };
const ENTRIES: Entries = {
  negotiation: { title: 'Talks', opened: null, description: null, principals: [], staleAfterDays: 30 },
  issue: { title: 'Issue', parent: null, description: null, principals: [] },
  proposition: { issue: 'i', text: 'text' },
  party: { name: 'Party', kind: 'state', aliases: [] },
  person: { name: 'Person', party: null, role: null, aliases: [] },
  plan: { title: 'Plan', aliases: [] },
  meeting: { title: 'Meeting', aliases: [] },
  source: { ...EMPTY_SOURCE, published: reportedDate('2026-01-05') },
};
const CHANGED: Entries = {
  negotiation: { ...ENTRIES.negotiation, staleAfterDays: 31 },
  issue: { ...ENTRIES.issue, title: 'other' },
  proposition: { issue: 'i', text: 'other' },
  party: { ...ENTRIES.party, aliases: ['other'] },
  person: { ...ENTRIES.person, role: 'other' },
  plan: { ...ENTRIES.plan, title: 'other' },
  meeting: { ...ENTRIES.meeting, aliases: ['other'] },
  source: { ...EMPTY_SOURCE, published: reportedDate('2026-01-06') },
};

const put = (kind: EntryKind, id: string, entry: Entries[EntryKind], precondition: Precondition = NO_PRECONDITION): PutEntryRequest => {
  return { ...REQUEST, kind, id, entry, precondition };
};
const defined = (kind: EntryKind, id: string, entry: Entries[EntryKind] = ENTRIES[kind]) => registryEvent(kind, 'defined', 'n', id, entry);
const changed = (kind: EntryKind, id: string, entry: Entries[EntryKind] = CHANGED[kind]) => registryEvent(kind, 'changed', 'n', id, entry);

describe.each(ENTRY_KINDS)('a %s', (kind) => {
  const id = kind === 'negotiation' ? 'n' : 'x';
  it('is defined', () =>
    given()
      .when(put(kind, id, ENTRIES[kind]))
      .then(defined(kind, id)));
  it('is changed', () =>
    given(defined(kind, id))
      .when(put(kind, id, CHANGED[kind]))
      .then(changed(kind, id)));
  it('that is as it was appends nothing', () =>
    given(defined(kind, id), changed(kind, id))
      .when(put(kind, id, CHANGED[kind]))
      .then());
  it('may go back to what it was', () =>
    given(defined(kind, id), changed(kind, id))
      .when(put(kind, id, ENTRIES[kind]))
      .then(changed(kind, id, ENTRIES[kind])));
});

describe('parties and persons share one id space', () => {
  it('a person cannot take the id of a party', () =>
    given(defined('party', 'x'))
      .when(put('person', 'x', ENTRIES.person))
      .refused('id-in-use'));
  it('a party cannot take the id of a person', () =>
    given(defined('person', 'x'))
      .when(put('party', 'x', ENTRIES.party))
      .refused('id-in-use'));
  it('a plan can', () =>
    given(defined('party', 'x'))
      .when(put('plan', 'x', ENTRIES.plan))
      .then(defined('plan', 'x')));
});

describe('the issue of a proposition', () => {
  const moved: Entries['proposition'] = { ...ENTRIES.proposition, issue: 'j' };
  const p = defined('proposition', 'p');

  it('can change while no report uses it', () =>
    given(p)
      .when(put('proposition', 'p', moved))
      .then(changed('proposition', 'p', moved)));
  it('cannot change once a report uses it', () =>
    given(p, position('r', 'a', 'demands'))
      .when(put('proposition', 'p', moved))
      .refused('in-use', { pointer: '#/issue', code: 'in-use' }));
  it('cannot change once a condition uses it', () =>
    given(p, position('r', 'a', 'demands', { proposition: 'q', conditions: [{ text: 'if', proposition: 'p' }] }))
      .when(put('proposition', 'p', moved))
      .refused('in-use', {}));
  it('in use leaves its text free to change', () =>
    given(p, position('r', 'a', 'demands'))
      .when(put('proposition', 'p', CHANGED.proposition))
      .then(changed('proposition', 'p')));
});

describe('an issue', () => {
  const under = (parent: string | null): Entries['issue'] => ({ ...ENTRIES.issue, parent });
  const tree = [defined('issue', 'top'), defined('issue', 'mid', under('top')), defined('issue', 'leaf', under('mid'))];

  it('can move to another branch', () =>
    given(...tree, defined('issue', 'x'))
      .when(put('issue', 'leaf', under('x')))
      .then(changed('issue', 'leaf', under('x'))));
  it('cannot be its own parent', () =>
    given(...tree)
      .when(put('issue', 'top', under('top')))
      .refused('invalid-body', { pointer: '#/parent', code: 'cycle' }));
  it('cannot stand under its own descendant', () =>
    given(...tree)
      .when(put('issue', 'top', under('leaf')))
      .refused('invalid-body', { code: 'cycle' }));
});

describe('a precondition', () => {
  const seenAt = (...ifMatch: string[]): Precondition => ({ ifMatch, strayTags: [], onlyIfNew: false });
  const onlyIfNew: Precondition = { ifMatch: null, strayTags: [], onlyIfNew: true };
  const x = defined('plan', 'x');

  it('of the revision that stands is met', () =>
    given(x)
      .when(put('plan', 'x', CHANGED.plan, seenAt('3', '0')))
      .then(changed('plan', 'x')));
  it('of an earlier revision is not', () =>
    given(x, changed('plan', 'x'))
      .when(put('plan', 'x', ENTRIES.plan, seenAt('0')))
      .refused('stale-revision'));
  it('is on the entry, not on the whole registry', () =>
    given(x, defined('plan', 'y'))
      .when(put('plan', 'x', CHANGED.plan, seenAt('0')))
      .then(changed('plan', 'x')));
  it('of a revision is not met where there is nothing', () =>
    given()
      .when(put('plan', 'x', ENTRIES.plan, seenAt('0')))
      .refused('stale-revision'));
  it('that there is nothing yet is met by nothing', () =>
    given()
      .when(put('plan', 'x', ENTRIES.plan, onlyIfNew))
      .then(x));
  it('that there is nothing yet is not met by the same entry', () =>
    given(x)
      .when(put('plan', 'x', ENTRIES.plan, onlyIfNew))
      .refused('stale-revision'));
});

it('a source has a stream of its own, all other entries share that of the registry', () => {
  expect(ENTRY_KINDS.map((kind) => putterOf(kind).stream(put(kind, 'x', ENTRIES[kind])))).toEqual([
    ...Array<string>(7).fill('negotiation-n'),
    'source-n.x',
  ]);
});

it('a negotiation needs nothing to be there, all other entries their negotiation', () => {
  expect(ENTRY_KINDS.map((kind) => putterOf(kind).subjects(put(kind, 'x', ENTRIES[kind])).length)).toEqual([0, 1, 1, 1, 1, 1, 1, 1]);
});

it.each<[string, PutEntryRequest, unknown[]]>([
  [
    'an issue names its parent and principals',
    put('issue', 'x', { ...ENTRIES.issue, parent: 'i', principals: ['a'] }),
    [
      { kind: 'issue', id: 'i', pointer: '#/parent' },
      { kind: 'party', id: 'a', pointer: '#/principals/0' },
    ],
  ],
  ['a proposition names its issue', put('proposition', 'x', ENTRIES.proposition), [{ kind: 'issue', id: 'i', pointer: '#/issue' }]],
  ['a person names a party', put('person', 'x', { ...ENTRIES.person, party: 'a' }), [{ kind: 'party', id: 'a', pointer: '#/party' }]],
  ['the principals of a negotiation may be defined later', put('negotiation', 'n', { ...ENTRIES.negotiation, principals: ['a'] }), []],
])('%s', (_, command, references) => {
  expect(putterOf(command.kind).references(command)).toMatchObject(references);
});
