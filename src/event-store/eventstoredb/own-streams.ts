import type { EventStoreDBClient } from '@eventstore/db-client';
import type { StreamName } from '../event-store.js';
import { streamOfItsNegotiation } from '../stream-names.js';
import type { Connection } from './connection.js';
import { endOfStream } from './end-of-stream.js';
import type { Limits } from './limits.js';
import { isOfUs } from './own-event.js';

/** So many streams are looked at together. */
const AT_A_TIME = 50;

/** Tells which of the streams that are called like ours are ours, of those that were asked for. */
export class OwnStreams {
  private readonly known = new Map<StreamName, boolean>();

  constructor(
    private readonly connection: Connection,
    private readonly limits: Limits,
  ) {}

  /** As far as it is known. */
  has(stream: StreamName): boolean {
    return this.known.get(stream) === true;
  }

  /** We have read or written it. */
  met(stream: StreamName): void {
    this.known.set(stream, true);
  }

  /** Looks at those that are not known yet. @throws the client's error; NoAnswer */
  async find(client: EventStoreDBClient, streams: readonly StreamName[]): Promise<void> {
    const unknown = streams.filter((stream) => !this.known.has(stream));
    const mayBeOurs = new Set(await this.inNegotiationsOfOurs(client, unknown, streams));
    await someAtATime(unknown, async (stream) => {
      this.known.set(stream, mayBeOurs.has(stream) && (await this.holdsOurs(client, stream, true)));
    });
  }

  /**
   * Others may have many streams that are called like ours: mostly of a negotiation that there is not, which one look tells of all.
   * @param ours where they are streams of negotiations, they are taken for such of ours
   */
  async inNegotiationsOfOurs(
    client: EventStoreDBClient,
    streams: readonly StreamName[],
    ours: readonly StreamName[] = [],
  ): Promise<StreamName[]> {
    const found = new Set(ours);
    const negotiations = new Set(streams.map(streamOfItsNegotiation));
    await someAtATime([...negotiations], async (stream) => {
      if (this.has(stream) || (!found.has(stream) && (await this.holdsOurs(client, stream, false)))) found.add(stream);
    });
    return streams.filter((stream) => found.has(streamOfItsNegotiation(stream)));
  }

  /** By the last event of a stream. @param whenEmpty what is said of one of which nothing is left */
  private async holdsOurs(client: EventStoreDBClient, stream: StreamName, whenEmpty: boolean): Promise<boolean> {
    const last = await endOfStream(client, this.connection, stream, 'last', this.limits.tryMs);
    if (last === 'deleted') return true;
    return last === undefined ? whenEmpty : isOfUs(last);
  }
}

/** Does something for each stream, for a few of them together. */
export async function someAtATime(streams: readonly StreamName[], look: (stream: StreamName) => Promise<void>): Promise<void> {
  for (let i = 0; i < streams.length; i += AT_A_TIME) await Promise.all(streams.slice(i, i + AT_A_TIME).map(look));
}
