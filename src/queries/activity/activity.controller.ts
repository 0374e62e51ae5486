import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../http/answer.js';
import { ACTIVITY_ANSWER } from './activity.answer.js';
import { ActivityQuery, type ActivityQuestion, activityQuestion } from './activity.query.js';

@ApiTags('changes and replay')
@Controller('v1/negotiations/:n/activity')
export class ActivityController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ summary: 'How many reports and changes there are on each day of an axis' })
  @ApiOkResponse(ACTIVITY_ANSWER)
  async activity(@Param('n') n: string, @Query({ schema: activityQuestion }) question: ActivityQuestion): Promise<Answer> {
    return this.queries.execute(new ActivityQuery(n, question));
  }
}
