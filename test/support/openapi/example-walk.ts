import { request } from 'node:http';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import type { Examples } from '../../../src/http/openapi/examples.js';
import { KEY, type TestService } from '../service.js';
import { WebhookReceiver } from '../webhook-receiver.js';
import { type Document, routeOf } from './described-routes.js';
import { type ExampleRequest, EXAMPLES_BY_HAND, RECEIVER, WEBHOOK } from './example-requests.js';

const SHOWN_ELEMENTS = 2;
const SHOWN_LINES = 4;

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

type Writable = Record<string, { sent: Record<string, unknown>; answered: Record<string, Record<string, unknown>> }>;

/** Sends the requests one after the other. @returns what each operation was sent and answered, by its id, as the document shows it */
export async function walked(
  service: TestService,
  document: Document,
  requests: readonly ExampleRequest[],
): Promise<Record<string, Examples>> {
  const receiver = await WebhookReceiver.start();
  const found: Writable = {};
  let webhook = WEBHOOK;
  const real = (text: string): string => text.replaceAll(RECEIVER, receiver.url).replaceAll(WEBHOOK, webhook);
  const shown = (text: string): string => text.replaceAll(receiver.url, RECEIVER);
  try {
    for (const asked of requests) {
      const { method, url, body, type } = asked;
      const { status, type: answeredAs, text } = await answerTo(service.url, asked, real);
      if (status >= 400) throw new Error(`${method} ${url}: ${String(status)} ${text}`);
      if (method === 'POST' && url.endsWith('/webhooks')) webhook = (JSON.parse(text) as { id: string }).id;
      const route = routeOf(document, method, url);
      if (route === undefined) throw new Error(`${method} ${url} is not described`);
      const example = (found[route.operation.operationId] ??= { sent: {}, answered: {} });
      if (type !== undefined) example.sent[type] ??= body;
      if (text !== '') (example.answered[String(status)] ??= {})[answeredAs] ??= cut(shown(text), answeredAs);
    }
  } finally {
    await receiver.close();
  }
  for (const [operation, answers] of Object.entries(EXAMPLES_BY_HAND)) Object.assign(found[operation]?.answered ?? {}, answers);
  return found;
}

async function answerTo(origin: string, asked: ExampleRequest, real: (text: string) => string): Promise<Answer> {
  for (;;) {
    const answer = await sent(origin, asked, real);
    if (asked.isWaitedFor !== true || (JSON.parse(answer.text) as { items: object[] }).items.length >= SHOWN_ELEMENTS) return answer;
    await pause(20);
  }
}

async function sent(origin: string, { method, url, headers, body, type }: ExampleRequest, real: (text: string) => string): Promise<Answer> {
  const given = typeof body === 'string' ? body : JSON.stringify(body);
  const told = { authorization: `Bearer ${KEY}`, ...headers, ...(type && { 'content-type': type }) };
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const asking = request(`${origin}${real(url)}`, { method, headers: told, agent: false }, (response) => {
    const [as = ''] = (response.headers['content-type'] ?? '').split(';');
    textOf(response).then((text) => {
      resolve({ status: response.statusCode ?? 0, type: as, text });
    }, reject);
  });
  asking.on('error', reject);
  asking.end(body === undefined ? undefined : real(given));
  return promise;
}

/** What is long is shown by its beginning, which is of the same form. */
function cut(text: string, type: string): unknown {
  if (type === 'application/json')
    return JSON.parse(text, (_, value: unknown) => (Array.isArray(value) ? value.slice(0, SHOWN_ELEMENTS) : value));
  if (type === 'text/event-stream') return text.split('\n\n').slice(0, SHOWN_ELEMENTS).join('\n\n');
  return text.split('\n').slice(0, SHOWN_LINES).join('\n');
}
