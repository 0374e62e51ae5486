import { existsSync, statSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import { openEventStoreDb } from '../event-store/open-event-store.js';
import type { KeptRoot } from '../safekeeping/verification.js';
import { verifyBackup } from '../safekeeping/use-backup.js';
import { type Verified, verifyFile, verifyLog } from '../safekeeping/verify-log.js';
import { Ending, EXIT } from './exit-codes.js';
import { progressOnStderr } from './progress.js';
import { positionsAsText } from './positions-as-text.js';
import type { Surroundings } from './surroundings.js';

const EXAMPLES = `
Examples:
  $ tracker verify
  $ tracker verify --root @274=sha256:5f1c… --root @1200=sha256:98ab…
  $ tracker verify /backups/tracker-2026-11-26T03-00-00.000Z
  $ tracker verify elsewhere/log.sqlite --json
A root that was kept elsewhere, such as the header Log-Root of an answer, proves that nothing up to there was changed since, not even by somebody
who can write the log and its hashes anew. The log is read where it lies, whether the service runs or not.`;

const ROOT = /^@(\d{1,18})[= ]sha256:([0-9a-f]{64})$/;
const SHOW_EVERY = 1_000;

interface Options {
  readonly root: readonly KeptRoot[];
  readonly json?: true;
}

/** `verify`: finds what is not as it was written. */
export function verifyCommand(around: Surroundings): Command {
  return new Command('verify')
    .description('Finds every event of the log that was changed, taken out, put in twice or moved, and names it')
    .argument('[place]', 'a backup, or the file of a log (default: the log of the settings)')
    .option('--root <@position=sha256:root>', 'one that was kept elsewhere; may be given several times', withRoot, [])
    .option('--json', 'as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (place: string | undefined, options: Options) => {
      const verified = await verify(around, place, options.root);
      around.say(options.json ? JSON.stringify(verified, positionsAsText, 2) : told(verified));
      const { findingCount } = verified;
      if (findingCount > 0) throw new Ending(`what is there is not as it was written (findings: ${String(findingCount)})`, EXIT.differs);
    });
}

async function verify(around: Surroundings, place: string | undefined, roots: readonly KeptRoot[]): Promise<Verified> {
  const { dataDir, eventStoreUrl } = around.settings();
  const progress = progressOnStderr();
  const onProgress = (events: number): void => {
    if (events % SHOW_EVERY === 0) progress.show('verifying', undefined, [`${String(events)} events`]);
  };
  try {
    if (place === undefined && eventStoreUrl !== undefined) {
      const log = await openEventStoreDb(eventStoreUrl, Date.now);
      return await verifyLog(log, roots, onProgress).finally(() => log.close());
    }
    const path = place ?? around.files(dataDir).log;
    if (!existsSync(path)) throw new Ending(`${path} is not there`);
    return statSync(path).isDirectory() ? await verifyBackup(path, roots, onProgress) : verifyFile(path, roots, onProgress);
  } finally {
    progress.end(true);
  }
}

function told({ events, withoutHash, position, root, findings, findingCount }: Verified): string {
  const lines = findings.map(({ code, position: at, stream, detail }) =>
    [at, stream, `${code}: ${detail}`].filter((part) => part !== null).join(' '),
  );
  const more = findingCount - findings.length;
  return [
    ...lines,
    ...(more > 0 ? [`and ${String(more)} more`] : []),
    `${String(events)} events up to @${String(position)}${withoutHash > 0 ? `, ${String(withoutHash)} of them without hash: written before there were hashes` : ''}`,
    `root @${String(position)}=sha256:${root}`,
    ...(findingCount === 0 ? ['all is as it was written'] : []),
  ].join('\n');
}

function withRoot(text: string, before: readonly KeptRoot[]): KeptRoot[] {
  const [, position, sha256] = ROOT.exec(text) ?? [];
  if (position === undefined || sha256 === undefined)
    throw new InvalidArgumentError('a root looks like @274=sha256:… with 64 hexadecimal digits');
  return [...before, { position: BigInt(position), sha256 }];
}
