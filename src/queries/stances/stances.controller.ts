import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../http/answer.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { ExpiredStancesQuery, type ExpiredStancesQuestion, expiredStancesQuestion } from './expired-stances.query.js';
import { expiredStancesAnswer, stancesAnswer } from './stances.answer.js';
import { StancesQuery, type StancesQuestion, stancesQuestion } from './stances.query.js';

/** `GET …/stances` and those that are over. */
@ApiTags('stances')
@Controller('v1/negotiations/:n/stances')
export class StancesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ operationId: 'listStances', summary: 'Who holds what on which proposition or plan' })
  @Answers({ 200: stancesAnswer })
  async list(@Param('n') n: string, @Query({ schema: stancesQuestion }) query: StancesQuestion): Promise<Answer> {
    return this.queries.execute(new StancesQuery(n, query));
  }

  @Get('expired')
  @ApiOperation({
    operationId: 'listExpiredStances',
    summary: 'What was once held where nothing is held any more: all that was said is expired',
  })
  @Answers({ 200: expiredStancesAnswer })
  async expired(@Param('n') n: string, @Query({ schema: expiredStancesQuestion }) query: ExpiredStancesQuestion): Promise<Answer> {
    return this.queries.execute(new ExpiredStancesQuery(n, query));
  }
}
