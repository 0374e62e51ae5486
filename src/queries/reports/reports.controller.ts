import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../http/answer.js';
import { type AxesQuery, axesQuestion } from '../asking/axes.schema.js';
import { historyQuestion, type HistoryQuestion, ReportHistoryQuery } from './report-history.query.js';
import { ReportQuery } from './report.query.js';
import { ReportsQuery, type ReportsQuestion, reportsQuestion } from './reports.query.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { reportAnswer, reportHistoryAnswer, reportsAnswer } from './reports.answer.js';

/** `GET …/reports`, one of them, and its versions. */
@ApiTags('reports')
@Controller('v1/negotiations/:n/reports')
export class ReportsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({
    operationId: 'listReports',
    summary: 'The visible reports in the order of an axis: with issue= the timeline of that issue',
  })
  @Answers({ 200: reportsAnswer })
  async list(@Param('n') n: string, @Query({ schema: reportsQuestion }) query: ReportsQuestion): Promise<Answer> {
    return this.queries.execute(new ReportsQuery(n, query));
  }

  @Get(':r')
  @ApiOperation({ operationId: 'getReport', summary: 'One report: the content in force' })
  @Answers({ 200: reportAnswer }, 'not-visible')
  async one(@Param('n') n: string, @Param('r') r: string, @Query({ schema: axesQuestion }) query: AxesQuery): Promise<Answer> {
    return this.queries.execute(new ReportQuery(n, r, query));
  }

  @Get(':r/history')
  @ApiOperation({
    operationId: 'getReportHistory',
    summary: 'Every version of a report; its ETag is the revision that a correction or retraction names in If-Match',
  })
  @Answers({ 200: reportHistoryAnswer })
  async history(@Param('n') n: string, @Param('r') r: string, @Query({ schema: historyQuestion }) query: HistoryQuestion): Promise<Answer> {
    const answer = await this.queries.execute(new ReportHistoryQuery(n, r, query));
    return answer.taggedBy('revision');
  }
}
