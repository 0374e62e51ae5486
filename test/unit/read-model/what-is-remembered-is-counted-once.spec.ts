import { RememberedByTwo } from '../../../src/read-model/projecting/remembered-by-two.js';

it('what is told again or taken back is not counted twice', () => {
  const remembered = new RememberedByTwo<string, string, number>(2);
  remembered.set('n', 'a', 1);
  remembered.set('n', 'a', 2);
  remembered.set('n', 'b', 3);
  remembered.delete('n', 'b');
  remembered.delete('n', 'b');
  expect(remembered.size).toBe(1);
  remembered.set('m', 'a', 4);
  expect([remembered.get('n', 'a'), remembered.get('m', 'a')]).toEqual([2, 4]);
});

it('where it becomes too much all is forgotten', () => {
  const remembered = new RememberedByTwo<string, string, number>(2);
  for (const id of ['a', 'b', 'c']) remembered.set('n', id, 1);
  expect([remembered.size, remembered.get('n', 'a'), remembered.get('n', 'c')]).toEqual([1, undefined, 1]);
});
