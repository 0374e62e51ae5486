import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config.js';
import { StoreUnavailable } from '../event-store/event-store.js';
import { setLimits } from '../http/limits.js';
import { ReadModelUnavailable } from '../ports/read-model-errors.js';
import { Seeder } from '../seeding/seeder.js';
import { cannotListen, requireFreeAddress } from './address.js';
import { buildApp } from './build-app.js';
import { CannotStart } from './cannot-start.js';
import { prepareFolder } from './data-dir.js';
import { requireReadableUrl } from './open-log.js';
import { inTime, openParts, type Parts } from './open-parts.js';
import { webhookRunner } from './open-webhooks.js';
import { scheduleBackups } from './scheduled-backups.js';
import type { RunningService } from './running-service.js';
import { ServiceLog } from './service-log.js';
import type { ServiceOptions } from './service-options.js';
import { watch } from './watch.js';

/** So long a delivery that is under way may hold up a stop. */
const LONGEST_DELIVERY_MS = 3_000;

/** Opens the log and the read model, builds the application, loads the seeds and listens. @throws CannotStart */
export async function startService(config: Config, options: ServiceOptions): Promise<RunningService> {
  setLimits(config.bounds);
  Logger.overrideLogger(await ServiceLog.open(config.logLevel, config.logFormat));
  requireReadableUrl(config.eventStoreUrl);
  await requireFreeAddress(config.port, config.host);
  if (config.backup) prepareFolder('BACKUP_DIR', config.backup.folder);
  const parts = await openParts(config, options);
  const stopping = new AbortController();
  const release = async (): Promise<void> => {
    stopping.abort();
    await parts.release();
  };
  try {
    const service = await serve(parts, config, options, stopping.signal, release);
    options.onStarted?.(service);
    tellStart(config, parts, service);
    return service;
  } catch (error) {
    await release();
    throw error instanceof StoreUnavailable || error instanceof ReadModelUnavailable ? new CannotStart(error.message) : error;
  }
}

/** Builds the application on what is open and has it listen. */
async function serve(
  parts: Parts,
  config: Config,
  { seedsFolder, seedNegotiation, tracker }: ServiceOptions,
  stopping: AbortSignal,
  release: () => Promise<void>,
): Promise<RunningService> {
  const { access, files, resources } = parts;
  const { clock, metrics, watchdog, liveStreams, openRequests } = resources;
  const app = await buildApp(resources, config, access);
  await parts.isOpen();
  watchdog.start();
  const seeded = config.loadSeeds ? await app.get(Seeder).load(seedsFolder, seedNegotiation, files.seeding) : 0;
  watch(parts, app, stopping);
  await listen(app, config);
  access.made?.keep();
  const runner = webhookRunner(app, config, clock, metrics);
  runner.start();
  const url = (await app.getUrl()).replace('[::1]', 'localhost');
  if (config.backup && tracker) void scheduleBackups(config.backup, config.dataDir, tracker, clock, stopping);
  const stop = async (): Promise<void> => {
    const begun = performance.now();
    tellStop('stopping');
    liveStreams.endAll();
    await Promise.all([inTime(openRequests.stop(), config.stopLimitMs), inTime(runner.stop(), LONGEST_DELIVERY_MS)]);
    await app.close();
    await release();
    tellStop('stopped', { ms: Math.round(performance.now() - begun) });
  };
  return { url, app, madeKey: access.made?.text, seeded, stop };
}

function tellStart({ eventStoreUrl }: Config, { resources: { program } }: Parts, { url, seeded }: RunningService): void {
  const { version, commit } = program;
  const store = eventStoreUrl === undefined ? 'embedded' : 'eventstoredb';
  new Logger('Service').log({ msg: 'started', url, version, commit, store, seeded });
}

function tellStop(msg: string, fields: object = {}): void {
  new Logger('Service').log({ msg, ...fields });
}

async function listen(app: NestFastifyApplication, { port, host }: Config): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    throw cannotListen(port, host, error);
  }
}
