import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../http/answer.js';
import { MatrixQuery, type MatrixQuestion, matrixQuestion } from './matrix.query.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { matrixAnswer } from './matrix.answer.js';

/** `GET …/matrix`. */
@ApiTags('issues')
@Controller('v1/negotiations/:n/matrix')
export class MatrixController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({ operationId: 'getMatrix', summary: 'Issues as one matrix: who holds what on each proposition, with the verdict on it' })
  @Answers({ 200: matrixAnswer })
  async get(@Param('n') n: string, @Query({ schema: matrixQuestion }) query: MatrixQuestion): Promise<Answer> {
    return this.queries.execute(new MatrixQuery(n, query));
  }
}
