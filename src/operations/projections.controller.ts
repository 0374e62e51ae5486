import { Controller, Get, HttpCode, Injectable, Post, Res } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { EventStore } from '../event-store/event-store.token.js';
import { Keeper } from '../read-model/keeper.js';
import type { Retry } from '../read-model/rebuilding/parked-retry.js';
import { Refusal } from '../vocabulary/refusal.js';
import { projectionsAnswer, retryAnswer, startedAnswer } from './projections.answers.js';
import { Answers } from '../http/openapi/answers.decorator.js';

/** How the read model stands to the log. */
@Injectable()
export class ProjectionStatus {
  constructor(
    private readonly store: EventStore,
    private readonly keeper: Keeper,
  ) {}

  async describe(): Promise<object> {
    const head = await this.store.head();
    const { version, wantedVersion, position, damaged, renewal, parked, parkedCount, rebuild } = await this.keeper.status();
    return {
      name: 'read-model',
      version,
      wantedVersion,
      position: String(position),
      head: String(head),
      lag: String(head > position ? head - position : 0n),
      damaged,
      renewal,
      parked,
      parkedCount,
      rebuild: rebuild ? { ...rebuild, position: String(rebuild.position), head: String(rebuild.head) } : null,
    };
  }
}

/** How far the read model has come; rebuilds, and events that were parked. */
@ApiTags('projections')
@Controller('v1/admin/projections')
export class ProjectionsController {
  constructor(
    private readonly status: ProjectionStatus,
    private readonly keeper: Keeper,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'listProjections',
    summary: 'How far the read model has come, which events are parked, and how a rebuild goes',
  })
  @Answers({ 200: projectionsAnswer }, 'store-unavailable')
  async list(): Promise<object> {
    return { items: [await this.status.describe()] };
  }

  @Post('rebuild')
  @HttpCode(202)
  @ApiOperation({ operationId: 'startRebuild', summary: 'Build the read model anew from the log, beside the one in use' })
  @Answers({ 202: startedAnswer }, 'rebuild-running')
  async start(): Promise<object> {
    if (!(await this.keeper.startRebuild())) throw rebuildRunning();
    return { status: 'started' };
  }

  @Post('parked/retry')
  @HttpCode(200)
  @ApiOperation({ operationId: 'retryParked', summary: 'Try the parked events again: by a rebuild (202) where that may clear one' })
  @Answers(
    {
      200: { description: 'Nothing is parked, or all of it still cannot be read.', json: retryAnswer },
      202: { description: 'A rebuild tries them, each in its place.', json: retryAnswer },
    },
    'rebuild-running',
  )
  async retry(@Res({ passthrough: true }) reply: FastifyReply): Promise<Retry> {
    const retry = await this.keeper.retryParked();
    if (retry === undefined) throw rebuildRunning();
    if (retry.status === 'rebuilding') void reply.code(202);
    return retry;
  }
}

function rebuildRunning(): Refusal {
  return new Refusal('rebuild-running', 'A rebuild is running; GET /v1/admin/projections shows how far it is.');
}
