import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../http/answer.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { searchAnswer } from './search.answer.js';
import { SearchQuery, type SearchQuestion, searchQuestion } from './search.query.js';

/** `GET …/search`. */
@ApiTags('search')
@Controller('v1/negotiations/:n/search')
export class SearchController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({
    operationId: 'search',
    summary: 'What is called by some words in whatever language, or tells them, with what the hits are of',
  })
  @Answers({ 200: searchAnswer })
  async get(@Param('n') n: string, @Query({ schema: searchQuestion }) query: SearchQuestion): Promise<Answer> {
    return this.queries.execute(new SearchQuery(n, query));
  }
}
