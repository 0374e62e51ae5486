import type { NewEvent, Revision, StreamName } from '../../src/event-store/event-store.js';
import { negotiationStream, reportStream, sourceStream } from '../../src/event-store/stream-names.js';
import { toStoredData } from '../../src/event-store/typed-event.js';
import { isRegistryEvent, type LogEvent } from '../../src/vocabulary/events/log-event.js';
import { currentVersion } from '../../src/vocabulary/events/upcasters/upcasters.js';
import { history, type Told } from './history.js';
import { type HistoryOptions, NEGOTIATION } from './history-options.js';
import { Random } from './random.js';

/** What an event store is asked to append. */
export interface Append {
  readonly stream: StreamName;
  readonly event: NewEvent;
  readonly expected: Revision | 'no-stream';
}

const DESKS = ['desk-one', 'desk-two', 'institute'];

/** A history as what is appended to a log, event by event, with the instants at which each was recorded. */
export function appends(options: HistoryOptions): Generator<Append> {
  return appendsOf(history(options), options.seed);
}

/** The same of any history. */
export function* appendsOf(all: Iterable<Told>, seed: number): Generator<Append> {
  const random = Random.of(seed, 'ids');
  let inRegistry = 0n;
  for (const told of all) {
    const event = newEvent(told, random);
    const stream = streamOf(told.event);
    if (stream !== negotiationStream(NEGOTIATION)) {
      yield { stream, event, expected: isSecondOfItsStream(told.event) ? 0n : 'no-stream' };
      continue;
    }
    yield { stream, event, expected: inRegistry === 0n ? 'no-stream' : inRegistry - 1n };
    inRegistry += 1n;
  }
}

function newEvent({ recordedAt, event }: Told, random: Random): NewEvent {
  const causationId = uuid(recordedAt, random);
  const metadata = {
    recordedAt,
    postedBy: random.pick(DESKS),
    correlationId: causationId,
    causationId,
    version: currentVersion(event.type),
  };
  return { id: uuid(recordedAt, random), type: event.type, data: toStoredData(event), metadata };
}

function streamOf(event: LogEvent): StreamName {
  const { negotiation, id } = event;
  if (event.type === 'SourceDefined' || event.type === 'SourceChanged' || event.type === 'SourceWithdrawn')
    return sourceStream(negotiation, id);
  return isRegistryEvent(event) ? negotiationStream(negotiation) : reportStream(negotiation, id);
}

/** A report is amended once at most, and so is a source. */
function isSecondOfItsStream({ type }: LogEvent): boolean {
  return type === 'ReportCorrected' || type === 'ReportRetracted' || type === 'SourceWithdrawn';
}

/** A UUID of version 7: it begins with the time, as those of the service do. */
function uuid(instant: string, random: Random): string {
  const time = Date.parse(instant).toString(16).padStart(12, '0');
  const rest = Array.from({ length: 3 }, () =>
    Math.floor(random.next() * 2 ** 32)
      .toString(16)
      .padStart(8, '0'),
  ).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-8${rest.slice(3, 6)}-${rest.slice(6, 18)}`;
}
