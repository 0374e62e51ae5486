import { once } from 'node:events';
import { type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { Ending, EXIT } from './exit-codes.js';

type Query = Readonly<Record<string, string | undefined>>;

/** What a service says of a refusal. */
interface ProblemAnswer {
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly detail?: string; readonly suggestions?: readonly string[] }[];
}

/** A service, asked over HTTP with a key. Refusals and failures end the command. */
export class ServiceClient {
  constructor(
    readonly url: string,
    private readonly key: string | undefined,
  ) {}

  /** @throws Ending where the answer is none of success */
  async json<T>(path: string, query: Query = {}): Promise<T> {
    const answer = await this.ask('GET', path, query);
    if (!answer.ok) throw await refusalOf(answer);
    return (await answer.json()) as T;
  }

  /** All items of a list, page after page. @throws Ending */
  async *items<T>(path: string, query: Query): AsyncIterable<T> {
    let next: string | null = withQuery(path, { ...query, limit: '500' });
    while (next !== null) {
      const page: { items: readonly T[]; next: string | null } = await this.json(next);
      yield* page.items;
      next = page.next;
    }
  }

  /** The lines of an answer of NDJSON as they come. @throws Ending also where it breaks off */
  async *lines(path: string, query: Query = {}): AsyncIterable<string> {
    const answer = await this.ask('GET', path, query);
    if (!answer.ok || answer.body === null) throw await refusalOf(answer);
    yield* linesOf(answer.body.pipeThrough(new TextDecoderStream()), () => this.brokenOff());
  }

  /** @returns the answer, whatever its status @throws Ending where the service is not reached */
  async ask(method: 'GET' | 'POST', path: string, query: Query = {}): Promise<Response> {
    const url = new URL(withQuery(path, query), this.url);
    return fetch(url, { method, headers: this.headers() }).catch((error: unknown) => {
      throw this.notReached(error);
    });
  }

  /** Sends lines as long as there are some, and gives the lines of the answer as they come. @throws Ending */
  async *exchange(path: string, query: Query, body: AsyncIterable<Uint8Array>): AsyncIterable<string> {
    const url = new URL(withQuery(path, query), this.url);
    const send = url.protocol === 'https:' ? overHttps : overHttp;
    const request = send(url, { method: 'POST', headers: { ...this.headers(), 'content-type': 'application/x-ndjson' } });
    // What is sent may be long in coming: a refusal need not wait for it, nor the service for the request.
    request.flushHeaders();
    const answered = once(request, 'response') as Promise<[IncomingMessage]>;
    let fault: unknown;
    const given = async function* (): AsyncIterable<Uint8Array> {
      try {
        yield* body;
      } catch (error) {
        fault = error;
        throw error;
      }
    };
    // Where the service refuses at once it reads no further: its answer tells why.
    void pipeline(given, request).catch(() => undefined);
    // Where what is sent is at fault, that is why the exchange ends.
    const why = (error: unknown): unknown => (fault instanceof Ending ? fault : error);
    try {
      const [answer] = await answered.catch((error: unknown) => {
        throw this.notReached(error);
      });
      answer.setEncoding('utf8');
      if (answer.statusCode !== 200) throw refusal(answer.statusCode ?? 0, answer.statusMessage ?? '', await textOf(answer));
      yield* linesOf(answer as AsyncIterable<string>, () => this.brokenOff());
    } catch (error) {
      throw why(error);
    } finally {
      request.destroy();
    }
  }

  private headers(): Record<string, string> {
    return this.key === undefined ? {} : { authorization: `Bearer ${this.key}` };
  }

  private notReached(error: unknown): Ending {
    if (error instanceof Ending) return error;
    const { cause, message, code } = error as NodeJS.ErrnoException;
    const why = code ?? (cause instanceof Error && 'code' in cause ? String(cause.code) : message);
    return new Ending(`the service at ${this.url} cannot be reached (${why})`, EXIT.failed, { cause: error });
  }

  private brokenOff(): Ending {
    return new Ending(`the answer of ${this.url} broke off`);
  }
}

/** What a refusal means, and what may have been meant instead. */
export async function refusalOf(answer: Response): Promise<Ending> {
  return refusal(answer.status, answer.statusText, await answer.text());
}

function refusal(status: number, statusText: string, body: string): Ending {
  const { detail, errors = [] } = problemIn(body);
  const faults = errors.map((one) => [one.detail, ...(one.suggestions?.length ? [`did you mean ${one.suggestions.join(', ')}?`] : [])]);
  const told = [detail ?? statusText, ...faults.map((parts) => parts.join('; ')).filter((text) => text !== '' && text !== detail)];
  return new Ending(`the service answers ${String(status)}: ${told.join(' ')}`, status >= 500 ? EXIT.failed : EXIT.refused);
}

function problemIn(text: string): ProblemAnswer {
  try {
    return JSON.parse(text) as ProblemAnswer;
  } catch {
    return {};
  }
}

async function* linesOf(chunks: AsyncIterable<string>, brokenOff: () => Ending): AsyncIterable<string> {
  let rest = '';
  try {
    for await (const chunk of chunks) {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    throw error instanceof Ending ? error : brokenOff();
  }
  if (rest !== '') yield rest;
}

async function textOf(answer: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const chunk of answer) text += chunk;
  return text;
}

function withQuery(path: string, query: Query): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given).toString()}`;
}
