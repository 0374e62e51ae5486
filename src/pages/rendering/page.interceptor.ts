import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, type Observable, of } from 'rxjs';
import { elsewhere } from '../asking/elsewhere.js';
import { documentOf, type Page } from './document.js';
import { EMBEDDED_HEADERS, PAGE_HEADERS } from './page-headers.js';
import { readerOf } from './reader.js';
import { Redirect } from './redirect.js';
import { sendText } from './send-text.js';

/** Sends what a page shows as a document with its headers and ETag; 304 where the browser has it. */
@Injectable()
export class PageInterceptor implements NestInterceptor<Page | Redirect, Buffer | undefined> {
  intercept(context: ExecutionContext, next: CallHandler<Page | Redirect>): Observable<Buffer | undefined> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const redirect = elsewhere(readerOf(request, reply));
    const result = redirect === undefined ? next.handle() : of(redirect);
    return result.pipe(map((one) => (one instanceof Redirect ? leadTo(one, reply) : sent(one, request, reply))));
  }
}

function leadTo({ url }: Redirect, reply: FastifyReply): Buffer | undefined {
  void reply.code(302).header('location', url).header('cache-control', 'no-cache');
  return undefined;
}

function sent(page: Page, request: FastifyRequest, reply: FastifyReply): Buffer | undefined {
  const html = documentOf(page, readerOf(request, reply));
  // What every answer says against being framed is taken back.
  if (page.isEmbedded === true) void reply.removeHeader('x-frame-options');
  return sendText(html, page.isEmbedded === true ? EMBEDDED_HEADERS : PAGE_HEADERS, request, reply);
}
