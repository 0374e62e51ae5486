import type { NewEvent } from '../../../src/event-store/event-store.js';
import { SqliteEventStore } from '../../../src/event-store/sqlite/sqlite-event-store.js';
import { EventLog, type UnreadableInLog } from '../../../src/read-model/reading/event-log.js';
import type { Position } from '../../../src/vocabulary/position.js';
import { Story } from '../../support/histories-by-hand.js';
import { streamOf } from '../../support/histories-log-writer.js';
import { folder, toAppend } from './files.js';

async function typesOf(
  log: EventLog,
  negotiation: string,
  upTo: Position,
  onUnreadable?: (event: UnreadableInLog) => void,
): Promise<string[]> {
  const types: string[] = [];
  for await (const { event } of log.of(negotiation, upTo, onUnreadable)) types.push(event.type);
  return types;
}

it('the log of a negotiation is read past the events of others, up to a position', async () => {
  using own = folder();
  const store = new SqliteEventStore(own.file('log.db'), () => 0);
  const recorded = new Story().log[0];
  if (recorded === undefined) throw new Error('an empty story');
  const readable = toAppend(recorded);
  const unreadable: NewEvent = { ...readable, id: crypto.randomUUID(), type: 'Unknown', data: { negotiation: 'other' } };

  await store.append(streamOf(recorded.event), [readable], 'no-stream');
  const { position } = await store.append('negotiation-other', [unreadable], 'no-stream');
  const log = new EventLog(store);
  expect(await typesOf(log, 'n', position)).toEqual(['NegotiationOpened']);
  expect(await typesOf(log, 'n', 0n)).toEqual([]);
  const told: UnreadableInLog[] = [];
  expect(await typesOf(log, 'other', position, (event) => told.push(event))).toEqual([]);
  expect(told).toMatchObject([{ position: String(position), type: 'Unknown' }]);
  await store.close();
});
