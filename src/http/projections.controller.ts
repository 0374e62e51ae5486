import { Controller, Get, HttpCode, Injectable, Post, Res } from '@nestjs/common';
import { ApiAcceptedResponse, ApiBearerAuth, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { EventStore } from '../event-store/event-store.token.js';
import { parkedEvents } from '../read-model/parked-reader.js';
import { type Retry, retryParked } from '../read-model/parked-retry.js';
import { ReadModel } from '../read-model/read-model.js';
import { Rebuild } from '../read-model/rebuild.js';
import { PROJECTION_VERSION } from '../read-model/schema.js';
import { Refusal } from '../vocabulary/refusal.js';
import { PROJECTIONS_ANSWER, RETRY_ANSWER, STARTED_ANSWER } from './projections.answers.js';

/** How the read model stands to the log. */
@Injectable()
export class ProjectionStatus {
  constructor(
    private readonly store: EventStore,
    private readonly readModel: ReadModel,
    private readonly rebuild: Rebuild,
  ) {}

  async describe(): Promise<object> {
    const head = await this.store.head();
    const { applied: position, version, isDamaged: damaged } = this.readModel;
    const progress = this.rebuild.progress;
    return {
      name: 'read-model',
      version,
      wantedVersion: PROJECTION_VERSION,
      position: String(position),
      head: String(head),
      lag: String(head > position ? head - position : 0n),
      damaged,
      parked: damaged ? [] : parkedEvents(this.readModel.rows),
      rebuild: progress ? { ...progress, position: String(progress.position), head: String(progress.head) } : null,
    };
  }
}

@ApiTags('projections')
@ApiBearerAuth()
@Controller('v1/admin/projections')
export class ProjectionsController {
  constructor(
    private readonly status: ProjectionStatus,
    private readonly store: EventStore,
    private readonly readModel: ReadModel,
    private readonly rebuild: Rebuild,
  ) {}

  @Get()
  @ApiOperation({ summary: 'How far the read model has come, which events are parked, and how a rebuild goes' })
  @ApiOkResponse(PROJECTIONS_ANSWER)
  async list(): Promise<object> {
    return { items: [await this.status.describe()] };
  }

  @Post('rebuild')
  @HttpCode(202)
  @ApiOperation({ summary: 'Build the read model anew from the log, beside the one in use' })
  @ApiAcceptedResponse(STARTED_ANSWER)
  start(): object {
    this.refuseWhileOneRuns();
    void this.rebuild.run();
    return { status: 'started' };
  }

  @Post('parked/retry')
  @HttpCode(200)
  @ApiOperation({ summary: 'Try the parked events again: by a rebuild (202) where that may clear one' })
  @ApiOkResponse({ ...RETRY_ANSWER, description: 'Nothing is parked, or all of it still cannot be read' })
  @ApiAcceptedResponse({ ...RETRY_ANSWER, description: 'A rebuild tries them, each in its place' })
  async retry(@Res({ passthrough: true }) reply: FastifyReply): Promise<Retry> {
    this.refuseWhileOneRuns();
    const retry = await retryParked(this.store, this.readModel, this.rebuild);
    if (retry.status === 'rebuilding') void reply.code(202);
    return retry;
  }

  private refuseWhileOneRuns(): void {
    if (this.rebuild.isRunning)
      throw new Refusal('rebuild-running', 'A rebuild is running; GET /v1/admin/projections shows how far it is.');
  }
}
