import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A certificate of 127.0.0.1, and the two authorities: the one that made it, and another one. They are for tests alone. */
export const TLS = { key: readFileSync(pathOf('node.key')), certificate: readFileSync(pathOf('node.crt')) };
export const CA_FILE = pathOf('ca.crt');
export const OTHER_CA_FILE = pathOf('other-ca.crt');

function pathOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
