import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { originOf, wholeOriginOf } from '../../http/public-url.js';
import { type Language, LANGUAGES, languageOf } from '../words/languages.js';
import type { Words } from '../words/en.js';

/** Who looks at a page: in which language, and under which address. */
export interface Reader {
  readonly language: Language;
  readonly words: Words;
  /** Whether the URL names the language: then its links do so too. */
  readonly namesLanguage: boolean;
  /** The path, without the query. */
  readonly path: string;
  /** The query as it came. */
  readonly query: Readonly<Record<string, string>>;
  /** Before the path in addresses that the API tells; empty where these are relative. */
  readonly told: string;
  /** Whether it is told who posted what. */
  readonly seesPosters: boolean;
  /** `https://host`, for addresses that are copied. */
  readonly origin: string;
  /** For how many seconds this node has not heard from the log, where it has not. */
  readonly age: string | undefined;
}

export const FromReader = createParamDecorator((_: unknown, context: ExecutionContext): Reader =>
  readerOf(context.switchToHttp().getRequest<FastifyRequest>(), context.switchToHttp().getResponse<FastifyReply>()),
);

/** Who looks at a page, by the request. */
export function readerOf(request: FastifyRequest, reply: FastifyReply): Reader {
  const age = reply.getHeader('read-model-age');
  const given = Object.entries(request.query as Record<string, unknown>);
  const query = Object.fromEntries(given.filter((pair): pair is [string, string] => typeof pair[1] === 'string'));
  const language = languageOf(query.lang, request.headers['accept-language']);
  return {
    language,
    words: LANGUAGES[language],
    namesLanguage: query.lang === language,
    path: request.url.split('?', 1)[0] ?? '/',
    query,
    told: originOf(request),
    seesPosters: request.seesPosters,
    origin: wholeOriginOf(request),
    age: age === undefined ? undefined : String(age),
  };
}
