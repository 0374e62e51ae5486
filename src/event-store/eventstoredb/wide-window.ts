import type { EventStoreDBClient } from '@eventstore/db-client';

/** So many bytes the server may send ahead of whoever reads: about what becomes one batch. The usual 64 KiB are 50 events, and then it waits. */
const WINDOW_BYTES = 4 * 1024 * 1024;

/** What the client keeps to itself: how it connects, and what its connection is made with. */
interface Connecting {
  createChannel(): Promise<{ readonly internalChannel: { getOptions(): Record<string, unknown> } }>;
}

/** Lets the server send ahead while what it sent before is worked on: the client has no setting for it. */
export function withWideWindow<C extends EventStoreDBClient>(client: C): C {
  const connecting = client as unknown as Connecting;
  const createChannel = connecting.createChannel.bind(client);
  connecting.createChannel = async () => {
    const channel = await createChannel();
    // Nothing is connected before the first call.
    channel.internalChannel.getOptions()['grpc-node.flow_control_window'] = WINDOW_BYTES;
    return channel;
  };
  return client;
}
