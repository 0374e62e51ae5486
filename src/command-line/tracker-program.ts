import { Command, CommanderError } from 'commander';
import { backupCommand } from './backup-command.js';
import { changesCommand } from './changes-command.js';
import { completionCommand } from './completion-command.js';
import { copyLogCommand } from './copy-log-command.js';
import { Ending, EXIT, EXIT_CODES_HELP, type ExitCode } from './exit-codes.js';
import { exportCommand } from './export-command.js';
import { importCommand } from './import-command.js';
import { keysCommand } from './keys-command.js';
import { logCommand } from './log-command.js';
import { rebuildCommand } from './rebuild-command.js';
import { replayCommand } from './replay-command.js';
import { restoreCommand } from './restore-command.js';
import { serveCommand } from './serve-command.js';
import { stateCommand } from './state-command.js';
import type { Surroundings } from './surroundings.js';
import { verifyCommand } from './verify-command.js';

const EXAMPLES = `
Examples:
  $ tracker serve
  $ tracker import reports.ndjson
  $ tracker state territory --on 2026-01-31
  $ tracker log --last 5
Settings come from the environment, as those of the service do: DATA_DIR, EVENT_STORE_URL, HOST, PORT and so on.
Each command has its own --help.`;

/** The program `tracker`, with all its commands. */
export function trackerProgram(around: Surroundings): Command {
  const program = new Command('tracker').description('Runs and keeps the negotiation tracker, fills it and asks it');
  const commands = [
    serveCommand,
    importCommand,
    exportCommand,
    stateCommand,
    changesCommand,
    replayCommand,
    logCommand,
    keysCommand,
    verifyCommand,
    backupCommand,
    restoreCommand,
    rebuildCommand,
    copyLogCommand,
  ];
  for (const command of commands) program.addCommand(command(around));
  program.addCommand(completionCommand(around, () => program));
  program.addHelpText('after', EXAMPLES + EXIT_CODES_HELP);
  endByThrowing(program);
  return program;
}

/** Runs it on the words of a command line. @returns how it ends; what went wrong is told in one line on stderr */
export async function runTracker(around: Surroundings, words: readonly string[]): Promise<ExitCode> {
  try {
    await trackerProgram(around).parseAsync(words, { from: 'user' });
    return EXIT.done;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return EXIT.done;
    // What is wrong with the words themselves is told already.
    if (!(error instanceof CommanderError)) process.stderr.write(`tracker: ${toldOf(error)}\n`);
    else if (!error.message.startsWith('error:')) process.stderr.write(`error: ${error.message}\n`);
    return codeOf(error);
  }
}

function endByThrowing(command: Command): void {
  command.exitOverride();
  for (const one of command.commands) endByThrowing(one);
}

function codeOf(error: unknown): ExitCode {
  if (error instanceof Ending) return error.code;
  if (error instanceof CommanderError) return EXIT.misused;
  return isRefusal(error) ? EXIT.refused : EXIT.failed;
}

/** A refusal says more than its message. */
function toldOf(error: unknown): string {
  if (isRefusal(error)) return error.detail;
  return error instanceof Error ? error.message : String(error);
}

function isRefusal(error: unknown): error is { readonly detail: string } {
  return error instanceof Error && 'detail' in error && typeof error.detail === 'string';
}
