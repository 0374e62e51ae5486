import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import type { Command } from 'commander';
import { Ending } from './exit-codes.js';
import type { Surroundings } from './surroundings.js';
import { type Asked, askingCommand, negotiationOf, SERVICE_HELP, withService } from './with-service.js';

const EXAMPLES = `
Examples:
  $ tracker export > ukraine-peace.ndjson
  $ tracker export -n ukraine-peace --recorded-by @274 -o at-274.ndjson`;

interface Options extends Asked {
  readonly recordedBy?: string;
  readonly recorded?: true;
  readonly output?: string;
}

interface Summary {
  readonly lines: number;
  readonly events: number;
  readonly position: string;
  readonly unreadableCount: number;
}

/** `export`: the lines of an import, into a file or on. */
export function exportCommand(around: Surroundings): Command {
  return askingCommand('export', 'The lines of an import that give the same answers in an empty log')
    .option('--recorded-by <when>', 'as recorded by a day, an instant or @POSITION (default: the head)')
    .option('--recorded', 'with when and by whom each line was recorded, for import --keep-recorded')
    .option('-o, --output <file>', 'into a file, which is there whole or not at all (default: on stdout)')
    .addHelpText('after', EXAMPLES + SERVICE_HELP)
    .action(async (options: Options) => {
      await withService(around, options, async (service) => {
        const path = `/v1/negotiations/${encodeURIComponent(await negotiationOf(service, options))}/export`;
        const lines = service.lines(path, { recordedBy: options.recordedBy, recorded: options.recorded && 'true' });
        const { output } = options;
        const { lines: count, events, position, unreadableCount } = await (output === undefined ? toStdout(lines) : toFile(lines, output));
        process.stderr.write(`${String(count)} lines of ${String(events)} events, up to @${position}\n`);
        if (unreadableCount > 0)
          throw new Ending(`${String(unreadableCount)} events could not be read, and are missing; the last line names them`);
      });
    });
}

async function toStdout(lines: AsyncIterable<string>): Promise<Summary> {
  let last = '';
  for await (const line of lines) {
    if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
    last = line;
  }
  return summaryIn(last);
}

async function toFile(lines: AsyncIterable<string>, path: string): Promise<Summary> {
  const unfinished = `${path}.unfinished`;
  let last = '';
  const written = async function* (): AsyncIterable<string> {
    for await (const line of lines) {
      last = line;
      yield `${line}\n`;
    }
  };
  try {
    await pipeline(written, createWriteStream(unfinished));
    const summary = summaryIn(last);
    await rename(unfinished, path);
    return summary;
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw error instanceof Ending
      ? error
      : new Ending(`${path} cannot be written to (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
  }
}

/** What the last line counts. @throws Ending where it is missing: then lines before it may be missing too */
function summaryIn(last: string): Summary {
  const summary = last.startsWith('{"summary"') ? (JSON.parse(last) as { summary: Summary }).summary : undefined;
  if (summary === undefined) throw new Ending('the export broke off: its last line is missing');
  return summary;
}
