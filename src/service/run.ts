import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { BadSetting } from '../bad-setting.js';
import { configOf } from '../config.js';
import { asWritten } from './as-written.js';
import { CannotStart } from './cannot-start.js';
import { PLACES } from './places.js';
import type { RunningService } from './running-service.js';
import { startService } from './service.js';
import { welcome } from './welcome.js';

/** What a start has still under way when it is to stop: nobody was told yet that anything is recorded. */
const LONGEST_END_MS = 3_000;

/** Starts the service, and ends the process when it is to stop or cannot start. @param stopped settles when it is to stop */
export async function run(stopped: Promise<'stopped'>): Promise<void> {
  outliveReaders();
  try {
    const config = configOf(process.env);
    let isStopped = false;
    void stopped.then(() => (isStopped = true));
    const onStarted = (service: RunningService): void => {
      if (!isStopped) process.stdout.write(`${welcome(config, service)}\n`);
    };
    const starting = startService(config, { ...PLACES, onStarted });
    const service = await Promise.race([starting, stopped]);
    if (service === 'stopped') {
      await Promise.race([starting.then(stop, () => undefined), pause(LONGEST_END_MS)]);
    } else {
      await stopped;
      await stop(service);
    }
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${told(error)}\n`);
    process.exit(1);
  }
}

/** Who reads what is printed may go away: that is no reason to stop. */
function outliveReaders(): void {
  for (const output of [process.stdout, process.stderr]) {
    output.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}

async function stop(service: RunningService): Promise<void> {
  await service.stop();
}

function told(error: unknown): string {
  if (error instanceof BadSetting || error instanceof CannotStart) return `Cannot start: ${error.message}`;
  return error instanceof Error ? asWritten(error.stack ?? error.message) : String(error);
}
