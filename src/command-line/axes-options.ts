import { type Command, Option } from 'commander';

/** The axes as the command line takes them. */
export interface Axes {
  readonly asOf?: string;
  readonly knownBy?: string;
  readonly on?: string;
  readonly recordedBy?: string;
  readonly certainty?: string;
}

/** Gives a command the options that say which point in time is meant. */
export function withAxes(command: Command): Command {
  return command
    .option('--on <day>', 'what a reader could know that day: short for --as-of and --known-by')
    .option('--as-of <day>', 'as it was that day (YYYY-MM-DD; default: today)')
    .option('--known-by <day>', 'by sources that were out by then (default: no limit)')
    .option('--recorded-by <when>', 'as recorded by a day, an instant or @POSITION (default: the head)')
    .addOption(new Option('--certainty <which>', 'whether what is possible counts').choices(['any', 'certain']));
}

/** The query parameters of a request. */
export function axesQuery({ asOf, knownBy, on, recordedBy, certainty }: Axes): Record<string, string | undefined> {
  return { asOf, knownBy, on, recordedBy, certainty };
}

/** The point that an answer is about, for people. */
export function pointText({ asOf, knownBy, recordedBy }: { asOf: string; knownBy: string | null; recordedBy: string }): string {
  return `as of ${asOf}, known by ${knownBy ?? 'anybody'}, recorded by ${recordedBy}`;
}
