import { Controller, Get, HttpCode, Injectable, Post } from '@nestjs/common';
import { ApiBearerAuth, ApiOperation, ApiTags } from '@nestjs/swagger';
import { EventStore } from '../event-store/event-store.token.js';
import { parkedEvents } from '../read-model/parked-reader.js';
import { ReadModel } from '../read-model/read-model.js';
import { Rebuild } from '../read-model/rebuild.js';
import { READ_MODEL_VERSION } from '../read-model/schema.js';
import { Refusal } from '../vocabulary/refusal.js';

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
    const position = this.readModel.applied;
    const progress = this.rebuild.progress;
    return {
      name: 'read-model',
      version: READ_MODEL_VERSION,
      position: String(position),
      head: String(head),
      lag: String(head > position ? head - position : 0n),
      parked: parkedEvents(this.readModel.rows),
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
    private readonly rebuild: Rebuild,
  ) {}

  @Get()
  @ApiOperation({ summary: 'How far the read model has come, and which events are parked' })
  async list(): Promise<object> {
    return { items: [await this.status.describe()] };
  }

  @Post('rebuild')
  @HttpCode(202)
  @ApiOperation({ summary: 'Build the read model anew from the log, beside the one in use' })
  start(): object {
    if (this.rebuild.isRunning)
      throw new Refusal('rebuild-running', 'A rebuild is running; GET /v1/admin/projections shows how far it is.');
    void this.rebuild.run();
    return { status: 'started' };
  }
}
