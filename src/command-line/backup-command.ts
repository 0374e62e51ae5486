import { existsSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { keepNewest, makeBackup } from '../safekeeping/make-backup.js';
import { Ending, EXIT } from './exit-codes.js';
import { progressOnStderr } from './progress.js';
import type { Surroundings } from './surroundings.js';

const EXAMPLES = `
Examples:
  $ tracker backup /backups
  $ tracker backup /backups --keep 14
The log may be written meanwhile. The backup is a folder, tracker-INSTANT, with the log, the keys (as hashes) and a manifest; it is verified
once it is made, and there only once it is whole. A log in EventStoreDB is backed up by the means of its server, or by tracker copy-log.`;

const MOST_KEPT = 10_000;

interface Options {
  readonly keep?: number;
  readonly json?: true;
}

/** `backup`: the embedded log, whole, while it is written. */
export function backupCommand(around: Surroundings): Command {
  return new Command('backup')
    .description('Backs up the log of DATA_DIR and its keys, whether the service runs or not')
    .argument('<folder>', 'where the backups are kept; it is made where there is none')
    .option('--keep <count>', 'take all but the newest so many away', count)
    .option('--json', 'the manifest as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (folder: string, { keep, json }: Options) => {
      const { path, manifest, verified } = await made(around, folder);
      const isAsWritten = verified.findingCount === 0;
      // Else the older ones may be the last that are.
      const gone = keep === undefined || !isAsWritten ? [] : keepNewest(folder, keep);
      const { events, position, sha256 } = manifest;
      if (json) around.say(JSON.stringify({ path, ...manifest }, null, 2));
      else around.say(`${path}: ${String(events)} events up to @${position}, root sha256:${sha256}`);
      if (gone.length > 0) process.stderr.write(`taken away: ${gone.join(', ')}\n`);
      if (isAsWritten) return;
      const kept = keep === undefined ? '' : ', and no older backup is taken away';
      throw new Ending(`the log is backed up as it is, but not as it was written${kept}: see tracker verify ${path}`, EXIT.differs);
    });
}

async function made(around: Surroundings, folder: string): ReturnType<typeof makeBackup> {
  const { dataDir, eventStoreUrl } = around.settings();
  if (eventStoreUrl !== undefined) throw new Ending('EVENT_STORE_URL is set: a log in EventStoreDB is backed up there', EXIT.misused);
  const { log, keys } = around.files(dataDir);
  if (!existsSync(log)) throw new Ending(`${log} is not there: DATA_DIR holds no log`);
  const progress = progressOnStderr();
  try {
    return await makeBackup({ log, others: [keys] }, folder, new Date(), (percent) => {
      if (percent < 100) progress.show('backing up', percent, []);
    });
  } finally {
    progress.end(true);
  }
}

function count(text: string): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= 1 && number <= MOST_KEPT) return number;
  throw new InvalidArgumentError(`a number from 1 to ${String(MOST_KEPT)} is asked for`);
}
