import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { Command } from 'commander';
import { csvLines, CsvFault, type Mapping } from './csv-lines.js';
import { Ending, EXIT } from './exit-codes.js';
import { ImportProgress } from './import-progress.js';
import { progressOnStderr } from './progress.js';
import type { Surroundings } from './surroundings.js';
import { type Asked, askingCommand, negotiationOf, SERVICE_HELP, withService } from './with-service.js';

const EXAMPLES = `
A mapping is a line of an import with {column} where a cell is to stand; {column:number}, {column:boolean} and
{column:list} (parted by ;) are such values, and an empty cell leaves its field out:
  {"entry": "report", "id": "{id}", "type": "PositionStated", "occurred": "{day}", "source": {"id": "{article}"},
   "summary": "{what}", "data": {"party": "{party}", "proposition": "{on}", "modality": "{stance}"}}

Examples:
  $ tracker import reports.ndjson
  $ tracker import -n ukraine-peace --csv mapping.json table.csv
  $ zcat export.ndjson.gz | tracker import - --dry-run
It is safe to repeat: what is recorded already is unchanged. Rejected lines and warnings are told on stderr, and stop nothing else.`;

interface Options extends Asked {
  readonly csv?: string;
  readonly dryRun?: true;
  readonly keepRecorded?: true;
  readonly json?: true;
}

interface Outcome {
  readonly line: number;
  readonly id: string | null;
  readonly outcome: string;
  readonly warnings?: readonly { readonly code: string; readonly pointer: string; readonly detail: string }[];
  readonly problem?: {
    readonly code: string;
    readonly detail?: string;
    readonly errors?: readonly { readonly pointer?: string; readonly detail?: string }[];
  };
}

interface Summary {
  readonly created: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly warnings: number;
  readonly position: string;
  readonly projected: boolean;
}

/** `import`: lines from a file or stdin, or a table by a mapping. */
export function importCommand(around: Surroundings): Command {
  return askingCommand('import', 'Records the lines of a file, each once; or the rows of a table')
    .argument('[file]', 'lines of NDJSON, or with --csv a table; "-" is stdin', '-')
    .option('--csv <mapping>', 'the file is a table with a row of headings; how each row becomes a line')
    .option('--dry-run', 'decide, and record nothing')
    .option('--keep-recorded', 'into an empty log: lines keep the time and the poster that export --recorded tells')
    .option('--json', 'the outcome of each line and the summary as JSON, as the service answers')
    .addHelpText('after', EXAMPLES + SERVICE_HELP)
    .action(async (file: string, options: Options) => {
      await withService(
        around,
        options,
        async (service) => {
          const path = `/v1/admin/negotiations/${encodeURIComponent(await negotiationOf(service, options))}/import`;
          const progress = new ImportProgress(progressOnStderr(), await sizeOf(file));
          const body = linesIn(progress.counted(bytesOf(file)), options.csv);
          const query = { dryRun: options.dryRun && 'true', keepRecorded: options.keepRecorded && 'true' };
          let summary: Summary | undefined;
          try {
            for await (const line of service.exchange(path, query, body)) {
              summary = told(line, options, around) ?? summary;
              progress.lineIsDone();
            }
          } finally {
            progress.end();
            // What may still come is asked for by nobody, and would be waited for.
            if (file === '-') process.stdin.destroy();
          }
          end(summary, options, around);
        },
        true,
      );
    });
}

/** Tells of a line what a person must know. @returns the summary, which is the last one */
function told(line: string, { json }: Options, around: Surroundings): Summary | undefined {
  if (json) around.say(line);
  const answer = JSON.parse(line) as Outcome | { readonly summary: Summary; readonly problem?: { readonly detail?: string } };
  if ('summary' in answer) {
    if (answer.problem) process.stderr.write(`${answer.problem.detail ?? ''}\n`);
    return answer.problem ? undefined : answer.summary;
  }
  const { line: number, id, warnings = [], problem } = answer;
  if (json) return undefined;
  const where = `line ${String(number)}${id === null ? '' : ` (${id})`}`;
  for (const { code, pointer, detail } of warnings) process.stderr.write(`${where}: warning ${code}: ${pointer} ${detail}\n`);
  if (problem === undefined) return undefined;
  const faults = problem.errors?.map(({ pointer, detail }) => `${pointer ?? ''} ${detail ?? ''}`.trim()) ?? [];
  const why = faults.length > 0 ? faults.join('; ') : (problem.detail ?? '');
  process.stderr.write(`${where}: ${problem.code}: ${why}\n`);
  return undefined;
}

/** @throws Ending where not all lines were taken */
function end(summary: Summary | undefined, { json, dryRun }: Options, around: Surroundings): void {
  if (summary === undefined) throw new Ending('the import broke off; repeat it: what is recorded already stays as it is');
  const { created, changed, unchanged, rejected, warnings, position, projected } = summary;
  const told = { created, changed, unchanged, rejected, ...(warnings > 0 && { warnings }) };
  const counts = Object.entries(told).map(([what, count]) => `${what} ${String(count)}`);
  const where = dryRun ? 'nothing is recorded' : `up to @${position}${projected ? '' : ', shown in a moment'}`;
  if (!json) around.say(`${counts.join(', ')}; ${where}`);
  if (rejected > 0) throw new Ending(`${String(rejected)} lines were rejected`, EXIT.refused);
}

async function sizeOf(file: string): Promise<number | undefined> {
  if (file === '-') return undefined;
  const { size } = await stat(file).catch((error: unknown) => {
    throw notReadable(file, error);
  });
  return size;
}

async function* bytesOf(file: string): AsyncIterable<Uint8Array> {
  try {
    yield* (file === '-' ? process.stdin : createReadStream(file)) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw notReadable(file, error);
  }
}

async function* linesIn(bytes: AsyncIterable<Uint8Array>, mapping: string | undefined): AsyncIterable<Uint8Array> {
  try {
    if (mapping === undefined) yield* bytes;
    else for await (const line of csvLines(bytes, await mappingIn(mapping))) yield Buffer.from(line);
  } catch (error) {
    throw error instanceof CsvFault ? new Ending(error.message, EXIT.refused) : error;
  }
}

async function mappingIn(path: string): Promise<Mapping> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw notReadable(path, error);
  });
  try {
    return JSON.parse(text) as Mapping;
  } catch (error) {
    throw new Ending(`the mapping ${path} is no JSON: ${(error as Error).message}`, EXIT.misused);
  }
}

function notReadable(path: string, error: unknown): Ending {
  return new Ending(`${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown error'})`);
}
