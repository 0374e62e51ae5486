import type { Command } from 'commander';
import type { Surroundings } from './surroundings.js';
import { tableOf } from './table.js';
import { cellsOf, type Change, type Way, wayQuery, withWay } from './way-options.js';
import { type Asked, askingCommand, negotiationOf, SERVICE_HELP, withService } from './with-service.js';

const EXAMPLES = `
Examples:
  $ tracker changes --from 2026-01-01 --to 2026-01-31
  $ tracker changes --issue territory --axis recorded --from @100`;

/** `changes`: what changed between two points of an axis, net. */
export function changesCommand(around: Surroundings): Command {
  return withWay(askingCommand('changes', 'What changed between two points in time, net'))
    .option('--json', 'as JSON, as the service answers')
    .addHelpText('after', EXAMPLES + SERVICE_HELP)
    .action(async (options: Asked & Way & { readonly json?: true }) => {
      await withService(around, options, async (service) => {
        const negotiation = encodeURIComponent(await negotiationOf(service, options));
        const answer = await service.json<{ items: readonly Change[] }>(`/v1/negotiations/${negotiation}/changes`, wayQuery(options));
        if (options.json) around.say(JSON.stringify(answer, null, 2));
        else around.say(tableOf(['issue', 'what', 'before', 'after', 'because'], answer.items.map(cellsOf)));
      });
    });
}
