import { setTimeout as pause } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '../config.js';
import { StoreUnavailable } from '../event-store/event-store.js';
import type { Limits } from '../event-store/eventstoredb/limits.js';
import { ClockGuard } from '../event-store/clock-guard.js';
import { ObservedEventStore } from '../event-store/observed-event-store.js';
import { GuardedEventStore } from '../event-store/guarded-event-store.js';
import { setLimits } from '../http/limits.js';
import type { Patience } from '../http/patience.js';
import { type Clock, SystemClock } from '../ports/clock.js';
import { NoSpans } from '../ports/spans.js';
import { OpenRequests } from '../http/open-requests.js';
import { LiveStreams } from '../http/live-streams.js';
import { DiskRoom } from '../operations/disk/disk-room.js';
import { Metrics } from '../operations/metrics/metrics.js';
import type { Program } from '../ports/program.js';
import { ReadModelWatch } from '../operations/read-model-watch.js';
import { Readiness } from '../operations/health.controller.js';
import { Watchdog } from '../read-model/following/watchdog.js';
import { ReadModelUnavailable } from '../ports/read-model-errors.js';
import { Seeder } from '../seeding/seeder.js';
import { cannotListen, requireFreeAddress } from './address.js';
import { buildApp } from './build-app.js';
import { CannotStart } from './cannot-start.js';
import { prepareDataDir, prepareFolder } from './data-dir.js';
import { scheduleBackups } from './scheduled-backups.js';
import { openAccess } from './open-access.js';
import { openReadingSide, openStore, requireReadableUrl } from './open-log.js';
import { ServiceLog } from './service-log.js';
import { appendSpans } from './tracing/append-spans.js';
import { openTracing } from './tracing/open-tracing.js';
import { thisProgram } from './this-program.js';
import { webhookRunner, webhookStore } from './open-webhooks.js';
import { watchOperations } from './watch-operations.js';
import { watchClockJumps } from './watch-clock-jumps.js';
import { watchClock } from './watch-clock.js';
import { watchLog } from './watch-log.js';

/** A log that is silent must not hold up a stop: a report whose answer is lost is sent again by its sender. */
const LONGEST_CLOSE_MS = 3_000;
const LONGEST_WAIT_FOR_READERS_MS = 1_000;
/** The look-up takes a millisecond where nobody else asks. */
const DOUBTS_MS = 200;

export interface ServiceOptions {
  readonly seedsFolder: string;
  readonly seedNegotiation: string;
  readonly clock?: Clock;
  /** How long EventStoreDB is waited for, where it is not as usual. */
  readonly storeLimits?: Partial<Limits>;
  /** The folder of the programs of threads that follow the log and answer queries; left out: all is done in this thread. */
  readonly threads?: URL;
  /** The program that backs up; left out: none does. */
  readonly tracker?: URL;
  /** Called once it listens, before its log says so: what a person sees comes first. */
  readonly onStarted?: (service: RunningService) => void;
  /** How long clients are waited for, where it is not as usual. */
  readonly patience?: Partial<Patience>;
}

/** The service as it runs. */
export interface RunningService {
  readonly url: string;
  readonly app: NestFastifyApplication;
  /** The admin key that was made at this start, shown this once. */
  readonly madeKey: string | undefined;
  /** How many entries the seeds brought. */
  readonly seeded: number;
  /** Ends what is under way and lets go of everything. */
  stop(): Promise<void>;
}

/** Opens the log and the read model, builds the application, loads the seeds and listens. @throws CannotStart */
export async function startService(config: Config, options: ServiceOptions): Promise<RunningService> {
  setLimits(config.bounds);
  const log = await ServiceLog.open(config.logLevel, config.logFormat);
  Logger.overrideLogger(log);
  const program = thisProgram(config.commit);
  const metrics = new Metrics(program);
  const tracing = await openTracing(config.tracing, program.version);
  const spans = tracing ?? new NoSpans();
  requireReadableUrl(config.eventStoreUrl);
  await requireFreeAddress(config.port, config.host);
  if (config.backup) prepareFolder('BACKUP_DIR', config.backup.folder);
  const files = prepareDataDir(config.dataDir);
  const clock = options.clock ?? new SystemClock();
  const access = openAccess(config, files, clock);
  const { keys, made } = access;
  const store = await openStore(config, files, clock, options.storeLimits);
  const webhookLog = webhookStore(store, config, files.webhooks, clock);
  const { bodySeconds, importSilenceSeconds } = config.bounds;
  const patience = {
    bodyMs: 1_000 * bodySeconds,
    silenceMs: 1_000 * importSilenceSeconds,
    doubtsMs: DOUBTS_MS,
    questionMs: config.longestReadMs,
    ...options.patience,
  };
  const logger = new Logger('ReadModel');
  const reading = await openReadingSide(store, config, files, options, logger, { metrics, spans });
  const { keeper, answering } = reading;
  const watchdog = new Watchdog(store, keeper, {
    now: () => clock.now(),
    onStuck: () => {
      logger.warn('the subscription to the log brings nothing any more; subscribing again');
      keeper.resubscribe();
    },
    onAhead: () => {
      keeper.resubscribe();
    },
    onFault: (fault) => {
      const told = new Logger('EventStore');
      if (fault === undefined) told.log('the log answers again');
      else told.error(fault);
    },
  });
  const stopping = new AbortController();
  const release = async (): Promise<void> => {
    watchdog.stop();
    stopping.abort();
    keys.close();
    // Who closes the log last writes its journal into it: its owner, unless a reader waits for a log that is away.
    const released = reading.release();
    await inTime(released, LONGEST_WAIT_FOR_READERS_MS);
    await inTime(Promise.all([store.close(), webhookLog.close(), released, tracing?.stop()]), LONGEST_CLOSE_MS);
  };
  try {
    const guard = new ClockGuard(store, { now: () => clock.now(), elapsed: () => performance.now(), limitMs: config.clockLimitMs });
    const disk = new DiskRoom(config.dataDir);
    const webhooks = new ObservedEventStore(webhookLog, [disk]);
    const resources = {
      store: new ObservedEventStore(new GuardedEventStore(store, guard), [metrics, disk, appendSpans(spans)]),
      keeper,
      answering,
      watchdog,
      clock,
      temporaryFolder: { path: config.dataDir },
      patience,
      keys,
      program,
      metrics,
      readModelWatch: new ReadModelWatch(keeper, watchdog),
      disk,
      liveStreams: new LiveStreams(config.limits.streams),
      openRequests: new OpenRequests(),
      spans,
      webhooks,
      webhookTargets: { mayBeAny: config.webhookTargets === 'any' },
    };
    const app = await buildApp(resources, config, access);
    await reading.isOpen();
    watchdog.start();
    const seeded = config.loadSeeds ? await app.get(Seeder).load(options.seedsFolder, options.seedNegotiation, files.seeding) : 0;
    void watchLog(store, app.get(Readiness), stopping.signal);
    void watchOperations(resources.readModelWatch, resources.disk, stopping.signal);
    void watchClockJumps(clock, metrics, stopping.signal);
    void watchClock(guard, app.get(Readiness), stopping.signal);
    await listen(app, config);
    made?.keep();
    const runner = webhookRunner(app, config, clock, metrics);
    runner.start();
    const url = (await app.getUrl()).replace('[::1]', 'localhost');
    const { backup } = config;
    if (backup && options.tracker) void scheduleBackups(backup, config.dataDir, options.tracker, clock, stopping.signal);
    const stop = async (): Promise<void> => {
      const begun = performance.now();
      tellStop('stopping');
      resources.liveStreams.endAll();
      await Promise.all([inTime(resources.openRequests.stop(), config.stopLimitMs), inTime(runner.stop(), LONGEST_CLOSE_MS)]);
      await app.close();
      await release();
      tellStop('stopped', { ms: Math.round(performance.now() - begun) });
    };
    const service = { url, app, madeKey: made?.text, seeded, stop };
    options.onStarted?.(service);
    tellStart(config, program, url, seeded);
    return service;
  } catch (error) {
    await release();
    throw error instanceof StoreUnavailable || error instanceof ReadModelUnavailable ? new CannotStart(error.message) : error;
  }
}

function tellStart({ eventStoreUrl }: Config, { version, commit }: Program, url: string, seeded: number): void {
  const store = eventStoreUrl === undefined ? 'embedded' : 'eventstoredb';
  new Logger('Service').log({ msg: 'started', url, version, commit, store, seeded });
}

function tellStop(msg: string, fields: object = {}): void {
  new Logger('Service').log({ msg, ...fields });
}

/** Waits for what is under way, but not for longer than a stop may last. */
async function inTime(ending: Promise<unknown>, limit: number): Promise<void> {
  await Promise.race([ending, pause(limit, undefined, { ref: false })]);
}

async function listen(app: NestFastifyApplication, { port, host }: Config): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    throw cannotListen(port, host, error);
  }
}
