import { facetsOf } from '../../../src/rules/search-facets.js';

const hit = (type: string, parties: string[], issues: string[] = [], sources: string[] = []) => ({ type, parties, issues, sources });

it('counts hits by each value, once each, the most frequent first', () => {
  expect(facetsOf([hit('person', ['b']), hit('MeetingHeld', ['a', 'b', 'b'], ['i'], ['s']), hit('person', ['c'])])).toEqual({
    type: [
      { value: 'person', count: 2 },
      { value: 'MeetingHeld', count: 1 },
    ],
    party: [
      { value: 'b', count: 2 },
      { value: 'a', count: 1 },
      { value: 'c', count: 1 },
    ],
    issue: [{ value: 'i', count: 1 }],
    source: [{ value: 's', count: 1 }],
  });
});

it('counts nothing of nothing', () => {
  expect(facetsOf([])).toEqual({ type: [], party: [], issue: [], source: [] });
});

it('tells the fifty most frequent values', () => {
  const many = Array.from({ length: 60 }, (_, i) => hit('person', [`party-${String(i)}`]));
  expect(facetsOf(many).party).toHaveLength(50);
});
