import { Command, InvalidArgumentError, Option } from 'commander';
import type { KeyWish } from '../access/key-changes.js';
import type { Keys, ListedKey, MadeKey } from '../access/keys.js';
import { type Role, ROLES } from '../http/caller.js';
import { isNegotiationId } from '../http/fields/text.js';
import type { Surroundings } from './surroundings.js';
import { tableOf } from './table.js';

const SECONDS_PER_HOUR = 3_600;
const DEFAULT_OVERLAP_HOURS = 24;
const MADE_BY = 'the command line';

const EXAMPLES = `
Examples:
  $ tracker keys add desk --role editor
  $ tracker keys add visitor --role reader --negotiation ukraine-peace
  $ tracker keys rotate desk --overlap-hours 48
  $ tracker keys list`;

interface Adding {
  readonly role: Role;
  readonly negotiation?: readonly string[];
}

/** `keys`: makes, lists, rotates and revokes keys in the data folder; a service that runs takes over what is changed. */
export function keysCommand(around: Surroundings): Command {
  const open = (): Keys => around.openKeys();
  const say = (text: string): void => {
    around.say(text);
  };
  const command = new Command('keys').description('Who may do what: the keys in DATA_DIR').addHelpText('after', EXAMPLES);
  command
    .command('list')
    .description('all keys, with their roles and last uses')
    .option('--json', 'as JSON')
    .action(({ json }: { json?: true }) => {
      const keys = open().list();
      say(
        json ? JSON.stringify(keys, null, 2) : tableOf(['name', 'role', 'negotiations', 'state', 'last used', 'kept in'], keys.map(cells)),
      );
    });
  command
    .command('add <name>')
    .description('make a key; it is shown this once')
    .addOption(new Option('--role <role>', 'what it may do').choices(ROLES).makeOptionMandatory())
    .option('--negotiation <id...>', 'those that it is limited to (default: all)')
    .action(async (name: string, { role, negotiation }: Adding) => {
      say(shown(await open().make(wishOf(name, role, negotiation), MADE_BY)));
    });
  command
    .command('rotate <name>')
    .description('give a key another text, shown this once; the one before it is taken for a while')
    .option('--overlap-hours <hours>', 'for how long', hours, DEFAULT_OVERLAP_HOURS)
    .action(async (name: string, { overlapHours }: { overlapHours: number }) => {
      say(shown(await open().rotate(name, SECONDS_PER_HOUR * overlapHours)));
    });
  command
    .command('revoke <name>')
    .description('from now on the key is not taken; its name stays')
    .action(async (name: string) => {
      const { revokedAt } = await open().revoke(name);
      say(`${name}: revoked ${revokedAt ?? ''}`);
    });
  return command;
}

function wishOf(name: string, role: Role, negotiations: readonly string[] | undefined): KeyWish {
  if (!/^[\w.-]{1,80}$/.test(name)) throw new InvalidArgumentError('a name has letters, digits, and . _ -, at most 80');
  if (role === 'admin' && negotiations) throw new InvalidArgumentError('a key that makes keys cannot be limited');
  const bad = negotiations?.find((negotiation) => !isNegotiationId(negotiation));
  if (bad !== undefined) throw new InvalidArgumentError(`"${bad}" is no id of a negotiation`);
  return { name, role, negotiations: negotiations ?? null };
}

function hours(text: string): number {
  const number = Number(text);
  if (text.trim() !== '' && number >= 0 && number <= 2_160) return number;
  throw new InvalidArgumentError('a number of hours from 0 to 2160 is asked for');
}

function cells({ name, role, negotiations, state, lastUsedAt, keptIn }: ListedKey): string[] {
  return [name, role, negotiations?.join(', ') ?? 'all', state, lastUsedAt ?? 'never', keptIn];
}

function shown({ name, role, key }: MadeKey): string {
  return `${name} (${role}): ${key}\nIt is shown this once; only a hash is kept.`;
}
