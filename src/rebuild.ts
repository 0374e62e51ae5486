import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import { SingleBar } from 'cli-progress';
import { Command } from 'commander';
import { configOf } from './config.js';
import { openLog } from './copying/open-log.js';
import { Belonging } from './read-model/following/belonging.js';
import { ReadModel } from './read-model/read-model.js';
import { bodiesOf } from './read-model/tables/bodies.js';
import { Rebuild } from './read-model/rebuilding/rebuild.js';
import type { RebuildProgress } from './read-model/rebuilding/rebuild-progress.js';
import { prepareDataDir } from './service/data-dir.js';
import { ExtractingElsewhere } from './threads/extracting-elsewhere.js';

interface Options {
  readonly url?: string;
  readonly key?: string;
  readonly offline?: true;
}

/** What is shown of a rebuild, wherever it runs. */
type Shown = Omit<RebuildProgress, 'position' | 'head'>;

interface ProjectionsAnswer {
  readonly items: readonly { readonly rebuild: Shown | null }[];
}

const ASK_EVERY_MS = 250;
const A_LINE_EVERY_MS = 5_000;
/** While the log is away the service cannot tell how far it is. */
const LONGEST_SILENCE_MS = 60_000;
/** Nobody waits where the service is stopped. */
const OFFLINE_TURN_MS = 500;

const program = new Command('rebuild')
  .description('Builds the read model anew from the log, compares it with the one in use, and swaps. The service goes on answering.')
  .option('--url <url>', 'of the service that is to do it (default: as HOST and PORT say)')
  .option('--key <key>', 'an admin key (default: the first one in ADMIN_API_KEY)')
  .option('--offline', 'the service is stopped: do it here, in DATA_DIR, from the log that EVENT_STORE_URL names')
  .action(run);

async function run({ url, key, offline }: Options): Promise<void> {
  const config = configOf(process.env);
  if (offline) {
    await rebuildHere(config.dataDir, config.eventStoreUrl);
    return;
  }
  const host = config.host.includes(':') ? `[${config.host}]` : config.host;
  const service = new Service(url ?? `http://${host}:${String(config.port)}`, key ?? config.adminKeys?.[0]?.key);
  if (!(await service.startRebuild())) say('a rebuild runs already');
  await follow(() => service.progress());
}

async function rebuildHere(dataDir: string, eventStoreUrl: string | undefined): Promise<void> {
  const files = prepareDataDir(dataDir);
  const store = await openLog(eventStoreUrl ?? files.log, true);
  try {
    const log = eventStoreUrl === undefined ? files.log : undefined;
    const extracting =
      log === undefined ? undefined : new ExtractingElsewhere(new URL('./threads/extract-thread.js', import.meta.url), log);
    const readModel = new ReadModel(files.readModel, bodiesOf(files.readModel, log, true));
    const belonging = new Belonging(store, readModel, say);
    const rebuild = new Rebuild(store, readModel, { belonging, extracting, turnMs: OFFLINE_TURN_MS });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void rebuild.stop());
    void rebuild.run();
    await follow(async () => rebuild.progress ?? null);
    readModel.close();
  } finally {
    await store.close();
  }
}

/** A service that runs somewhere, with the key to ask it. */
class Service {
  private lastAnswerAt = performance.now();

  constructor(
    private readonly url: string,
    private readonly key: string | undefined,
  ) {
    if (key === undefined) throw new Error('an admin key is needed: --key, or ADMIN_API_KEY');
  }

  /** @returns false where one runs already */
  async startRebuild(): Promise<boolean> {
    const answer = await this.ask('POST', '/v1/admin/projections/rebuild');
    if (answer.status !== 202 && answer.status !== 409) throw await refusalOf(answer);
    return answer.status === 202;
  }

  /** undefined where it cannot tell just now; null where no rebuild is known. */
  async progress(): Promise<Shown | null | undefined> {
    const answer = await this.ask('GET', '/v1/admin/projections');
    if (answer.status === 503 && performance.now() - this.lastAnswerAt < LONGEST_SILENCE_MS) return undefined;
    if (answer.status !== 200) throw await refusalOf(answer);
    this.lastAnswerAt = performance.now();
    return ((await answer.json()) as ProjectionsAnswer).items[0]?.rebuild ?? null;
  }

  private async ask(method: 'GET' | 'POST', path: string): Promise<Response> {
    try {
      return await fetch(new URL(path, this.url), { method, headers: { authorization: `Bearer ${this.key ?? ''}` } });
    } catch (error) {
      const { cause, message } = error as Error;
      const why = cause instanceof Error && 'code' in cause ? String(cause.code) : message;
      throw new Error(`the service at ${this.url} cannot be reached (${why}); with the service stopped use --offline`, { cause: error });
    }
  }
}

async function refusalOf(answer: Response): Promise<Error> {
  const { detail } = (await answer.json().catch(() => ({}))) as { detail?: string };
  return new Error(`the service answers ${String(answer.status)}: ${detail ?? answer.statusText}`);
}

/** Shows how a rebuild goes until it has ended. @throws Error where it did not end well */
async function follow(ask: () => Promise<Shown | null | undefined>): Promise<void> {
  const display = process.stderr.isTTY ? new Bar() : new Lines();
  let now: Shown | null | undefined;
  try {
    for (;;) {
      now = await ask();
      if (now === null || (now !== undefined && now.state !== 'running')) break;
      if (now !== undefined) display.show(now);
      await pause(ASK_EVERY_MS);
    }
  } finally {
    display.end(now?.state === 'swapped');
  }
  if (now === null) throw new Error('the service was started again meanwhile: the rebuild is gone');
  if (now.state === 'failed') throw new Error(`the rebuild failed, the old file stays in use: ${now.error ?? ''}`);
  say(`swapped: ${outcomeOf(now)}`);
}

function outcomeOf({ same, cleared }: Shown): string {
  const rows =
    same === null
      ? 'there was nothing to compare the new file with'
      : `the new file holds ${same ? 'the same rows as' : 'other rows than'} the old one`;
  return cleared === null || cleared === 0 ? rows : `${rows}; parked events cleared: ${String(cleared)}`;
}

/** A bar, for a terminal. */
class Bar {
  private readonly bar = new SingleBar({
    format: '{phase} {bar} {percentage}% | {rate} events/s | {left} left',
    hideCursor: true,
  });

  constructor() {
    this.bar.start(100, 0, { phase: 'building ', rate: '…', left: '…' });
  }

  show({ phase, percent, eventsPerSecond, secondsLeft }: Shown): void {
    this.bar.update(percent, {
      phase: phase.padEnd(9),
      rate: eventsPerSecond ?? '…',
      left: secondsLeft === null ? '…' : `${String(secondsLeft)} s`,
    });
  }

  end(isComplete: boolean): void {
    if (isComplete) this.bar.update(100, { left: '0 s' });
    this.bar.stop();
  }
}

/** A line now and then, where no person looks on. */
class Lines {
  private lastAt: number | undefined;

  show({ phase, percent, eventsPerSecond, secondsLeft }: Shown): void {
    const now = performance.now();
    if (this.lastAt !== undefined && now - this.lastAt < A_LINE_EVERY_MS) return;
    this.lastAt = now;
    const figures = [`${String(percent)} per cent`];
    if (eventsPerSecond !== null) figures.push(`${String(eventsPerSecond)} events/s`);
    if (secondsLeft !== null) figures.push(`about ${String(secondsLeft)} s left`);
    say(`${phase}: ${figures.join(', ')}`);
  }

  end(): void {
    this.lastAt = undefined;
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

program.parseAsync().catch((error: unknown) => {
  process.stderr.write(`rebuild: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
