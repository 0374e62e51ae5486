import { Controller, Get, Headers, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiHeader, ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Chunks } from './replay-body.js';
import { clientOf, opened } from './replay-edge.js';
import { ReplayQuery, type ReplayQuestion, replayQuestion } from './replay.query.js';

@ApiTags('changes and replay')
@Controller('v1/negotiations/:n/replay')
export class ReplayController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ApiOperation({
    summary: 'How the state came about, step by step; as an event stream with axis=recorded and without `to` it goes on live',
    description:
      'A live stream sends a comment in every 15 s of silence. A client that falls too far behind gets `event: dropped` with ' +
      '`{"resumeAfter": POSITION}` as the last message, and one that takes nothing for a minute is cut off: both go on with ' +
      '`Last-Event-ID`, on any node. `asOf` stays what it was when the stream was opened, also past midnight.',
  })
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Of an event stream: what was got already is not sent again' })
  @ApiProduces('application/x-ndjson', 'text/event-stream')
  @ApiOkResponse({ description: 'One step a line, or an event' })
  async replay(
    @Param('n') n: string,
    @Query({ schema: replayQuestion }) question: ReplayQuestion,
    @Headers() headers: FastifyRequest['headers'],
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Chunks | string> {
    return opened(await this.queries.execute(new ReplayQuery(n, question, clientOf(headers))), request, reply);
  }
}
