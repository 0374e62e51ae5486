import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../http/answer.js';
import { IssuesQuery, type IssuesQuestion, issuesQuestion } from './issues.query.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { issuesAnswer } from './issues.answer.js';

/** `GET …/issues`. */
@ApiTags('issues')
@Controller('v1/negotiations/:n/issues')
export class IssuesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ operationId: 'listIssues', summary: 'All issues, flat, parents first' })
  @Answers({ 200: issuesAnswer })
  async list(@Param('n') n: string, @Query({ schema: issuesQuestion }) query: IssuesQuestion): Promise<Answer> {
    return this.queries.execute(new IssuesQuery(n, query));
  }
}
