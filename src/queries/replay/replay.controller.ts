import { Controller, Get, Headers, Param, Query, Req, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiHeader, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { logRootOf } from '../../http/log-root.js';
import { LogRoots } from '../../ports/log-roots.js';
import type { Chunks } from './replay-body.js';
import { clientOf, opened } from './replay-edge.js';
import { ReplayQuery, type ReplayQuestion, replayQuestion } from './replay.query.js';
import { Answers } from '../../http/openapi/answers.decorator.js';
import { droppedAnswer, stepAnswer } from './replay.answer.js';

/** `GET …/replay`, as server-sent events. */
@ApiTags('changes and replay')
@Controller('v1/negotiations/:n/replay')
export class ReplayController {
  constructor(
    private readonly queries: QueryBus,
    private readonly roots: LogRoots,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'replay',
    summary: 'How the state came about, step by step; as an event stream with axis=recorded and without `to` it goes on live',
    description:
      'A live stream sends a comment in every 15 s of silence. A client that falls too far behind gets `event: dropped` with ' +
      '`{"resumeAfter": POSITION}` as the last message, and one that takes nothing for a minute is cut off: both go on with ' +
      '`Last-Event-ID`, on any node. `asOf` stays what it was when the stream was opened, also past midnight.',
  })
  @Answers(
    {
      200: { description: 'One step a line, or an event.', lines: stepAnswer, events: z.union([stepAnswer, droppedAnswer]) },
      204: { description: 'A client that comes back has got all: it is to stop.' },
    },
    'too-many-streams',
    'streams-full',
  )
  @ApiHeader({ name: 'Last-Event-ID', required: false, description: 'Of an event stream: what was got already is not sent again' })
  async replay(
    @Param('n') n: string,
    @Query({ schema: replayQuestion }) question: ReplayQuestion,
    @Headers() headers: FastifyRequest['headers'],
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Chunks | string> {
    const answer = await this.queries.execute(new ReplayQuery(n, question, clientOf(headers)));
    // What goes on live is of no position.
    const root = answer.fixed === null ? undefined : await logRootOf({ query: answer.fixed }, this.roots);
    if (root !== undefined) void reply.header('log-root', root);
    return opened(answer, request, reply);
  }
}
