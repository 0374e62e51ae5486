import { Metadata, type sendUnaryData, type ServerDuplexStream, type ServerReadableStream, status } from '@grpc/grpc-js';
import type { AppendReq, AppendResp, BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { type AppendOutcome, type EventLog, type Expectation, MAX_APPEND_SIZE, type ProposedEvent } from './event-log.js';
import { appendMessage, batchAppendMessage, streamNameOf } from './messages.js';

/** A gRPC error instead of an answer. */
export interface ErrorAnswer {
  readonly kind: 'error';
  readonly code: status;
  readonly details: string;
}

/** Commits an append or does not, and says what is answered; nothing where the network was cut. */
export type Commit = (append: () => AppendOutcome) => AppendOutcome | ErrorAnswer | undefined;

interface ProposedMessage {
  getId(): { getString(): string } | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
}

/** The unary append: options first, then an event a message. */
export function handleAppend(log: EventLog, commit: Commit) {
  return (call: ServerReadableStream<AppendReq, AppendResp>, answer: sendUnaryData<AppendResp>): void => {
    let options: AppendReq.Options | undefined;
    const events: ProposedEvent[] = [];
    call.on('data', (request: AppendReq) => {
      options = request.getOptions() ?? options;
      const message = request.getProposedMessage();
      if (message) events.push(toProposed(message));
    });
    call.on('end', () => {
      const stream = streamNameOf(options?.getStreamIdentifier());
      const expected: Expectation = options?.hasRevision()
        ? BigInt(options.getRevision())
        : namedExpectation(options?.hasNoStream(), options?.hasStreamExists());
      const outcome = commit(() => log.append(stream, events, expected));
      if (!outcome) return;
      if (outcome.kind === 'error') {
        answer(outcome);
        return;
      }
      const message = appendMessage(outcome, expected);
      if (message) answer(null, message);
      else
        answer({
          code: status.INVALID_ARGUMENT,
          details: `Maximum Append Size of ${String(MAX_APPEND_SIZE)} Exceeded.`,
          metadata: tooLarge(),
        });
    });
  };
}

/** The batch append: many appends on one call, each answered by its correlation id. */
export function handleBatchAppend(log: EventLog, commit: Commit) {
  return (call: ServerDuplexStream<BatchAppendReq, BatchAppendResp>): void => {
    const pending = new Map<string, { options: BatchAppendReq.Options | undefined; events: ProposedEvent[] }>();
    call.on('data', (request: BatchAppendReq) => {
      const key = request.getCorrelationId()?.getString() ?? '';
      const append = pending.get(key) ?? { options: request.getOptions(), events: [] };
      pending.set(key, append);
      append.events.push(...request.getProposedMessagesList().map(toProposed));
      if (!request.getIsFinal()) return;
      pending.delete(key);
      const { options, events } = append;
      const stream = streamNameOf(options?.getStreamIdentifier());
      const expected: Expectation = options?.hasStreamPosition()
        ? BigInt(options.getStreamPosition())
        : namedExpectation(options?.hasNoStream(), options?.hasStreamExists());
      const outcome = commit(() => log.append(stream, events, expected));
      if (outcome?.kind === 'error') call.emit('error', outcome);
      else if (outcome) call.write(batchAppendMessage(outcome, stream, expected).setCorrelationId(request.getCorrelationId()));
    });
    call.on('end', () => {
      call.end();
    });
  };
}

function namedExpectation(noStream = false, streamExists = false): Expectation {
  return noStream ? 'no-stream' : streamExists ? 'stream-exists' : 'any';
}

function toProposed(message: ProposedMessage): ProposedEvent {
  return {
    id: message.getId()?.getString() ?? '',
    type: message.getMetadataMap().get('type') ?? '',
    contentType: message.getMetadataMap().get('content-type') ?? '',
    data: message.getData_asU8(),
    metadata: message.getCustomMetadata_asU8(),
  };
}

function tooLarge(): Metadata {
  const metadata = new Metadata();
  metadata.set('exception', 'maximum-append-size-exceeded');
  metadata.set('maximum-append-size', String(MAX_APPEND_SIZE));
  return metadata;
}
