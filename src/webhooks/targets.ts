import { lookup, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Of IPv6 all that is given out for the internet; what lies outside may be led anywhere. */
const GLOBAL = ipaddr.parse('2000::');
const GLOBAL_BITS = 3;

/** Whether an address is reached over the internet, and belongs to nobody in particular here. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  return parsed.range() === 'unicast' && (parsed.kind() === 'ipv4' || parsed.match(GLOBAL, GLOBAL_BITS));
}

/** What is wrong with a URL to be told of changes; undefined where nothing is. @param mayBeAny whether private addresses and http are taken */
export function faultOfTarget(text: string, mayBeAny: boolean): string | undefined {
  // A parser would leave them out: what is told of it would be another URL.
  if (/[\s\p{Cc}]/u.test(text) || !URL.canParse(text)) return 'must be a URL';
  const { protocol, username, password, hash, hostname } = new URL(text);
  if (protocol !== 'https:' && !(mayBeAny && protocol === 'http:')) return 'must begin with https://';
  if (username !== '' || password !== '') return 'must hold no password: what is sent is signed';
  if (hash !== '') return 'must have no fragment';
  const address = hostname.replace(/^\[|\]$/g, '');
  return !mayBeAny && isIP(address) !== 0 && !isPublicAddress(address) ? 'must be a public address' : undefined;
}

/**
 * Looks names up, and takes no address that is not public: what is connected to is what was looked at, so that a name that means
 * another address a moment later gains nothing.
 */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    // Where it fails there are none, whatever the type says.
    const [first] = error === null ? addresses : [];
    if (first === undefined) done(error ?? notPublic(hostname), '', 0);
    else if (!addresses.every(({ address }) => isPublicAddress(address))) done(notPublic(hostname), '', 0);
    else if (options.all === true) done(null, addresses);
    else done(null, first.address, first.family);
  });
};

function notPublic(hostname: string): NodeJS.ErrnoException {
  return new Error(`${hostname} is no public address`);
}
