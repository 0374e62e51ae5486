import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../http/answer.js';
import { type AxesQuery, axesQuestion } from '../asking/axes.schema.js';
import { MeetingQuery, MeetingsQuery, type MeetingsQuestion, meetingsQuestion } from './meetings.query.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { meetingAnswer, meetingsAnswer } from './meetings.answer.js';

/** `GET …/meetings`, and one of them. */
@ApiTags('meetings')
@Controller('v1/negotiations/:n/meetings')
export class MeetingsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ operationId: 'listMeetings', summary: 'The meetings that visible reports name' })
  @Answers({ 200: meetingsAnswer })
  async list(@Param('n') n: string, @Query({ schema: meetingsQuestion }) query: MeetingsQuestion): Promise<Answer> {
    return this.queries.execute(new MeetingsQuery(n, query));
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getMeeting', summary: 'One meeting: its status and every different value that is reported of it' })
  @Answers({ 200: meetingAnswer }, 'not-visible')
  async one(@Param('n') n: string, @Param('id') id: string, @Query({ schema: axesQuestion }) query: AxesQuery): Promise<Answer> {
    return this.queries.execute(new MeetingQuery(n, id, query));
  }
}
