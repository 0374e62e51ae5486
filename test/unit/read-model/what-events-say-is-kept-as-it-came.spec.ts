import { bodiesBeside } from '../../../src/read-model/tables/bodies.js';
import { folder, strange } from './files.js';

const bytes = (text: string): Uint8Array => Buffer.from(text);

it('what an event says is kept as the bytes that came with it, or as its JSON, and a text that is no JSON stays one', () => {
  using own = folder();
  const bodies = bodiesBeside(own.file('r.db'), true);
  const parsed = { data: { summary: 'Für „alle“' } };
  bodies.keep([
    strange(1n, { ...parsed }),
    { ...strange(2n, { data: 'never read' }), dataAsStored: bytes(JSON.stringify(parsed.data)) },
    { ...strange(3n, { data: 'never read' }), dataAsStored: bytes('{"half') },
  ]);
  expect([1, 2, 3].map((position) => bodies.at(position).data)).toEqual([parsed.data, parsed.data, '{"half']);
  bodies.close();
});

it('what could not be kept is kept when it comes again', () => {
  using own = folder();
  const bodies = bodiesBeside(own.file('r.db'), true);
  const events = [strange(1n, { data: 1 }), strange(2n, { data: 2 })];
  const unreadable = Object.defineProperty({ ...strange(2n, { data: 2 }) }, 'dataAsStored', {
    get: () => {
      throw new Error('the disk is full');
    },
  });
  expect(() => {
    bodies.keep([strange(1n, { data: 1 }), unreadable]);
  }).toThrow('the disk is full');
  bodies.keep(events);
  expect([1, 2].map((position) => bodies.at(position).data)).toEqual([1, 2]);
  bodies.close();
});
