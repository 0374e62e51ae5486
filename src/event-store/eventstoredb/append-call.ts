import { type EventStoreDBClient, WrongExpectedVersionError } from '@eventstore/db-client';
import type { BaseOptions } from '@eventstore/db-client';
import { unpackToCommandError } from '@eventstore/db-client/dist/streams/appendToStream/unpackError.js';
import { convertToCommandError } from '@eventstore/db-client/dist/utils/CommandError.js';
import type { StreamsClient } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import streamsGrpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type { BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { v4 as randomUuid } from 'uuid';
import type { Position } from '../../vocabulary/position.js';
import type { Revision, StreamName } from '../event-store.js';
import { appendMessage, type Expected } from './append-message.js';
import type { Credentials } from './connection-url.js';
import type { StoredEvent } from './stored-event.js';

/** What the server says of an append that it has carried out, now or before. */
export interface Committed {
  readonly revision: Revision;
  /** It may be left out where the append was carried out before. */
  readonly position: Position | undefined;
}

interface Waiting {
  readonly stream: StreamName;
  readonly resolve: (outcome: Committed | WrongExpectedVersionError) => void;
  readonly reject: (error: Error) => void;
}

type Duplex = ReturnType<StreamsClient['batchAppend']>;

/** What the client keeps to itself: its way of opening a call, which finds a server anew after this one has failed. */
interface Opening {
  GRPCStreamCreator(service: unknown, name: string, open: (service: StreamsClient) => Duplex): () => Promise<Duplex>;
  callArguments(options: BaseOptions, callOptions: { deadline: number }): Parameters<StreamsClient['batchAppend']>;
}

/**
 * One call to the server for all appends, which takes them in the order in which they are sent and answers each by its id. (In
 * calls of their own many appends in flight overtake each other.) The client's own such call shares what is pending among all clients
 * of the process, so that the failure of one rejects those of all, and crashes at an answer that comes late; this one does neither.
 */
export class AppendCall {
  private readonly waiting = new Map<string, Waiting>();
  private readonly opened: Promise<Duplex>;
  private failure: Error | undefined;
  private isRetired = false;

  constructor(
    readonly client: EventStoreDBClient,
    credentials: Credentials | undefined,
  ) {
    const opening = client as unknown as Opening;
    this.opened = opening.GRPCStreamCreator(streamsGrpc.StreamsClient, 'batchAppend', (service) =>
      this.listenTo(service.batchAppend(...opening.callArguments({ credentials, requiresLeader: true }, { deadline: Infinity }))),
    )();
    this.opened.catch((error: unknown) => {
      this.fail(error as Error);
    });
  }

  /** False once the call has failed or ended: what is sent then fails too. */
  get isOpen(): boolean {
    return this.failure === undefined;
  }

  /**
   * A wrong expectation is an outcome here: trying again would not change it.
   * @param limit ends the wait: what comes later is passed over
   * @throws the client's errors; the outcome is then unknown
   */
  async append(
    stream: StreamName,
    events: readonly StoredEvent[],
    expected: Expected,
    limit: <T>(wait: Promise<T>) => Promise<T>,
  ): Promise<Committed | WrongExpectedVersionError> {
    const id = randomUuid();
    try {
      return await limit(this.send(id, stream, events, expected));
    } finally {
      this.forget(id);
    }
  }

  /** Ends the call as soon as it has answered what it was sent. */
  retire(): void {
    this.isRetired = true;
    this.forget('');
  }

  /** Ends the call at once. */
  cancel(): void {
    this.whenOpened((call) => {
      call.cancel();
    });
  }

  private async send(
    id: string,
    stream: StreamName,
    events: readonly StoredEvent[],
    expected: Expected,
  ): Promise<Committed | WrongExpectedVersionError> {
    const call = await this.opened;
    return new Promise((resolve, reject) => {
      if (this.failure) {
        reject(this.failure);
        return;
      }
      this.waiting.set(id, { stream, resolve, reject });
      call.write(appendMessage(id, stream, events, expected));
    });
  }

  private listenTo(call: Duplex): Duplex {
    return call
      .on('data', (answer: BatchAppendResp) => {
        this.settle(answer);
      })
      .on('error', (error: Error) => {
        this.fail(convertToCommandError(error));
      })
      .on('end', () => {
        this.fail(new Error('the server ended the call for appends'));
      });
  }

  private settle(answer: BatchAppendResp): void {
    const waiting = this.waiting.get(answer.getCorrelationId()?.getString() ?? '');
    if (waiting === undefined) return;
    const { stream, resolve, reject } = waiting;
    const error = answer.getError();
    if (error) {
      const failure = unpackToCommandError(error, stream);
      if (failure instanceof WrongExpectedVersionError) resolve(failure);
      else reject(failure);
      return;
    }
    const success = answer.getSuccess();
    const position = success?.getPosition();
    resolve({
      revision: BigInt(success?.getCurrentRevision() ?? 0),
      position: position === undefined ? undefined : BigInt(position.getCommitPosition()),
    });
  }

  private fail(error: Error): void {
    this.failure ??= error;
    for (const { reject } of this.waiting.values()) reject(this.failure);
    this.waiting.clear();
  }

  private forget(id: string): void {
    this.waiting.delete(id);
    if (!this.isRetired || this.waiting.size > 0) return;
    this.whenOpened((call) => {
      call.end();
    });
  }

  private whenOpened(use: (call: Duplex) => void): void {
    this.opened.then(use, () => undefined);
  }
}
