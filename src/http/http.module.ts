import { Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { HealthController, Readiness } from './health.controller.js';
import { NoStrayQuery } from './no-stray-query.guard.js';
import { ProjectionsController, ProjectionStatus } from './projections.controller.js';

/** The edge: what every slice on both sides uses, health and the state of the projections. */
@Module({
  controllers: [HealthController, ProjectionsController],
  providers: [Readiness, ProjectionStatus, { provide: APP_GUARD, useClass: NoStrayQuery }],
  exports: [Readiness],
})
export class HttpModule {}
