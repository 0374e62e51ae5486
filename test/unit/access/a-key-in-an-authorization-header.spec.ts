import { secretIn } from '../../../src/access/credentials.js';

const basic = (pair: string): string => `Basic ${Buffer.from(pair).toString('base64')}`;

describe('the credentials of a request', () => {
  it.each([
    ['Bearer one-long-key', 'one-long-key'],
    ['bearer   another-key=  ', 'another-key='],
    ['Bearer', undefined],
    ['Bearer ', undefined],
    ['one-long-key', undefined],
    ['Bearer one-long-key another-key', undefined],
    [undefined, undefined],
    ['', undefined],
  ])('in "%s" are %s', (header, secret) => {
    expect(secretIn(header, true)).toBe(secret);
  });

  it.each([
    [basic('anybody:a:key'), 'a:key'],
    [basic('anybody:'), undefined],
    [basic('a-key'), 'a-key'],
    ['Basic', undefined],
  ])('in "%s" are the password, where a browser reads', (header, secret) => {
    expect(secretIn(header, true)).toBe(secret);
    expect(secretIn(header, false)).toBeUndefined();
  });
});
