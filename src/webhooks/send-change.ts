import { type ClientRequest, type IncomingMessage, request as httpRequest, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Duplex } from 'node:stream';
import { Webhook as Signing } from 'standardwebhooks';
import { faultOfTarget, publicLookup } from './targets.js';
import type { ChangeEvent } from './wanted-changes.js';
import type { SigningSecret } from './webhook.js';

/** So long a receiver may take. */
const LONGEST_MS = 15_000;

export interface Sending {
  readonly url: string;
  readonly secrets: readonly SigningSecret[];
  /** Whether private addresses and http are taken. */
  readonly mayBeAny: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly signal: AbortSignal;
}

/**
 * POSTs one change, signed as Standard Webhooks say. No redirect is followed: it could lead anywhere.
 * @returns the status, 2xx
 * @throws Error that says why it was not taken
 */
export async function sendChange(event: ChangeEvent, { url, secrets, mayBeAny, now, signal }: Sending): Promise<number> {
  const fault = faultOfTarget(url, mayBeAny);
  if (fault !== undefined) throw new Error(`the URL ${fault}`);
  const body = JSON.stringify(event);
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    headers: {
      ...signed(event.id, body, secrets, now),
      'content-type': 'application/cloudevents+json',
      'content-length': Buffer.byteLength(body),
    },
    signal: AbortSignal.any([signal, AbortSignal.timeout(LONGEST_MS)]),
    ...(!mayBeAny && { lookup: publicLookup }),
  };
  const request = url.startsWith('https:') ? httpsRequest(url, options) : httpRequest(url, options);
  request.end(body);
  const response = await answerTo(request);
  const { statusCode = 0 } = response;
  // What it says is of no interest, and may be long.
  response.destroy();
  if (statusCode >= 200 && statusCode < 300) return statusCode;
  throw new Error(`the receiver answered ${String(statusCode)}`);
}

/** The head of what is answered. One that goes over to another protocol (101) is no response for Node, and none would ever come. */
async function answerTo(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve).once('error', reject);
    request.once('upgrade', (response: IncomingMessage, socket: Duplex) => {
      // It is nobody's any more.
      socket.destroy();
      resolve(response);
    });
    request.once('close', () => {
      reject(new Error('the connection was closed before it was answered'));
    });
  });
}

/** While a secret is rotated both sign. */
function signed(id: string, body: string, secrets: readonly SigningSecret[], now: number): Record<string, string> {
  const at = new Date(now);
  const inForce = secrets.filter(({ until }) => until === null || Date.parse(until) > now);
  return {
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(now / 1_000)),
    'webhook-signature': inForce.map(({ text }) => new Signing(text).sign(id, at, body)).join(' '),
  };
}
