import { Module } from '@nestjs/common';
import { HealthController, Readiness } from './health.controller.js';
import { KeysController } from './keys/keys.controller.js';
import { ProjectionsController, ProjectionStatus } from './projections.controller.js';

/** What an operator asks: health, readiness, keys, and the state of the projections. */
@Module({
  controllers: [HealthController, ProjectionsController, KeysController],
  providers: [Readiness, ProjectionStatus],
  exports: [Readiness],
})
export class OperationsModule {}
