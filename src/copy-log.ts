import 'reflect-metadata';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { compareLogs } from './copying/compare-logs.js';
import { copyLog } from './copying/copy-log.js';
import { openLog } from './copying/open-log.js';
import type { EventStore } from './event-store/event-store.js';

interface Options {
  readonly from: string;
  readonly to: string;
}

const program = new Command('copy-log')
  .description('Copies a log into another store, and proves that both then hold the same. Safe to stop and to repeat.')
  .requiredOption('--from <log>', 'the file of an embedded log (data/log.sqlite), or an esdb:// or kurrentdb:// URL')
  .requiredOption('--to <log>', 'where to: likewise; it must be empty, or hold the beginning of the same log')
  .action(run);

async function run({ from, to }: Options): Promise<void> {
  const source = await openLog(from, true);
  const target = await openLog(to);
  try {
    const total = await countEvents(source);
    await copy(source, target, total);
    await prove(source, target, total);
  } finally {
    await Promise.all([source.close(), target.close()]);
  }
}

async function copy(source: EventStore, target: EventStore, total: number): Promise<void> {
  const bar = progressBar('copying  ');
  bar.start(total, 0);
  let found = 0;
  try {
    for await (const progress of copyLog(source, target)) {
      bar.update(progress.copied);
      ({ found } = progress);
    }
  } finally {
    bar.stop();
  }
  say(`${String(total)} events, ${String(found)} of them there before`);
}

async function prove(source: EventStore, target: EventStore, total: number): Promise<void> {
  const bar = progressBar('comparing');
  bar.start(total, 0);
  const { same, difference } = await compareLogs(source, target, (count) => {
    bar.update(count);
  }).finally(() => {
    bar.stop();
  });
  if (difference !== undefined) throw new Error(`the logs differ: ${difference}`);
  say(`both logs hold the same ${String(same)} events, in the same order`);
}

async function countEvents(store: EventStore): Promise<number> {
  let count = 0;
  for await (const events of store.readAll()) count += events.length;
  return count;
}

function progressBar(what: string): SingleBar {
  return new SingleBar({ format: `${what} {bar} {percentage}% | {value}/{total} events | {eta_formatted} left`, hideCursor: true });
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`copy-log: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
