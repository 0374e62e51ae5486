import { faultOfTarget, isPublicAddress, publicLookup } from '../../../src/webhooks/targets.js';

it.each(['93.184.216.34', '2606:2800:220:1:248:1893:25c8:1946'])('%s is public', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

it.each([
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '192.168.1.1',
  '169.254.169.254',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '255.255.255.255',
  '::1',
  '::',
  'fe80::1',
  'fd00::1',
  '::ffff:127.0.0.1',
  '::ffff:10.0.0.1',
  '::127.0.0.1',
  '4000::1',
  'no address',
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

it('a name is not connected to where it means an address here, whatever it meant when it was registered', async () => {
  const error = await new Promise((resolve) => {
    publicLookup('localhost', { all: true }, resolve);
  });
  expect(error).toMatchObject({ message: 'localhost is no public address' });
});

it.each([
  ['https://example.org/x', undefined],
  ['https://example.org:8443/x?y', undefined],
  ['http://example.org/', /https/],
  ['https://user:password@example.org/', /password/],
  ['https://example.org/#x', /fragment/],
  ['https://2130706433/', /public/],
  ['https://0x7f.1/', /public/],
  ['example.org', /URL/],
  ['https://example.org/\r\nX: y', /URL/],
])('%s', (url, fault) => {
  if (fault === undefined) expect(faultOfTarget(url, false)).toBeUndefined();
  else expect(faultOfTarget(url, false)).toMatch(fault);
});
