import { setTimeout as pause } from 'node:timers/promises';
import { Command } from 'commander';
import { openLog } from '../copying/open-log.js';
import { Belonging } from '../read-model/following/belonging.js';
import { ReadModel } from '../read-model/read-model.js';
import type { RebuildProgress } from '../read-model/rebuilding/rebuild-progress.js';
import { Rebuild } from '../read-model/rebuilding/rebuild.js';
import { bodiesOf } from '../read-model/tables/bodies.js';
import { ExtractingElsewhere } from '../threads/extracting-elsewhere.js';
import { Ending } from './exit-codes.js';
import { progressOnStderr } from './progress.js';
import { refusalOf, type ServiceClient } from './service-client.js';
import type { Surroundings } from './surroundings.js';
import { isServed, SERVICE_HELP, withService } from './with-service.js';

/** What is shown of a rebuild, wherever it runs. */
type Shown = Omit<RebuildProgress, 'position' | 'head'>;

interface ProjectionsAnswer {
  readonly items: readonly { readonly rebuild: Shown | null }[];
}

const PATH = '/v1/admin/projections';
const ASK_EVERY_MS = 250;
/** While the log is away the service cannot tell how far it is. */
const LONGEST_SILENCE_MS = 60_000;
/** Nobody waits where no service runs. */
const ALONE_TURN_MS = 500;

/** `rebuild`: has the read model built anew, and follows how it goes. */
export function rebuildCommand(around: Surroundings): Command {
  return new Command('rebuild')
    .description('Builds the read model anew from the log, compares it with the one in use, and swaps; reads and writes go on')
    .option('--url <url>', 'the service that is to do it (see below)')
    .addHelpText('after', SERVICE_HELP)
    .action(async ({ url }: { readonly url?: string }) => {
      const isElsewhere = url !== undefined || around.environment.TRACKER_URL !== undefined || isServed(around);
      const now = isElsewhere ? await rebuildThere(around, url) : await rebuildHere(around);
      if (now.state === 'failed') throw new Ending(`the rebuild failed, the old file stays in use: ${now.error ?? ''}`);
      around.say(`swapped: ${outcomeOf(now)}`);
    });
}

async function rebuildThere(around: Surroundings, url: string | undefined): Promise<Shown> {
  let now: Shown | undefined;
  await withService(around, url === undefined ? {} : { url }, async (service) => {
    const answer = await service.ask('POST', `${PATH}/rebuild`);
    if (answer.status !== 202 && answer.status !== 409) throw await refusalOf(answer);
    if (answer.status === 409) around.say('a rebuild runs already');
    now = await followed(asking(service));
  });
  if (now === undefined) throw new Ending('the rebuild was not followed to its end');
  return now;
}

/** How a service is asked for the progress: undefined where it cannot tell just now, null where it knows of no rebuild. */
function asking(service: ServiceClient): () => Promise<Shown | null | undefined> {
  let lastAnswerAt = performance.now();
  return async () => {
    const answer = await service.ask('GET', PATH);
    if (answer.status === 503 && performance.now() - lastAnswerAt < LONGEST_SILENCE_MS) return undefined;
    if (!answer.ok) throw await refusalOf(answer);
    lastAnswerAt = performance.now();
    return ((await answer.json()) as ProjectionsAnswer).items[0]?.rebuild ?? null;
  };
}

async function rebuildHere(around: Surroundings): Promise<Shown> {
  const { dataDir, eventStoreUrl } = around.settings();
  const files = around.files(dataDir);
  const store = await openLog(eventStoreUrl ?? files.log, true);
  try {
    const log = eventStoreUrl === undefined ? files.log : undefined;
    const extracting = log === undefined ? undefined : new ExtractingElsewhere(new URL('extract-thread.js', around.threads), log);
    const readModel = new ReadModel(files.readModel, bodiesOf(files.readModel, log, true));
    const belonging = new Belonging(store, readModel, (text) => {
      around.say(text);
    });
    const rebuild = new Rebuild(store, readModel, { belonging, extracting, turnMs: ALONE_TURN_MS });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void rebuild.stop());
    void rebuild.run();
    const now = await followed(async () => rebuild.progress ?? null);
    readModel.close();
    return now;
  } finally {
    await store.close();
  }
}

/** Shows how a rebuild goes until it has ended. @throws Ending where nobody knows of it any more */
async function followed(ask: () => Promise<Shown | null | undefined>): Promise<Shown> {
  const progress = progressOnStderr();
  let isSwapped = false;
  try {
    for (;;) {
      const now = await ask();
      if (now === null) throw new Ending('the service was started again meanwhile: the rebuild is gone');
      if (now !== undefined && now.state !== 'running') {
        isSwapped = now.state === 'swapped';
        return now;
      }
      if (now !== undefined) progress.show(now.phase.padEnd(9), now.percent, figuresOf(now));
      await pause(ASK_EVERY_MS);
    }
  } finally {
    progress.end(isSwapped);
  }
}

function figuresOf({ eventsPerSecond, secondsLeft }: Shown): string[] {
  return [
    ...(eventsPerSecond === null ? [] : [`${String(eventsPerSecond)} events/s`]),
    ...(secondsLeft === null ? [] : [`about ${String(secondsLeft)} s left`]),
  ];
}

function outcomeOf({ same, cleared }: Shown): string {
  const rows =
    same === null
      ? 'there was nothing to compare the new file with'
      : `the new file holds ${same ? 'the same rows as' : 'other rows than'} the old one`;
  return cleared === null || cleared === 0 ? rows : `${rows}; parked events cleared: ${String(cleared)}`;
}
