import googleAny from 'google-protobuf/google/protobuf/any_pb.js';
import googleEmpty from 'google-protobuf/google/protobuf/empty_pb.js';
import type { BatchAppendResp, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import status from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { type AppendOutcome, type Expectation, type LoggedEvent, MAX_APPEND_SIZE } from './event-log.js';

const TICKS_PER_MS = 10_000n;

export function streamNameOf(id: { getStreamName_asU8: () => Uint8Array } | undefined): string {
  return Buffer.from(id?.getStreamName_asU8() ?? []).toString('utf8');
}

export function eventMessage(event: LoggedEvent): ReadResp {
  const position = String(event.position);
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(event.id))
    .setStreamIdentifier(streamIdentifier(event.stream))
    .setStreamRevision(String(event.revision))
    .setCommitPosition(position)
    .setPreparePosition(position)
    .setData(event.data)
    .setCustomMetadata(event.metadata);
  recorded.getMetadataMap().set('type', event.type);
  recorded.getMetadataMap().set('content-type', event.contentType);
  recorded.getMetadataMap().set('created', String(BigInt(event.createdMs) * TICKS_PER_MS));
  return new streams.ReadResp().setEvent(new streams.ReadResp.ReadEvent().setEvent(recorded).setCommitPosition(position));
}

export function streamNotFoundMessage(stream: string): ReadResp {
  return new streams.ReadResp().setStreamNotFound(new streams.ReadResp.StreamNotFound().setStreamIdentifier(streamIdentifier(stream)));
}

export function confirmationMessage(id: string): ReadResp {
  return new streams.ReadResp().setConfirmation(new streams.ReadResp.SubscriptionConfirmation().setSubscriptionId(id));
}

export function checkpointMessage(position: bigint): ReadResp {
  const checkpoint = new streams.ReadResp.Checkpoint().setCommitPosition(String(position)).setPreparePosition(String(position));
  return new streams.ReadResp().setCheckpoint(checkpoint);
}

export function caughtUpMessage(): ReadResp {
  return new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());
}

/** The answer of the unary append; undefined where that answers with a gRPC error. */
export function appendMessage(outcome: AppendOutcome, expected: Expectation) {
  if (outcome.kind === 'too-large' || outcome.kind === 'deleted') return undefined;
  if (outcome.kind === 'appended') {
    const position = String(outcome.last.position);
    return new streams.AppendResp().setSuccess(
      new streams.AppendResp.Success()
        .setCurrentRevision(String(outcome.last.revision))
        .setPosition(new streams.AppendResp.Position().setCommitPosition(position).setPreparePosition(position)),
    );
  }
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (outcome.current === undefined) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(outcome.current));
  if (typeof expected === 'bigint') wrong.setExpectedRevision(String(expected));
  else if (expected === 'no-stream') wrong.setExpectedNoStream(new shared.Empty());
  else if (expected === 'stream-exists') wrong.setExpectedStreamExists(new shared.Empty());
  return new streams.AppendResp().setWrongExpectedVersion(wrong);
}

/** The answer of the batch append. */
export function batchAppendMessage(outcome: AppendOutcome, stream: string, expected: Expectation): BatchAppendResp {
  const answer = new streams.BatchAppendResp().setStreamIdentifier(streamIdentifier(stream));
  if (outcome.kind === 'appended') {
    const position = String(outcome.last.position);
    return answer.setSuccess(
      new streams.BatchAppendResp.Success()
        .setCurrentRevision(String(outcome.last.revision))
        .setPosition(new shared.AllStreamPosition().setCommitPosition(position).setPreparePosition(position)),
    );
  }
  if (outcome.kind === 'too-large') {
    const details = new shared.MaximumAppendSizeExceeded().setMaxappendsize(MAX_APPEND_SIZE);
    return answer.setError(errorStatus('MaximumAppendSizeExceeded', details.serializeBinary()));
  }
  if (outcome.kind === 'deleted') {
    const details = new shared.StreamDeleted().setStreamIdentifier(streamIdentifier(stream));
    return answer.setError(errorStatus('StreamDeleted', details.serializeBinary()));
  }
  const wrong = new shared.WrongExpectedVersion();
  if (outcome.current === undefined) wrong.setCurrentNoStream(new googleEmpty.Empty());
  else wrong.setCurrentStreamRevision(String(outcome.current));
  if (typeof expected === 'bigint') wrong.setExpectedStreamPosition(String(expected));
  else if (expected === 'no-stream') wrong.setExpectedNoStream(new googleEmpty.Empty());
  else if (expected === 'stream-exists') wrong.setExpectedStreamExists(new googleEmpty.Empty());
  return answer.setError(errorStatus('WrongExpectedVersion', wrong.serializeBinary()));
}

function errorStatus(name: string, details: Uint8Array) {
  const any = new googleAny.Any();
  any.pack(details, `event_store.client.${name}`);
  return new status.Status().setMessage(name).setDetails(any);
}

function streamIdentifier(stream: string) {
  return new shared.StreamIdentifier().setStreamName(Buffer.from(stream).toString('base64'));
}
