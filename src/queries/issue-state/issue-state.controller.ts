import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../http/answer.js';
import { type StateQuestion, stateQuestion } from '../asking/what-if.schema.js';
import { IssueStateQuery } from './issue-state.query.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { issueStateAnswer } from './issue-state.answer.js';

/** `GET …/issues/{i}`: the state of one issue. */
@ApiTags('issues')
@Controller('v1/negotiations/:n/issues/:i')
export class IssueStateController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ operationId: 'getIssue', summary: 'The state of an issue at a point on the three axes of time' })
  @Answers({ 200: issueStateAnswer })
  async get(@Param('n') n: string, @Param('i') i: string, @Query({ schema: stateQuestion }) query: StateQuestion): Promise<Answer> {
    return this.queries.execute(new IssueStateQuery(n, i, query));
  }
}
