import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { StoredReports } from '../../ports/stored-reports.js';
import { storedReportAnswer } from './stored-report.answer.js';
import { withRevision } from './with-revision.js';

/** A report as it is stored: what a correction replaces. */
@ApiTags('reports')
@Controller('v1/admin/negotiations/:n/reports/:r')
export class StoredReportController {
  constructor(private readonly reports: StoredReports) {}

  @Get()
  @ApiOperation({
    operationId: 'getStoredReport',
    summary: 'The content of a report as last recorded, with its revision as ETag: it can be sent back, or as a correction',
  })
  @Answers({ 200: storedReportAnswer })
  async stored(
    @Param('n') n: string,
    @Param('r') id: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object | undefined> {
    const { content, revision } = await this.reports.latest(n, id);
    return withRevision(content, revision, request, reply);
  }
}
