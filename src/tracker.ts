import 'reflect-metadata';
import { Command } from 'commander';
import { KeyFile } from './access/key-file.js';
import { KeyUse } from './access/key-use.js';
import { Keys } from './access/keys.js';
import { takeOverAdminKey } from './access/made-at-start.js';
import { keysCommand } from './command-line/keys-command.js';
import { configOf } from './config.js';
import { SystemClock } from './ports/clock.js';
import { prepareDataDir } from './service/data-dir.js';

const program = new Command('tracker').description(
  'Keeps the negotiation tracker. The settings are those of the service, from the environment.',
);
program.addCommand(keysCommand(openKeys, say));

/** The keys of the folder that `DATA_DIR` names, as the service has them. */
function openKeys(): Keys {
  const { dataDir, adminKeys = [] } = configOf(process.env);
  const files = prepareDataDir(dataDir);
  const file = new KeyFile(files.keys);
  const clock = new SystemClock();
  takeOverAdminKey(files.adminKey, file, new Date(clock.now()).toISOString());
  return new Keys(file, adminKeys, new KeyUse(files.keyUse), clock);
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`tracker: ${error instanceof Error ? toldOf(error) : String(error)}\n`);
  process.exitCode = 1;
});

/** A refusal says more than its message. */
function toldOf(error: Error): string {
  return 'detail' in error && typeof error.detail === 'string' ? error.detail : error.message;
}
