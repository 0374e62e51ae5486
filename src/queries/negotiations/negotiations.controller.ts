import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../http/answer.js';
import { OpenNegotiations } from '../../http/caller.js';
import { type AxesQuery, axesQuestion } from '../asking/axes.schema.js';
import { NegotiationQuery, NegotiationsQuery, type NegotiationsQuestion, negotiationsQuestion } from './negotiations.query.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { negotiationAnswer, negotiationsAnswer } from './negotiations.answer.js';

/** `GET /v1/negotiations`, and one of them. */
@ApiTags('negotiations')
@Controller('v1/negotiations')
export class NegotiationsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ operationId: 'listNegotiations', summary: 'All negotiations' })
  @Answers({ 200: negotiationsAnswer })
  async list(
    @Query({ schema: negotiationsQuestion }) query: NegotiationsQuestion,
    @OpenNegotiations() open: readonly string[] | null,
  ): Promise<Answer> {
    return this.queries.execute(new NegotiationsQuery(query, open));
  }

  @Get(':n')
  @ApiOperation({
    operationId: 'getNegotiation',
    summary: 'One negotiation: its counts, the blockers that name no issue, the latest report',
  })
  @Answers({ 200: negotiationAnswer })
  async one(@Param('n') n: string, @Query({ schema: axesQuestion }) query: AxesQuery): Promise<Answer> {
    return this.queries.execute(new NegotiationQuery(n, query));
  }
}
