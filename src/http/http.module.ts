import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { HealthController, Readiness } from './health.controller.js';
import { NoStrayQuery } from './no-stray-query.guard.js';
import { ProjectionsController, ProjectionStatus } from './projections.controller.js';
import { ReadSide } from './read-side.js';

/** The edge: what every slice on both sides uses, health and the state of the projections. */
@Module({
  controllers: [HealthController, ProjectionsController],
  providers: [Readiness, ProjectionStatus, ReadSide, { provide: APP_GUARD, useClass: NoStrayQuery }],
  exports: [Readiness, ReadSide],
})
export class HttpModule {}
