import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Readiness } from '../operations/health.controller.js';
import type { Parts } from './open-parts.js';
import { watchClock } from './watch-clock.js';
import { watchClockJumps } from './watch-clock-jumps.js';
import { watchLog } from './watch-log.js';
import { watchOperations } from './watch-operations.js';

/** Watches the log, the read model, the disk and the clocks until the signal, and tells what is new. */
export function watch({ store, guard, resources }: Parts, app: NestFastifyApplication, signal: AbortSignal): void {
  const { readModelWatch, disk, clock, metrics } = resources;
  const readiness = app.get(Readiness);
  void watchLog(store, readiness, signal);
  void watchOperations(readModelWatch, disk, signal);
  void watchClockJumps(clock, metrics, signal);
  void watchClock(guard, readiness, signal);
}
