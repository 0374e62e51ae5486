import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../http/answer.js';
import { type AxesQuery, axesQuestion } from '../asking/axes.schema.js';
import { EntriesQuery, type EntriesQuestion, entriesQuestion, EntryQuery } from './entries.query.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import {
  partiesAnswer,
  partyAnswer,
  personAnswer,
  personsAnswer,
  propositionAnswer,
  propositionsAnswer,
  sourceAnswer,
  sourcesAnswer,
} from './entries.answer.js';

/** Entries of the registry as recorded by R. */
@ApiTags('registry')
@Controller('v1/negotiations/:n')
export class EntriesController {
  constructor(private readonly queries: QueryBus) {}

  @Get('parties')
  @ApiOperation({ operationId: 'listParties', summary: 'The parties' })
  @Answers({ 200: partiesAnswer })
  async parties(@Param('n') n: string, @Query({ schema: entriesQuestion }) query: EntriesQuestion): Promise<Answer> {
    return this.queries.execute(new EntriesQuery(n, 'party', query));
  }

  @Get('parties/:id')
  @ApiOperation({ operationId: 'getParty', summary: 'One party' })
  @Answers({ 200: partyAnswer })
  async party(@Param('n') n: string, @Param('id') id: string, @Query({ schema: axesQuestion }) query: AxesQuery): Promise<Answer> {
    return this.queries.execute(new EntryQuery(n, 'party', id, query));
  }

  @Get('persons')
  @ApiOperation({ operationId: 'listPersons', summary: 'The persons, each with the roles that are reported of them' })
  @Answers({ 200: personsAnswer })
  async persons(@Param('n') n: string, @Query({ schema: entriesQuestion }) query: EntriesQuestion): Promise<Answer> {
    return this.queries.execute(new EntriesQuery(n, 'person', query));
  }

  @Get('persons/:id')
  @ApiOperation({ operationId: 'getPerson', summary: 'One person, with the roles that are reported of them' })
  @Answers({ 200: personAnswer })
  async person(@Param('n') n: string, @Param('id') id: string, @Query({ schema: axesQuestion }) query: AxesQuery): Promise<Answer> {
    return this.queries.execute(new EntryQuery(n, 'person', id, query));
  }

  @Get('sources')
  @ApiOperation({ operationId: 'listSources', summary: 'The sources' })
  @Answers({ 200: sourcesAnswer })
  async sources(@Param('n') n: string, @Query({ schema: entriesQuestion }) query: EntriesQuestion): Promise<Answer> {
    return this.queries.execute(new EntriesQuery(n, 'source', query));
  }

  @Get('sources/:id')
  @ApiOperation({ operationId: 'getSource', summary: 'One source' })
  @Answers({ 200: sourceAnswer })
  async source(@Param('n') n: string, @Param('id') id: string, @Query({ schema: axesQuestion }) query: AxesQuery): Promise<Answer> {
    return this.queries.execute(new EntryQuery(n, 'source', id, query));
  }

  @Get('propositions')
  @ApiOperation({ operationId: 'listPropositions', summary: 'The propositions' })
  @Answers({ 200: propositionsAnswer })
  async propositions(@Param('n') n: string, @Query({ schema: entriesQuestion }) query: EntriesQuestion): Promise<Answer> {
    return this.queries.execute(new EntriesQuery(n, 'proposition', query));
  }

  @Get('propositions/:id')
  @ApiOperation({ operationId: 'getProposition', summary: 'One proposition' })
  @Answers({ 200: propositionAnswer })
  async proposition(@Param('n') n: string, @Param('id') id: string, @Query({ schema: axesQuestion }) query: AxesQuery): Promise<Answer> {
    return this.queries.execute(new EntryQuery(n, 'proposition', id, query));
  }
}
