import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import '../../http/caller.js';
import { z } from 'zod';
import { logRootOf } from '../../http/log-root.js';
import { LogRoots } from '../../ports/log-roots.js';
import { recorded } from '../asking/axes.schema.js';
import { ExportQuery } from './export.query.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { exportLine } from './export.answer.js';

const question = z.strictObject({
  recordedBy: recorded.optional(),
  recorded: z
    .enum(['true', 'false'])
    .optional()
    .describe(
      'true: each event as a line, in the order of the log, with `recordedAt` and `postedBy`, for an import with `keepRecorded=true`',
    ),
});

/** `GET …/export`: the lines that an import takes. */
@ApiTags('import and export')
@Controller('v1/negotiations/:n/export')
export class ExportController {
  constructor(
    private readonly queries: QueryBus,
    private readonly roots: LogRoots,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'exportNegotiation',
    summary: 'The lines of an import (NDJSON) that give the same answers in an empty store; the last one says how many there are',
  })
  @Answers({ 200: { lines: exportLine } }, 'store-unavailable')
  async get(
    @Param('n') n: string,
    @Query({ schema: question }) query: z.output<typeof question>,
    @Req() { seesPosters }: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { position, body } = await this.queries.execute(
      new ExportQuery(n, query.recordedBy, query.recorded === 'true' ? { tellsPosters: seesPosters } : null),
    );
    const root = await logRootOf({ query: { recordedBy: `@${position}` } }, this.roots);
    if (root !== undefined) void reply.header('log-root', root);
    await reply
      .code(200)
      .type('application/x-ndjson; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(Readable.from(body, { objectMode: false }));
  }
}
