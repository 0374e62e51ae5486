import type { Command } from 'commander';
import type { Surroundings } from './surroundings.js';
import { causeInShort, cellsOf, type Change, type Way, wayQuery, withWay } from './way-options.js';
import { type Asked, askingCommand, negotiationOf, SERVICE_HELP, withService } from './with-service.js';

const EXAMPLES = `
Examples:
  $ tracker replay --issue territory
  $ tracker replay --axis recorded --from @200 --json | jq .cause`;

/** Steps come one by one, so that columns cannot wait for the widest cell. */
const WIDTHS = [6, 11, 36];

interface Step {
  readonly step: number;
  readonly day?: string;
  readonly position?: string;
  readonly cause: Readonly<Record<string, unknown>>;
  readonly changes: readonly Change[];
}

/** `replay`: what changed step by step. */
export function replayCommand(around: Surroundings): Command {
  return withWay(askingCommand('replay', 'What changed step by step, and because of what'))
    .option('--json', 'each step as a line of JSON, as the service answers')
    .addHelpText('after', EXAMPLES + SERVICE_HELP)
    .action(async (options: Asked & Way & { readonly json?: true }) => {
      await withService(around, options, async (service) => {
        const negotiation = encodeURIComponent(await negotiationOf(service, options));
        if (!options.json) around.say(inColumns(['step', 'point', 'cause', 'change']));
        for await (const line of service.lines(`/v1/negotiations/${negotiation}/replay`, wayQuery(options))) {
          if (options.json) around.say(line);
          else for (const row of rowsOf(JSON.parse(line) as Step)) around.say(inColumns(row));
        }
      });
    });
}

function rowsOf({ step, day, position, cause, changes }: Step): string[][] {
  const head = [String(step), day ?? `@${position ?? ''}`, causeInShort(cause)];
  const told = changes.map((change) => {
    const [issue = '', path, before, after] = cellsOf(change);
    return `${issue === '' ? '' : `${issue} `}${path ?? ''}: ${before ?? ''} → ${after ?? ''}`;
  });
  const [first = '', ...others] = told;
  return [[...head, first], ...others.map((one) => ['', '', '', one])];
}

function inColumns(cells: readonly string[]): string {
  return cells
    .map((cell, i) => cell.padEnd(WIDTHS[i] ?? 0))
    .join('  ')
    .trimEnd();
}
