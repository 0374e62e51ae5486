import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { eventMessageOf, holdsEvent } from '../../src/event-store/eventstoredb/event-message.js';

const { ReadResp } = streams;
const ID = '3b241101-e2bb-4255-8caf-4136c566a962';

interface Sent {
  readonly stream?: string;
  readonly revision?: string;
  readonly position?: string;
  readonly positionOfRead?: string;
  readonly data?: string;
  readonly metadata?: string;
}

/** As a server sends it. */
function sent({ stream = 'report-talks.r', revision = '0', position, positionOfRead, data = '{}', metadata = '' }: Sent): Buffer {
  const recorded = new ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(ID))
    .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from(stream)))
    .setStreamRevision(revision)
    .setPreparePosition('7')
    .setCustomMetadata(Buffer.from(metadata))
    .setData(Buffer.from(data));
  if (position !== undefined) recorded.setCommitPosition(position);
  const of = { created: '17640000000000000', type: 'ContextReported', 'content-type': 'application/json', other: 'x' };
  for (const [name, value] of Object.entries(of)) recorded.getMetadataMap().set(name, value);
  const event = new ReadResp.ReadEvent().setEvent(recorded);
  if (positionOfRead !== undefined) event.setCommitPosition(positionOfRead);
  return Buffer.from(new ReadResp().setEvent(event).serializeBinary());
}

function asGenerated(bytes: Buffer) {
  const event = ReadResp.deserializeBinary(bytes).getEvent();
  const recorded = event?.getEvent();
  const of = recorded?.getMetadataMap();
  // A field that is left out is read as the text 0.
  const positions = [recorded?.getCommitPosition(), event?.getCommitPosition()].filter((position) => position !== '0' && position !== '');
  return {
    id: recorded?.getId()?.getString(),
    stream: Buffer.from(recorded?.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString(),
    revision: BigInt(recorded?.getStreamRevision() ?? 0),
    position: positions[0] === undefined ? undefined : BigInt(positions[0]),
    type: of?.get('type'),
    contentType: of?.get('content-type'),
    created: of?.get('created'),
    data: Buffer.from(recorded?.getData_asU8() ?? []),
    metadata: Buffer.from(recorded?.getCustomMetadata_asU8() ?? []),
  };
}

it.each<[string, Sent]>([
  ['a small one', { position: '5', positionOfRead: '5' }],
  ['texts of any script', { stream: 'report-талкс.报告', data: '{"a":"Grüße 中文 🕊"}', metadata: '{"postedBy":"é"}', position: '1' }],
  ['a late place in a large log', { revision: '4294967297', position: '9007199254740991' }],
  ['a place that is told beside it', { positionOfRead: '12345678901' }],
  ['no place at all', {}],
  ['much that it says', { data: JSON.stringify('x'.repeat(900_000)), metadata: JSON.stringify('y'.repeat(20_000)), position: '3' }],
])('%s', (_what, event) => {
  const bytes = sent(event);
  expect(holdsEvent(bytes)).toBe(true);
  expect(eventMessageOf(bytes)).toEqual(asGenerated(bytes));
});

it('what has become of the event that a link points to is nothing', () => {
  const bytes = Buffer.from(new ReadResp().setEvent(new ReadResp.ReadEvent().setCommitPosition('5')).serializeBinary());
  expect([holdsEvent(bytes), eventMessageOf(bytes)]).toEqual([true, undefined]);
});

it.each([
  ['that it has caught up', () => new ReadResp().setCaughtUp(new ReadResp.CaughtUp())],
  ['how far it has looked', () => new ReadResp().setCheckpoint(new ReadResp.Checkpoint().setCommitPosition('9').setPreparePosition('9'))],
  ['that it has begun', () => new ReadResp().setConfirmation(new ReadResp.SubscriptionConfirmation().setSubscriptionId('s'))],
])('what else a server says is no event: %s', (_what, message) => {
  expect(holdsEvent(Buffer.from(message().serializeBinary()))).toBe(false);
});
