import { existsSync } from 'node:fs';
import { Command, InvalidArgumentError } from 'commander';
import type { ReadableLog, RecordedEvent } from '../event-store/event-store.js';
import { openEventStoreDb } from '../event-store/open-event-store.js';
import { LogBesideItsOwner } from '../event-store/sqlite/log-beside-its-owner.js';
import { BEFORE_ALL, type Position } from '../vocabulary/position.js';
import { Ending } from './exit-codes.js';
import { positionsAsText } from './positions-as-text.js';
import type { Surroundings } from './surroundings.js';
import { tableOf } from './table.js';

const EXAMPLES = `
Examples:
  $ tracker log
  $ tracker log --last 200 --by desk
  $ tracker log --after @1200 --json | jq .type
The log is read where it lies (DATA_DIR, or EVENT_STORE_URL), whether the service runs or not.`;

const DEFAULT_COUNT = 20;

interface Options {
  readonly last: number;
  readonly after?: Position;
  readonly by?: string;
  readonly type?: string;
  readonly negotiation?: string;
  readonly json?: true;
}

/** `log`: what happened, and by whom. */
export function logCommand(around: Surroundings): Command {
  return new Command('log')
    .description('What happened, and by whom: the newest events of the log, oldest first')
    .option('--last <count>', 'how many', count, DEFAULT_COUNT)
    .option('--after <position>', 'those behind @POSITION alone', position)
    .option('--by <name>', 'what this key, or subject of an issuer, has posted')
    .option('--type <type>', 'events of a type, such as PositionStated')
    .option('-n, --negotiation <id>', 'of which (default: all)')
    .option('--json', 'each event as a line of JSON, with its data')
    .addHelpText('after', EXAMPLES)
    .action(async (options: Options) => {
      const log = await openForReading(around);
      try {
        const events = await newest(log, around.settings().eventStoreUrl === undefined, options);
        if (options.json) for (const event of events) around.say(JSON.stringify(event, positionsAsText));
        else around.say(tableOf(['position', 'recorded', 'type', 'id', 'by'], events.map(cells)));
      } finally {
        await log.close();
      }
    });
}

/** The log of the settings, to be read beside whoever writes it. @throws Ending where there is none */
async function openForReading(around: Surroundings): Promise<ReadableLog> {
  const { dataDir, eventStoreUrl } = around.settings();
  if (eventStoreUrl !== undefined) return openEventStoreDb(eventStoreUrl, Date.now);
  const { log } = around.files(dataDir);
  if (!existsSync(log)) throw new Ending(`${log} is not there: DATA_DIR holds no log`);
  return LogBesideItsOwner.open(log);
}

/** Where positions have no gaps the end of the log is read first, as far back as is needed. */
async function newest(log: ReadableLog, hasNoGaps: boolean, options: Options): Promise<RecordedEvent[]> {
  const { after = BEFORE_ALL, last } = options;
  if (!hasNoGaps) return newestBehind(log, after, options);
  const head = await log.head();
  for (let span = BigInt(last); ; span *= 8n) {
    const from = head - span > after ? head - span : after;
    const events = await newestBehind(log, from, options);
    if (from === after || events.length >= last) return events;
  }
}

async function newestBehind(log: ReadableLog, after: Position, options: Options): Promise<RecordedEvent[]> {
  const events: RecordedEvent[] = [];
  for await (const batch of log.readAll(after)) {
    events.push(...batch.filter((event) => isAskedFor(event, options)));
    if (events.length > 2 * options.last) events.splice(0, events.length - options.last);
  }
  return events.slice(-options.last);
}

function isAskedFor(event: RecordedEvent, { by, type, negotiation }: Options): boolean {
  return (
    (by === undefined || event.metadata.postedBy === by) &&
    (type === undefined || event.type === type) &&
    (negotiation === undefined || negotiationIn(event.stream) === negotiation)
  );
}

/** What a stream is called says of which negotiation it is. */
function negotiationIn(stream: string): string {
  return /^[a-z]+-([^.]+)/.exec(stream)?.[1] ?? '';
}

function cells({ position: at, metadata, type, stream, data }: RecordedEvent): string[] {
  const { id } = data as { readonly id?: unknown };
  return [`@${String(at)}`, metadata.recordedAt, type, typeof id === 'string' ? id : stream, metadata.postedBy];
}

function count(text: string): number {
  if (/^[1-9]\d{0,6}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('a number from 1 on is asked for');
}

function position(text: string): Position {
  if (/^@\d{1,18}$/.test(text)) return BigInt(text.slice(1));
  throw new InvalidArgumentError('a position is asked for, such as @1200');
}
