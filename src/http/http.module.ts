import { Module } from '@nestjs/common';
import { HealthController, Readiness } from './health.controller.js';
import { ProjectionsController, ProjectionStatus } from './projections.controller.js';
import { ReadSide } from './read-side.js';

/** The edge: what every slice on both sides uses, health and the state of the projections. */
@Module({
  controllers: [HealthController, ProjectionsController],
  providers: [Readiness, ProjectionStatus, ReadSide],
  exports: [Readiness, ReadSide],
})
export class HttpModule {}
