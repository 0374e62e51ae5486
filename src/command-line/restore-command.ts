import { Command } from 'commander';
import { NotEmpty, restoreBackup, verifyBackup } from '../safekeeping/use-backup.js';
import { Ending, EXIT } from './exit-codes.js';
import type { Surroundings } from './surroundings.js';

const EXAMPLES = `
Examples:
  $ DATA_DIR=/var/lib/tracker tracker restore /backups/tracker-2026-11-26T03-00-00.000Z
The folder must be empty, or not there: nothing is ever overwritten. What queries read is built anew at the next start.`;

/** `restore`: a backup into an empty data folder. */
export function restoreCommand(around: Surroundings): Command {
  return new Command('restore')
    .description('Verifies a backup, and puts it into DATA_DIR, which must be empty')
    .argument('<backup>', 'the folder that tracker backup has made')
    .addHelpText('after', EXAMPLES)
    .action(async (backup: string) => {
      const { dataDir } = around.settings();
      const { findings, findingCount, events, position } = await verifyBackup(backup);
      if (findingCount > 0)
        throw new Ending(`${backup} is not as it was made: ${findings[0]?.detail ?? ''}; nothing is restored`, EXIT.differs);
      try {
        restoreBackup(backup, dataDir);
      } catch (error) {
        if (error instanceof NotEmpty) throw new Ending(error.message, EXIT.refused);
        throw new Ending(`${dataDir} cannot be written to: ${(error as Error).message}; nothing is restored`, EXIT.failed, {
          cause: error,
        });
      }
      around.say(`${dataDir}: ${String(events)} events up to @${String(position)}`);
    });
}
