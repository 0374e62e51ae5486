import { AdminKeys, hashOfKey } from '../../../src/http/admin-keys.js';

const keys = new AdminKeys([
  { name: 'desk', hash: hashOfKey('one-long-key') },
  { name: 'import', hash: hashOfKey('another-key') },
]);

describe('an Authorization header', () => {
  it.each([
    ['Bearer one-long-key', 'desk'],
    ['Bearer another-key', 'import'],
    ['bearer   another-key  ', 'import'],
    ['Bearer one-long-ke', undefined],
    ['Bearer one-long-key-', undefined],
    ['Bearer', undefined],
    ['Bearer ', undefined],
    ['Basic one-long-key', undefined],
    ['one-long-key', undefined],
    [`Bearer ${hashOfKey('one-long-key')}`, undefined],
    ['Bearer one-long-key another-key', undefined],
    [undefined, undefined],
  ])('%j is that of %s', (header, name) => {
    expect(keys.nameOf(header)).toBe(name);
  });
});
