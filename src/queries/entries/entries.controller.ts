import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Answer } from '../../http/answer.js';
import { type AxesQuery, axesQuestion } from '../asking/axes.schema.js';
import { EntriesQuery, type EntriesQuestion, entriesQuestion, EntryQuery } from './entries.query.js';

/** Entries of the registry as recorded by R. */
@ApiTags('registry')
@Controller('v1/negotiations/:n')
export class EntriesController {
  constructor(private readonly queries: QueryBus) {}

  @Get('parties')
  @ApiOperation({ summary: 'The parties' })
  async parties(@Param('n') n: string, @Query({ schema: entriesQuestion }) query: EntriesQuestion): Promise<Answer> {
    return this.queries.execute(new EntriesQuery(n, 'party', query));
  }

  @Get('parties/:id')
  @ApiOperation({ summary: 'One party' })
  async party(@Param('n') n: string, @Param('id') id: string, @Query({ schema: axesQuestion }) query: AxesQuery): Promise<Answer> {
    return this.queries.execute(new EntryQuery(n, 'party', id, query));
  }

  @Get('persons')
  @ApiOperation({ summary: 'The persons, each with the roles that are reported of them' })
  async persons(@Param('n') n: string, @Query({ schema: entriesQuestion }) query: EntriesQuestion): Promise<Answer> {
    return this.queries.execute(new EntriesQuery(n, 'person', query));
  }

  @Get('persons/:id')
  @ApiOperation({ summary: 'One person, with the roles that are reported of them' })
  async person(@Param('n') n: string, @Param('id') id: string, @Query({ schema: axesQuestion }) query: AxesQuery): Promise<Answer> {
    return this.queries.execute(new EntryQuery(n, 'person', id, query));
  }

  @Get('sources')
  @ApiOperation({ summary: 'The sources' })
  async sources(@Param('n') n: string, @Query({ schema: entriesQuestion }) query: EntriesQuestion): Promise<Answer> {
    return this.queries.execute(new EntriesQuery(n, 'source', query));
  }

  @Get('sources/:id')
  @ApiOperation({ summary: 'One source' })
  async source(@Param('n') n: string, @Param('id') id: string, @Query({ schema: axesQuestion }) query: AxesQuery): Promise<Answer> {
    return this.queries.execute(new EntryQuery(n, 'source', id, query));
  }

  @Get('propositions')
  @ApiOperation({ summary: 'The propositions' })
  async propositions(@Param('n') n: string, @Query({ schema: entriesQuestion }) query: EntriesQuestion): Promise<Answer> {
    return this.queries.execute(new EntriesQuery(n, 'proposition', query));
  }

  @Get('propositions/:id')
  @ApiOperation({ summary: 'One proposition' })
  async proposition(@Param('n') n: string, @Param('id') id: string, @Query({ schema: axesQuestion }) query: AxesQuery): Promise<Answer> {
    return this.queries.execute(new EntryQuery(n, 'proposition', id, query));
  }
}
