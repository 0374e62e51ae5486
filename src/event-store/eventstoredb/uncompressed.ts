import type { EventStoreDBClient } from '@eventstore/db-client';

const OFFERED = 'grpc-accept-encoding';

/** What the header of a call has that is needed here; the client gets it from grpc-js. */
interface Headers {
  set(name: string, value: unknown): void;
  clone(): Headers;
}

/** What the client keeps to itself: how every call of it begins. */
interface Beginning {
  callArguments(...of: readonly unknown[]): [headers: Headers, options: unknown];
}

/**
 * Makes a client ask for answers that are not compressed. grpc-js offers gzip in every call, has no option against it, and unpacks one message
 * at a time; KurrentDB takes the offer for each event by itself, so that a subscription gives a quarter of the events and costs five times as much.
 */
export function uncompressed<C extends EventStoreDBClient>(client: C): C {
  const beginning = client as unknown as Beginning;
  const callArguments = beginning.callArguments.bind(client);
  beginning.callArguments = (...of) => {
    const [headers, options] = callArguments(...of);
    return [withoutOffer(headers), options];
  };
  return client;
}

function withoutOffer(headers: Headers): Headers {
  const [set, clone] = [headers.set.bind(headers), headers.clone.bind(headers)];
  headers.set = (name, value) => {
    set(name, name === OFFERED ? 'identity' : value);
  };
  headers.clone = () => withoutOffer(clone());
  return headers;
}
