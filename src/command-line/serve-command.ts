import { Command } from 'commander';
import type { Surroundings } from './surroundings.js';

const EXAMPLES = `
Examples:
  $ tracker serve
  $ PORT=8080 DATA_DIR=/var/lib/tracker tracker serve`;

/** `serve`: the service, as npm start runs it. */
export function serveCommand(around: Surroundings): Command {
  return new Command('serve')
    .description('Runs the service until a signal stops it; the settings come from the environment (docs/reference.md)')
    .addHelpText('after', EXAMPLES)
    .action(() => around.serve());
}
