import { Module } from '@nestjs/common';
import { HealthController, Readiness } from './health.controller.js';
import { ProjectionsController, ProjectionStatus } from './projections.controller.js';

/** What an operator asks: health, readiness, and the state of the projections. */
@Module({
  controllers: [HealthController, ProjectionsController],
  providers: [Readiness, ProjectionStatus],
  exports: [Readiness],
})
export class OperationsModule {}
