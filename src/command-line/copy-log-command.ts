import { Command } from 'commander';
import { compareLogs } from '../copying/compare-logs.js';
import { copyLog, OtherLog } from '../copying/copy-log.js';
import { openLog } from '../copying/open-log.js';
import type { EventStore } from '../event-store/event-store.js';
import { Ending, EXIT } from './exit-codes.js';
import { progressOnStderr } from './progress.js';
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
      const source = await openLog(from, true);
      const target = await openLog(to);
      try {
        const total = await countEvents(source);
        const found = await copied(source, target, total);
        around.say(`${String(total)} events, ${String(found)} of them there before`);
        around.say(`both logs hold the same ${String(await proven(source, target, total))} events, in the same order`);
      } catch (error) {
        throw error instanceof OtherLog ? new Ending(error.message, EXIT.differs) : error;
      } finally {
        await Promise.all([source.close(), target.close()]);
      }
    });
}

/** @returns how many events were there before */
async function copied(source: EventStore, target: EventStore, total: number): Promise<number> {
  const shown = counting('copying  ', total);
  let found = 0;
  for await (const now of copyLog(source, target)) {
    shown(now.copied);
    ({ found } = now);
  }
  return found;
}

/** @returns how many events both hold @throws Ending where they differ */
async function proven(source: EventStore, target: EventStore, total: number): Promise<number> {
  const { same, difference } = await compareLogs(source, target, counting('comparing', total));
  if (difference !== undefined) throw new Ending(`the logs differ: ${difference}`, EXIT.differs);
  return same;
}

function counting(what: string, total: number): (count: number) => void {
  const progress = progressOnStderr();
  return (count) => {
    progress.show(what, total === 0 ? 100 : (100 * count) / total, [`${String(count)}/${String(total)} events`]);
    if (count === total) progress.end(true);
  };
}

async function countEvents(store: EventStore): Promise<number> {
  let count = 0;
  for await (const events of store.readAll()) count += events.length;
  return count;
}
