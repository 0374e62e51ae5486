import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import '../../http/requests-told.js';
import { problemOf, type ProblemBody } from '../../http/problem-filter.js';
import type { Words } from '../words/en.js';
import { documentOf } from './document.js';
import { PAGE_HEADERS } from './page-headers.js';
import { readerOf } from './reader.js';

/** Turns what a page throws into a page that says so, with the status that the API gives it. */
@Catch()
export class PageFilter implements ExceptionFilter {
  private readonly logger = new Logger('Pages');

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const problem = problemOf(error);
    if (problem.status >= 500 && problem.status !== 503)
      this.logger.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const reply = http.getResponse<FastifyReply>();
    http.getRequest<FastifyRequest>().problem = problem.code;
    const reader = readerOf(http.getRequest<FastifyRequest>(), reply);
    void reply.code(problem.status).headers({ ...PAGE_HEADERS, 'cache-control': 'no-store' });
    if (problem.status === 503) void reply.header('retry-after', '1');
    const message = messageOf(problem, reader.words);
    const overview = /^\/n\/[^/]+(?=\/)/.exec(reader.path)?.[0] ?? '/';
    const content = (
      <main class="one" id="main">
        <section class="card issuehead">
          <h1>{message}</h1>
          {problem.errors.map(({ detail, suggestions = [] }) => (
            <p key={detail} lang="en">
              {detail} {suggestions.length > 0 && `${reader.words.didYouMean} ${suggestions.join(', ')}`}
            </p>
          ))}
          <p>
            <a class="btn" href={overview}>
              {reader.words.toOverview}
            </a>
          </p>
        </section>
      </main>
    );
    void reply.send(documentOf({ title: message, content }, reader));
  }
}

function messageOf({ code, status }: ProblemBody, words: Words): string {
  if (code === 'not-visible') return words.notVisible;
  if (status === 404) return words.notFound;
  if (status === 503) return words.unavailable;
  return status < 500 ? words.badQuestion : words.fault;
}
