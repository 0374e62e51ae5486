import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../http/answer.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { activityAnswer } from './activity.answer.js';
import { ActivityQuery, type ActivityQuestion, activityQuestion } from './activity.query.js';

/** `GET …/activity`. */
@ApiTags('changes and replay')
@Controller('v1/negotiations/:n/activity')
export class ActivityController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ operationId: 'getActivity', summary: 'How many reports and changes there are on each day of an axis' })
  @Answers({ 200: activityAnswer })
  async activity(@Param('n') n: string, @Query({ schema: activityQuestion }) question: ActivityQuestion): Promise<Answer> {
    return this.queries.execute(new ActivityQuery(n, question));
  }
}
