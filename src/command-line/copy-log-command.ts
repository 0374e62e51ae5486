import { Command } from 'commander';
import { compareLogs } from '../copying/compare-logs.js';
import { copyLog, type CopyProgress, OtherLog } from '../copying/copy-log.js';
import { type LogToCopy, openLog, openLogToCopy } from '../copying/open-log.js';
import type { EventStore } from '../event-store/event-store.js';
import { Ending, EXIT } from './exit-codes.js';
import { type Progress, progressOnStderr } from './progress.js';
import type { Surroundings } from './surroundings.js';

const EXAMPLES = `
Examples:
  $ tracker copy-log --from data/log.sqlite --to 'esdb://127.0.0.1:2113?tls=false'
  $ tracker copy-log --from 'esdb://127.0.0.1:2113?tls=false' --to elsewhere/log.sqlite
Stop the service that writes the log first. It may be stopped and repeated at any time.`;

interface Options {
  readonly from: string;
  readonly to: string;
}

/** `copy-log`: copies a log into another store, and compares both. */
export function copyLogCommand(around: Surroundings): Command {
  return new Command('copy-log')
    .description('Copies a log into another store, and proves that both then hold the same')
    .requiredOption('--from <log>', 'the file of an embedded log, or an esdb:// or kurrentdb:// URL')
    .requiredOption('--to <log>', 'where to: likewise; it must be empty, or hold the beginning of the same log')
    .addHelpText('after', EXAMPLES)
    .action(async ({ from, to }: Options) => {
      const source = await openLogToCopy(from);
      try {
        const target = await openLog(to);
        try {
          const { copied, found } = await shown((progress) => copiedAll(source, target, progress));
          around.say(`${String(copied)} events, ${String(found)} of them there before`);
          around.say(
            `both logs hold the same ${String(await shown((progress) => proven(source, target, copied, progress)))} events, in the same order`,
          );
        } finally {
          await target.close();
        }
      } catch (error) {
        throw error instanceof OtherLog ? new Ending(error.message, EXIT.differs) : error;
      } finally {
        await source.close();
      }
    });
}

async function shown<T>(work: (progress: Progress) => Promise<T>): Promise<T> {
  const progress = progressOnStderr();
  try {
    return await work(progress);
  } finally {
    progress.end(false);
  }
}

/** How many there are is known behind the last. */
async function copiedAll(source: LogToCopy, target: EventStore, progress: Progress): Promise<CopyProgress> {
  let now: CopyProgress = { copied: 0, found: 0 };
  for await (now of copyLog(source, target)) progress.show('copying', undefined, [`${String(now.copied)} events`]);
  return now;
}

/** @returns how many events both hold @throws Ending where they differ */
async function proven(source: LogToCopy, target: LogToCopy, total: number, progress: Progress): Promise<number> {
  const { same, difference } = await compareLogs(source, target, (count) => {
    progress.show('comparing', total === 0 ? 100 : (100 * count) / total, [`${String(count)}/${String(total)} events`]);
  });
  if (difference !== undefined) throw new Ending(`the logs differ: ${difference}`, EXIT.differs);
  return same;
}
