import { readFileSync } from 'node:fs';
import { get as getPlainly, type IncomingMessage } from 'node:http';
import { get as getSecurely } from 'node:https';
import { hostsOf, isPlain, optionOf } from './connection-url.js';

const LONGEST_MS = 1_000;

/**
 * The time by the clock of a server: of the first host that answers. Its answers over HTTP say it, and need no password.
 * @param address without user and password
 * @returns milliseconds since 1970; undefined where nobody tells
 */
export async function serverTime(address: string): Promise<number | undefined> {
  for (const { host, port } of hostsOf(address)) {
    const date = await dateOf(host, port, address).catch(() => undefined);
    const time = Date.parse(date ?? '');
    // The header tells whole seconds: the middle of it is meant.
    if (!Number.isNaN(time)) return time + 500;
  }
  return undefined;
}

async function dateOf(host: string, port: number, address: string): Promise<string | undefined> {
  const options = { host, port, path: '/health/live', timeout: LONGEST_MS, agent: false } as const;
  const caFile = optionOf(address, 'tlsCAFile');
  return new Promise((resolve, reject) => {
    const take = (answer: IncomingMessage): void => {
      answer.resume();
      resolve(answer.headers.date);
    };
    const request = isPlain(address)
      ? getPlainly(options, take)
      : getSecurely({ ...options, ...(caFile !== undefined && { ca: readFileSync(caFile) }) }, take);
    request.on('error', reject).on('timeout', () => request.destroy(new Error('no answer')));
  });
}
