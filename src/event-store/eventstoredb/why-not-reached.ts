import { readFileSync } from 'node:fs';
import { connect as connectPlainly, isIP, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import { type Host, hostsOf, isPlain, optionOf } from './connection-url.js';

/** So long may one attempt take. */
const LONGEST_MS = 1_000;

/**
 * Why nobody answers at the hosts of an address, as a person can act on it: the client itself tells of a discovery that failed, or of
 * connections that were not made. Each host is tried once, all together.
 * @param address without user and password
 * @returns undefined where a host takes connections: then it is silent for another reason
 */
export async function whyNotReached(address: string): Promise<string | undefined> {
  const attempts = await Promise.all(hostsOf(address).map(async (host) => attempt(host, address)));
  if (attempts.includes(undefined)) return undefined;
  const reasons = new Set(attempts);
  return `${/^[a-z]+\+discover:/.test(address) ? 'by discovery, ' : ''}${[...reasons].join('; ')}`;
}

/** @returns what went wrong; undefined where it worked */
async function attempt(where: Host, address: string): Promise<string | undefined> {
  try {
    if (!isPlain(address)) await connected(securely(where, address), 'secureConnect');
    else {
      await connected(connectPlainly(where), 'connect');
      if (await speaksTls(where)) return `${where.host}:${String(where.port)} speaks TLS: tls=false in the URL is to be left out`;
    }
    return undefined;
  } catch (error) {
    return told(error as NodeJS.ErrnoException, `${where.host}:${String(where.port)}`);
  }
}

/** Whoever it is: only that it answers as TLS does is asked. */
async function speaksTls(where: Host): Promise<boolean> {
  const socket = connectSecurely({ ...where, rejectUnauthorized: false });
  return connected(socket, 'secureConnect').then(
    () => true,
    () => false,
  );
}

function securely(where: Host, address: string): Socket {
  const caFile = optionOf(address, 'tlsCAFile');
  return connectSecurely({
    ...where,
    ...(isIP(where.host) === 0 && { servername: where.host }),
    ALPNProtocols: ['h2'],
    ...(caFile !== undefined && { ca: readFileSync(caFile) }),
  });
}

async function connected(socket: Socket, event: string): Promise<void> {
  try {
    await new Promise<void>((resolve, reject) => {
      socket.once(event, resolve).once('error', reject);
      socket.setTimeout(LONGEST_MS, () => {
        reject(Object.assign(new Error(`no answer in ${String(LONGEST_MS)} ms`), { code: 'ETIMEDOUT' }));
      });
    });
  } finally {
    socket.destroy();
  }
}

function told({ code = '', message }: NodeJS.ErrnoException, where: string): string {
  switch (code) {
    case 'ECONNREFUSED':
      return `nobody listens at ${where}`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the name of ${where} leads to no address`;
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'EPROTO':
      return `${where} speaks no TLS: tls=false in the URL where that is meant`;
    case 'ERR_TLS_CERT_ALTNAME_INVALID':
      return `the certificate of ${where} is for another host`;
    case 'CERT_HAS_EXPIRED':
      return `the certificate of ${where} has expired`;
    default:
      return isOfTrust(code)
        ? `the certificate of ${where} is of an authority that is not known here (${message}): tlsCAFile in the URL names the authority's certificate`
        : `${where} is not reached (${message})`;
  }
}

function isOfTrust(code: string): boolean {
  return code.includes('SELF_SIGNED') || code.startsWith('UNABLE_TO_') || code === 'CERT_UNTRUSTED' || code === 'CERT_SIGNATURE_FAILURE';
}
