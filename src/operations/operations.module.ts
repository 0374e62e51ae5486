import { Module } from '@nestjs/common';
import { HealthController, Readiness } from './health.controller.js';
import { HowItStands } from './metrics/how-it-stands.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { KeysController } from './keys/keys.controller.js';
import { VersionController } from './version.controller.js';
import { ProjectionsController, ProjectionStatus } from './projections.controller.js';

/** What an operator asks: health, readiness, metrics, keys, and the state of the projections. */
@Module({
  controllers: [HealthController, ProjectionsController, KeysController, MetricsController, VersionController],
  providers: [Readiness, ProjectionStatus, HowItStands],
  exports: [Readiness],
})
export class OperationsModule {}
