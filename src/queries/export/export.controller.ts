import { Readable } from 'node:stream';
import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { recorded } from '../asking/axes.schema.js';
import { ExportQuery } from './export.query.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { exportLine } from './export.answer.js';

const question = z.strictObject({ recordedBy: recorded.optional() });

@ApiTags('import and export')
@Controller('v1/negotiations/:n/export')
export class ExportController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({
    operationId: 'exportNegotiation',
    summary: 'The lines of an import (NDJSON) that give the same answers in an empty store; the last one says how many there are',
  })
  @Answers({ 200: { lines: exportLine } }, 'store-unavailable')
  async get(
    @Param('n') n: string,
    @Query({ schema: question }) query: z.output<typeof question>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const lines = await this.queries.execute(new ExportQuery(n, query.recordedBy));
    await reply
      .code(200)
      .type('application/x-ndjson; charset=utf-8')
      .send(Readable.from(lines, { objectMode: false }));
  }
}
