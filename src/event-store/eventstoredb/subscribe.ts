import type { AllStreamSubscription, EventStoreDBClient } from '@eventstore/db-client';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { RecordedEvent } from '../event-store.js';
import { type EventMessage, eventMessageOf, holdsEvent } from './event-message.js';
import { eventOfMessage } from './event-of-message.js';

type Options = Parameters<EventStoreDBClient['subscribeToAll']>;
type Call = Required<Parameters<StreamsClient['read']>>;

/** What the client keeps to itself: its way of opening a call. */
interface Opening {
  GRPCStreamCreator(service: unknown, name: string, open: (service: StreamsClient) => unknown, cache?: unknown): unknown;
}

/** What the client keeps to itself: how a subscription makes an event of a message. */
interface Converting {
  convertGrpcEvent(message: EventMessage | undefined): RecordedEvent | undefined;
}

/** A subscription of the client that reads messages, and makes events of them, as they are needed here. */
export function subscribe(client: EventStoreDBClient, ...options: Options): AllStreamSubscription {
  const opening = client as unknown as Opening;
  const creator: Opening['GRPCStreamCreator'] = (service, name, open, cache) =>
    opening.GRPCStreamCreator(service, name, (streams) => open(readingEvents(streams)), cache);
  const own = Object.create(client, { GRPCStreamCreator: { value: creator } }) as EventStoreDBClient;
  const subscription = own.subscribeToAll(...options);
  (subscription as unknown as Converting).convertGrpcEvent = (message) => message && eventOfMessage(message);
  return subscription;
}

/** The one call that a subscription makes, with events read by ourselves. */
function readingEvents(service: StreamsClient): StreamsClient {
  const { path, requestSerialize, responseDeserialize } = streamsGrpc.StreamsService.read;
  const read = (...[request, metadata, options]: Call): unknown =>
    service.makeServerStreamRequest(
      path,
      requestSerialize,
      (bytes) => messageOf(bytes) ?? responseDeserialize(bytes),
      request,
      metadata,
      options,
    );
  return { read } as unknown as StreamsClient;
}

/** A message with an event, with the methods that the client calls of it; undefined of any other kind. */
function messageOf(bytes: Buffer): (Pick<ReadResp, 'hasEvent'> & { getEvent(): EventMessage | undefined }) | undefined {
  if (!holdsEvent(bytes)) return undefined;
  const event = eventMessageOf(bytes);
  return { hasEvent: () => true, getEvent: () => event };
}
