import type { AllStreamSubscription } from '@eventstore/db-client';
import { parseUUID } from '@eventstore/db-client/dist/utils/grpcUUID.js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import { BEFORE_ALL } from '../../vocabulary/position.js';
import type { Json, RecordedEvent } from '../event-store.js';
import { jsonOrText } from '../json-or-text.js';
import { isOfUs } from './own-event.js';
import { toMetadata } from './stored-event.js';

/** What the client keeps to itself: how a subscription makes an event of a message. */
interface Converting {
  convertGrpcEvent(message: ReadResp.ReadEvent): RecordedEvent | undefined;
}

/**
 * Has a subscription give events as they are needed here. As the client makes them, each is parsed when it comes: what waits for its batch is then
 * many small objects, which cost more to keep than they did to make. Here the data stay the bytes that came until somebody reads them.
 */
export function givingOurEvents(subscription: AllStreamSubscription): AllStreamSubscription {
  (subscription as unknown as Converting).convertGrpcEvent = eventOf;
  return subscription;
}

/** Nothing for what a link pointed to before it was deleted. */
function eventOf(message: ReadResp.ReadEvent): RecordedEvent | undefined {
  const recorded = message.getEvent();
  if (recorded === undefined) return undefined;
  const of = recorded.getMetadataMap();
  const [type, isJson] = [of.get('type') ?? '', of.get('content-type') === 'application/json'];
  const bytes = recorded.getData_asU8();
  const metadata = jsonOrText(textOf(recorded.getCustomMetadata_asU8()));
  const position = recorded.getCommitPosition() || message.getCommitPosition();
  const event = {
    id: parseUUID(recorded.getId()) ?? '',
    stream: textOf(recorded.getStreamIdentifier()?.getStreamName_asU8() ?? NOTHING),
    revision: BigInt(recorded.getStreamRevision()),
    position: position ? BigInt(position) : BEFORE_ALL,
    type,
    get data(): Json {
      const text = textOf(bytes);
      return isJson ? jsonOrText(text) : text;
    },
    metadata: toMetadata(metadata, () => dateOf(of.get('created') ?? '0')),
    ...(!isOfUs({ type, metadata }) && { isForeign: true as const }),
  };
  // No part of what an event is, and none of a copy of it.
  return isJson ? Object.defineProperty(event, 'dataAsStored', { value: bytes }) : event;
}

/** @param ticks of the server: tenths of a microsecond since 1970 */
function dateOf(ticks: string): Date {
  return new Date(Math.floor(Number(ticks) / TICKS_PER_MILLISECOND));
}

const TICKS_PER_MILLISECOND = 10_000;
const NOTHING = new Uint8Array();

function textOf({ buffer, byteOffset, length }: Uint8Array): string {
  return Buffer.from(buffer, byteOffset, length).toString('utf8');
}
