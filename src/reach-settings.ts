import { isIP } from 'node:net';
import { BadSetting } from './bad-setting.js';

/** Words for addresses that are not reached from the internet. */
const NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

/** An origin: scheme, host and port. @returns undefined where it is empty @throws BadSetting */
export function originIn(name: string, text: string): string | undefined {
  if (text === '') return undefined;
  const { origin, hostname, port } = URL.canParse(text) ? new URL(text) : { origin: 'null', hostname: '', port: '' };
  // No origin that a browser tells has a star in it.
  const canBe = /^https?:/.test(origin) && !hostname.includes('*') && port !== '0';
  if (canBe && (text === origin || text === `${origin}/`)) return origin;
  throw new BadSetting(`${name} must be like https://tracker.example, without a path, not "${text}"`);
}

/** Addresses and networks of proxies, with commas between them. @throws BadSetting */
export function proxiesIn(text: string): string[] {
  const proxies = parts(text);
  const bad = proxies.find((proxy) => !NETWORKS.includes(proxy) && !isNetwork(proxy));
  if (bad === undefined) return proxies;
  throw new BadSetting(`TRUSTED_PROXIES must hold addresses, networks (10.0.0.0/8), or ${NETWORKS.join(', ')}; "${bad}" is none`);
}

/** Origins with commas between them, or `*`. @throws BadSetting */
export function corsOriginsIn(text: string): string[] {
  return parts(text).map((one) => (one === '*' ? one : (originIn('CORS_ORIGINS', one) ?? one)));
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  // A network of all addresses would have everybody believed.
  return bits === undefined || (/^\d+$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (version === 4 ? 32 : 128));
}

function parts(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
