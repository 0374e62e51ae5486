import { participantsOf } from '../../../src/rules/meeting-participants.js';
import { tellingOf } from '../../../src/rules/meeting-telling.js';
import { held } from './meeting-reports.js';

const PARTY_OF = new Map<string, string | null>([
  ['ann', 'a'],
  ['nobody', null],
]);

function participants(hosts: string[], ...actors: (string | { name: string; party: string | null })[]) {
  const attendance = actors.map((actor) => ({ actor, role: null, online: null, implied: null, note: null }));
  const { persons, parties } = participantsOf(tellingOf(held('h', { hosts, attendance })), (person) => PARTY_OF.get(person));
  return { persons: [...persons], parties: [...parties] };
}

it('a person takes part, and the party that the person is of', () => {
  expect(participants([], 'ann')).toEqual({ persons: ['ann'], parties: ['a'] });
  expect(participants(['ann'])).toEqual({ persons: ['ann'], parties: ['a'] });
});

it('a person of no party takes part alone', () => {
  expect(participants([], 'nobody')).toEqual({ persons: ['nobody'], parties: [] });
});

it('a party takes part as host or attending', () => {
  expect(participants(['b'], 'c')).toEqual({ persons: [], parties: ['b', 'c'] });
});

it('of a name without an entry its party takes part, if one is given', () => {
  expect(participants([], { name: 'an aide', party: 'd' }, { name: 'a guest', party: null })).toEqual({ persons: [], parties: ['d'] });
});
