import 'reflect-metadata';
import { KeyFile } from './access/key-file.js';
import { KeyUse } from './access/key-use.js';
import { Keys } from './access/keys.js';
import { takeOverAdminKey } from './access/made-at-start.js';
import type { OwnService, Surroundings } from './command-line/surroundings.js';
import { runTracker } from './command-line/tracker-program.js';
import { configOf } from './config.js';
import { SystemClock } from './ports/clock.js';
import { prepareDataDir } from './service/data-dir.js';

const around: Surroundings = {
  environment: process.env,
  settings: () => configOf(process.env),
  files: prepareDataDir,
  openKeys,
  serve: async () => {
    await import('./main.js');
  },
  startOwn,
  threads: new URL('./threads/', import.meta.url),
  say: (text) => process.stdout.write(`${text}\n`),
};

/** The keys of the folder that `DATA_DIR` names, as the service has them. */
function openKeys(): Keys {
  const { dataDir, adminKeys = [] } = configOf(process.env);
  const files = prepareDataDir(dataDir);
  const file = new KeyFile(files.keys);
  const clock = new SystemClock();
  takeOverAdminKey(files.adminKey, file, new Date(clock.now()).toISOString());
  return new Keys(file, adminKeys, new KeyUse(files.keyUse), clock);
}

/** A service with all its rooms, which nobody else can reach: what it records bears the name `command-line`. */
async function startOwn(key: string): Promise<OwnService> {
  const [{ startService }, { PLACES }] = await Promise.all([import('./service/service.js'), import('./service/places.js')]);
  const config = configOf({
    ...process.env,
    PORT: '0',
    HOST: '127.0.0.1',
    ADMIN_API_KEY: `command-line=${key}`,
    OIDC_ISSUER: '',
    OIDC_AUDIENCE: '',
    LOAD_SEEDS: 'false',
    BACKUP_DIR: '',
    LOG_LEVEL: 'silent',
  });
  return startService(config, PLACES);
}

// Whoever reads what is said may stop reading, as `head` does.
process.stdout.on('error', ({ code = 'unknown error' }: NodeJS.ErrnoException) => {
  if (code !== 'EPIPE') process.stderr.write(`tracker: standard output cannot be written to (${code})\n`);
  process.exit(code === 'EPIPE' ? 0 : 1);
});
// Where nobody can be told what goes wrong, the exit code still tells it.
process.stderr.on('error', () => undefined);
process.exitCode = await runTracker(around, process.argv.slice(2));
