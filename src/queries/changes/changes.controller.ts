import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../http/answer.js';
import { ChangesQuery, type ChangesQuestion, changesQuestion } from './changes.query.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { changesAnswer } from './changes.answer.js';

/** `GET …/changes`. */
@ApiTags('changes and replay')
@Controller('v1/negotiations/:n/changes')
export class ChangesController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({
    operationId: 'listChanges',
    summary: 'What changed between two points of an axis, net, with the reports that are the causes',
  })
  @Answers({ 200: changesAnswer })
  async changes(@Param('n') n: string, @Query({ schema: changesQuestion }) question: ChangesQuestion): Promise<Answer> {
    return this.queries.execute(new ChangesQuery(n, question));
  }
}
