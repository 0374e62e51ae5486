/** How a command ends, for scripts. `tracker --help` tells them. */
export const EXIT = { done: 0, failed: 1, misused: 2, refused: 3, differs: 4 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** A command ends before its time, with one line that says why. */
export class Ending extends Error {
  constructor(
    message: string,
    readonly code: ExitCode = EXIT.failed,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export const EXIT_CODES_HELP = `

Exit codes:
  0  done
  1  failed: the service or the log is not reached, a file cannot be read or written
  2  the command line is not understood
  3  refused: by the service, or some lines of an import were
  4  what was compared or verified is not the same (copy-log, verify, backup, restore)`;
