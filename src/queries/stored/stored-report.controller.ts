import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { type StoredContent, StoredReports } from '../../ports/stored-reports.js';
import { storedReportAnswer } from './stored-report.answer.js';

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
  async stored(@Param('n') n: string, @Param('r') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<StoredContent> {
    const { content, revision } = await this.reports.latest(n, id);
    void reply.header('etag', `"${String(revision)}"`);
    return content;
  }
}
