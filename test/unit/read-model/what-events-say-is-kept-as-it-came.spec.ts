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
