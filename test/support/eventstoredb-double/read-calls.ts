import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { Metadata, type ServerWritableStream, status } from '@grpc/grpc-js';
import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { EventLog, LoggedEvent } from './event-log.js';
import { caughtUpMessage, checkpointMessage, confirmationMessage, eventMessage, streamNameOf, streamNotFoundMessage } from './messages.js';

export type ReadCall = ServerWritableStream<ReadReq, ReadResp>;

/** What a server passes over between two checkpoints where the client does not say. */
const DEFAULT_SEARCH_WINDOW = 32;

/** How fast the reads are answered, and how far they are. */
interface Pace {
  readonly checkpointDelayMs: number;
  eventsSent: number;
}

/** Streams.Read: reads and subscriptions, of a stream or of $all. It waits for a slow client, and stops with the call. */
export async function answerRead(call: ReadCall, log: EventLog, pace: Pace): Promise<void> {
  const options = call.request.getOptions();
  if (!options) return;
  const gone = new AbortController();
  for (const event of ['cancelled', 'finish', 'close', 'error'])
    call.on(event, () => {
      gone.abort();
    });
  const send = async (message: ReadResp): Promise<void> => {
    if (gone.signal.aborted) return;
    if (message.hasCheckpoint()) await sleep(pace.checkpointDelayMs);
    if (message.hasEvent()) pace.eventsSent += 1;
    if (!call.write(message)) await once(call, 'drain', { signal: gone.signal }).catch(() => undefined);
  };
  if (options.hasSubscription()) await subscribe(options, log, send, gone.signal, call);
  else await read(options, log, send, gone.signal, call);
}

async function read(options: ReadReq.Options, log: EventLog, send: Send, gone: AbortSignal, call: ReadCall): Promise<void> {
  const backwards = options.getReadDirection() === streams.ReadReq.Options.ReadDirection.BACKWARDS;
  const stream = options.hasStream() ? streamNameOf(options.getStream()?.getStreamIdentifier()) : undefined;
  if (stream !== undefined && log.isDeletedForGood(stream)) {
    fail(call, status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, { exception: 'stream-deleted', 'stream-name': stream });
    return;
  }
  if (stream !== undefined && log.readable(stream).length === 0) {
    await send(streamNotFoundMessage(stream));
    call.end();
    return;
  }
  const position = positionOf(options);
  if (position !== undefined && isBetweenEvents(log, position)) {
    fail(call, status.UNKNOWN, 'Unexpected ReadAllResult: InvalidPosition');
    return;
  }
  const events = stream === undefined ? log.events : log.readable(stream);
  const start = startOfRead(options, log, stream, backwards);
  const matches = filterOf(options);
  let left = BigInt(options.getCount());
  for (let i = start; left > 0n && !gone.aborted; i += backwards ? -1 : 1) {
    const event = events[i];
    if (!event) break;
    if (!matches(event)) continue;
    left -= 1n;
    await send(eventMessage(event));
  }
  call.end();
}

async function subscribe(options: ReadReq.Options, log: EventLog, send: Send, gone: AbortSignal, call: ReadCall): Promise<void> {
  const position = positionOf(options);
  if (position !== undefined && isBetweenEvents(log, position)) {
    fail(call, status.INVALID_ARGUMENT, 'Trying to read from an invalid position.');
    return;
  }
  const matches = filterOf(options);
  const filter = options.getFilter();
  const window = (filter?.hasMax() ? filter.getMax() : DEFAULT_SEARCH_WINDOW) * (filter?.getCheckpointintervalmultiplier() ?? 1);
  let next = startOfSubscription(options, log);
  let sent: bigint | undefined;
  let sinceCheckpoint = 0;
  let caughtUp = false;
  await send(confirmationMessage(randomUUID()));
  while (!gone.aborted) {
    // Its place is another one where events before it were scavenged meanwhile.
    if (sent !== undefined && log.events[next - 1]?.position !== sent) next = log.indexOfPosition(sent + 1n);
    const event = log.events[next];
    if (!event) {
      if (!caughtUp) await send(caughtUpMessage());
      caughtUp = true;
      if (log.events[next] === undefined) await log.nextAppend(gone);
      continue;
    }
    next += 1;
    sent = event.position;
    sinceCheckpoint += 1;
    if (matches(event)) await send(eventMessage(event));
    if (filter && sinceCheckpoint >= window) {
      sinceCheckpoint = 0;
      await send(checkpointMessage(event.position));
    }
  }
}

type Send = (message: ReadResp) => Promise<void>;

/** The events of a stream, or those whose stream or type the filter takes. */
function filterOf(options: ReadReq.Options): (event: LoggedEvent) => boolean {
  if (options.hasStream()) {
    const stream = streamNameOf(options.getStream()?.getStreamIdentifier());
    return (event) => event.stream === stream;
  }
  const filter = options.getFilter();
  if (!filter) return () => true;
  const onStream = filter.hasStreamIdentifier();
  const expression = onStream ? filter.getStreamIdentifier() : filter.getEventType();
  const prefixes = expression?.getPrefixList() ?? [];
  const regex = prefixes.length === 0 ? new RegExp(expression?.getRegex() ?? '') : undefined;
  return (event) => {
    const text = onStream ? event.stream : event.type;
    return regex ? regex.test(text) : prefixes.some((prefix) => text.startsWith(prefix));
  };
}

function startOfRead(options: ReadReq.Options, log: EventLog, stream: string | undefined, backwards: boolean): number {
  if (stream !== undefined) {
    const from = options.getStream();
    const events = log.readable(stream);
    const last = events.length - 1;
    if (from?.hasRevision()) {
      const revision = BigInt(from.getRevision());
      const found = backwards
        ? events.findLastIndex((event) => event.revision <= revision)
        : events.findIndex((event) => event.revision >= revision);
      return found === -1 ? events.length : found;
    }
    return from?.hasEnd() ? last : 0;
  }
  const position = positionOf(options);
  // From a position on a read goes forwards with its event, and backwards without it.
  if (position !== undefined) return log.indexOfPosition(position) - (backwards ? 1 : 0);
  return options.getAll()?.hasEnd() ? log.events.length - 1 : 0;
}

function startOfSubscription(options: ReadReq.Options, log: EventLog): number {
  const position = positionOf(options);
  if (position !== undefined) return log.indexOfPosition(position + 1n);
  const from = options.getStream();
  if (from?.hasRevision()) {
    const event = log.streamOf(streamNameOf(from.getStreamIdentifier()))[Number(from.getRevision())];
    return event ? log.indexOfPosition(event.position + 1n) : log.events.length;
  }
  return (options.getAll()?.hasEnd() ?? from?.hasEnd()) ? log.events.length : 0;
}

function positionOf(options: ReadReq.Options): bigint | undefined {
  const position = options.getAll()?.getPosition();
  return position && BigInt(position.getCommitPosition());
}

function isBetweenEvents(log: EventLog, position: bigint): boolean {
  const event = log.events[log.indexOfPosition(position)];
  return event !== undefined && event.position !== position;
}

function fail(call: ReadCall, code: status, details: string, told: Readonly<Record<string, string>> = {}): void {
  call.emit('error', { code, details, metadata: Metadata.fromHttp2Headers(told) });
}
