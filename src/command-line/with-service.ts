import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { Command } from 'commander';
import { FileInUse, FileLock } from '../event-store/file-lock.js';
import { Ending, EXIT } from './exit-codes.js';
import { ServiceClient } from './service-client.js';
import type { Surroundings } from './surroundings.js';

export const SERVICE_HELP = `

Which service is asked:
  --url, or TRACKER_URL, names one. Without it: the one that has DATA_DIR open, at HOST and PORT. Where none
  has, the data folder is opened by this command itself, for as long as it lasts.
  The key is TRACKER_KEY, or the first one of ADMIN_API_KEY.`;

/** Which service is asked, and of which negotiation. */
export interface Asked {
  readonly url?: string;
  readonly negotiation?: string;
}

/** A command that asks a service, with the options that all of them have. */
export function askingCommand(name: string, description: string): Command {
  return new Command(name)
    .description(description)
    .option('--url <url>', 'the service to ask (see below)')
    .option('-n, --negotiation <id>', 'of which (default: the only one there is)');
}

/**
 * Has a command ask the service that is meant, or one of its own.
 * @param mayBegin whether a folder without a log is a beginning
 * @throws Ending
 */
export async function withService(
  around: Surroundings,
  { url }: Asked,
  use: (service: ServiceClient) => Promise<void>,
  mayBegin = false,
): Promise<void> {
  const settings = around.settings();
  const { TRACKER_URL, TRACKER_KEY } = around.environment;
  const key = TRACKER_KEY ?? settings.adminKeys?.[0]?.key;
  const named = url ?? TRACKER_URL;
  if (named !== undefined) {
    await use(new ServiceClient(checkedUrl(named), key));
  } else if (isServed(around)) {
    const host = settings.host.includes(':') ? `[${settings.host}]` : settings.host;
    await use(new ServiceClient(`http://${host}:${String(settings.port)}`, key));
  } else {
    requireLog(around, mayBegin);
    await withOwn(around, use);
  }
}

/** Whether a service, or another command, has the data folder. */
export function isServed(around: Surroundings): boolean {
  const { log, readModel } = around.files(around.settings().dataDir);
  return [log, readModel].some((path) => existsSync(path) && isInUse(path));
}

/** The negotiation that is meant. @throws Ending where there are several and none is named */
export async function negotiationOf(service: ServiceClient, { negotiation }: Asked): Promise<string> {
  if (negotiation !== undefined) return negotiation;
  const ids: string[] = [];
  for await (const { id } of service.items<{ readonly id: string }>('/v1/negotiations', {})) ids.push(id);
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return only;
  throw new Ending(
    ids.length === 0 ? 'there is no negotiation yet: name one with -n' : `which negotiation? -n with one of ${ids.join(', ')}`,
    EXIT.misused,
  );
}

function checkedUrl(text: string): string {
  // It is not repeated.
  if (/^https?:\/\/[^/?#]*@/.test(text))
    throw new Ending('the URL of a service holds no user and no password: its key is TRACKER_KEY', EXIT.misused);
  if (/^https?:\/\/[^/\s]+/.test(text) && URL.canParse(text)) return text;
  throw new Ending(`"${text}" is no http:// or https:// URL`, EXIT.misused);
}

function isInUse(path: string): boolean {
  try {
    FileLock.take(path).release();
    return false;
  } catch (error) {
    if (error instanceof FileInUse) return true;
    throw error;
  }
}

function requireLog(around: Surroundings, mayBegin: boolean): void {
  const { dataDir, eventStoreUrl } = around.settings();
  const { log } = around.files(dataDir);
  if (mayBegin || eventStoreUrl !== undefined || existsSync(log)) return;
  throw new Ending(`${log} is not there: DATA_DIR holds no log, and no service is named by --url`);
}

async function withOwn(around: Surroundings, use: (service: ServiceClient) => Promise<void>): Promise<void> {
  const key = randomBytes(24).toString('base64url');
  const own = await around.startOwn(key);
  const stopped = new AbortController();
  const stop = (signal: NodeJS.Signals): void => {
    stopped.abort(new Ending(`stopped by ${signal}`));
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  try {
    const isStopped = new Promise<never>((_, reject) => {
      stopped.signal.addEventListener('abort', () => {
        reject(stopped.signal.reason as Ending);
      });
    });
    await Promise.race([use(new ServiceClient(own.url, key)), isStopped]);
  } finally {
    await own.stop();
  }
}
