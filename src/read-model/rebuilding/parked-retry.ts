import type { ReadableLog, RecordedEvent } from '../../event-store/event-store.js';
import { toLogEvent } from '../../event-store/typed-event.js';
import { BEFORE_ALL, type Position } from '../../vocabulary/position.js';
import { indexOf } from '../reading/opened-lists.js';
import { type ParkedEvent, parkedEvents } from '../reading/parked-reader.js';
import type { ReadModel } from '../read-model.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import type { Rebuild } from './rebuild.js';

/** What trying the parked events again leads to. */
export interface Retry {
  readonly status: 'nothing-parked' | 'still-parked' | 'rebuilding';
  /** How many events are parked now. */
  readonly parked: number;
  /** How many of them were tried: the first ones. */
  readonly tried: number;
  /** How many of those were seen to be worth a rebuild. */
  readonly promising: number;
}

/** Each is read from the log by itself, while somebody waits. */
const MOST_TRIED = 50;

/**
 * Tries parked events again. Projected now, behind what is later in the log, an event would give other rows than in its place: so
 * what can be read is tried by a rebuild. Where none of the first can be, a rebuild would mostly park the same ones again, and none is made.
 * @throws StoreUnavailable, ReadModelDamaged
 */
export async function retryParked(store: ReadableLog, readModel: ReadModel, rebuild: Rebuild): Promise<Retry> {
  const parked = parkedEvents(readModel.rows);
  const first = parked.slice(0, MOST_TRIED);
  let promising = 0;
  for (const event of first) if (await isReadable(store, readModel.rows, event)) promising += 1;
  const status = parked.length === 0 ? 'nothing-parked' : promising === 0 ? 'still-parked' : 'rebuilding';
  if (status === 'rebuilding') void rebuild.run('parked');
  return { status, parked: parked.length, tried: first.length, promising };
}

/** Whether this program can read an event. One that it always could read failed on what was not there: only a rebuild can tell. */
async function isReadable(store: ReadableLog, file: ReadModelFile, { position }: ParkedEvent): Promise<boolean> {
  const event = await eventAt(store, file, BigInt(position));
  if (event === undefined) return false;
  try {
    toLogEvent(event);
    return true;
  } catch {
    return false;
  }
}

async function eventAt(store: ReadableLog, file: ReadModelFile, position: Position): Promise<RecordedEvent | undefined> {
  const index = indexOf(file);
  const before = index.eventAt(position - 1n);
  for await (const events of store.readAll(before === 0 ? BEFORE_ALL : BigInt(index.positionOf(before))))
    return events.find((event) => event.position === position);
  return undefined;
}
