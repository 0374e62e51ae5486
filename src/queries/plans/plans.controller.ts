import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../http/answer.js';
import { type AxesQuery, axesQuestion } from '../asking/axes.schema.js';
import { PlanQuery, PlansQuery, type PlansQuestion, plansQuestion } from './plans.query.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { planAnswer, plansAnswer } from './plans.answer.js';

/** `GET …/plans`, and one of them. */
@ApiTags('plans')
@Controller('v1/negotiations/:n/plans')
export class PlansController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ operationId: 'listPlans', summary: 'The plans that visible reports name' })
  @Answers({ 200: plansAnswer })
  async list(@Param('n') n: string, @Query({ schema: plansQuestion }) query: PlansQuestion): Promise<Answer> {
    return this.queries.execute(new PlansQuery(n, query));
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getPlan', summary: 'One plan: its status, lineage as reported, points and the stances on it' })
  @Answers({ 200: planAnswer }, 'not-visible')
  async one(@Param('n') n: string, @Param('id') id: string, @Query({ schema: axesQuestion }) query: AxesQuery): Promise<Answer> {
    return this.queries.execute(new PlanQuery(n, id, query));
  }
}
