import type { Worker } from 'node:worker_threads';
import { ReadModelUnavailable } from '../ports/read-model-errors.js';
import type { KeeperState } from './keeper-messages.js';
import type { FromQueryThread, ToldResult, ToQueryThread } from './query-messages.js';
import type { ThreadData } from './thread-data.js';
import { threadWithRoom } from './thread-with-room.js';
import { errorTold } from './told-errors.js';
import type { Worked } from './worked.js';

/** What is wanted of the thread; the class of the query and its fields. */
export interface Wanted {
  readonly name: string;
  readonly fields: object;
  readonly limitMs: number;
  /** Ends the work where whoever asked has left. */
  readonly signal: AbortSignal | undefined;
  /** Told when the thread worked on it, where somebody wants to know. */
  readonly onWorked?: ((worked: Worked) => void) | undefined;
}

/** A result, and what gives the text of it that is made as it is taken. */
export interface Got {
  readonly result: ToldResult;
  readonly chunks: () => AsyncIterableIterator<string>;
}

type Message<Type> = Extract<FromQueryThread, { type: Type }>;

interface Waiting {
  readonly resolve: (message: never) => void;
  readonly reject: (error: Error) => void;
  readonly onWorked?: ((worked: Worked) => void) | undefined;
}

export interface PeerOptions {
  readonly onDamage: () => void;
  /** The thread has ended by itself. */
  readonly onEnd: (error: Error) => void;
}

/** What is made and forgotten while one question is answered: more room would only be memory that a small machine lacks. */
const MOST_YOUNG_MB = 12;

/** One thread that answers queries, as this one sees it. */
export class QueryThreadPeer {
  private readonly thread: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private readonly ready = Promise.withResolvers<undefined>();
  private last = 0;
  private hasEnded = false;

  /** @param entry the program of the thread */
  constructor(
    entry: URL,
    data: ThreadData,
    private readonly options: PeerOptions,
  ) {
    this.ready.promise.catch(() => undefined);
    this.thread = threadWithRoom(entry, data, MOST_YOUNG_MB);
    this.thread.on('message', (message: FromQueryThread) => {
      this.hear(message);
    });
    this.thread.on('error', (error) => {
      this.ended(error as Error);
    });
    this.thread.on('exit', () => {
      this.ended(new Error('a thread that answers queries has ended'));
    });
  }

  /** Settles when it answers. */
  async isReady(): Promise<void> {
    await this.ready.promise;
  }

  /** @throws what the query throws */
  async ask({ name, fields, limitMs, signal, onWorked }: Wanted): Promise<Got> {
    signal?.throwIfAborted();
    const number = this.nextNumber();
    const dropped = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
    const drop = (): void => {
      Atomics.store(new Int32Array(dropped), 0, 1);
    };
    signal?.addEventListener('abort', drop, { once: true });
    const query = { number, name, fields, dropped, limitMs, isTraced: onWorked !== undefined };
    const { result } = await this.told<'result'>(number, { type: 'ask', query }, onWorked);
    if (result.kind === 'answer' || result.kind === 'value') signal?.removeEventListener('abort', drop);
    return { result, chunks: () => this.chunks(number) };
  }

  stands(state: KeeperState): void {
    this.post({ type: 'state', state });
  }

  /** Settles when it has the file of the read model open no more. */
  async closesFile(): Promise<void> {
    if (this.hasEnded) return;
    const number = this.nextNumber();
    await this.told<'file-closed'>(number, { type: 'close-file', number }).catch(() => undefined);
  }

  async stop(): Promise<void> {
    this.hasEnded = true;
    this.fail(new ReadModelUnavailable('the service is stopping'));
    await this.thread.terminate();
  }

  private chunks(number: number): AsyncIterableIterator<string> {
    let isOver = false;
    return {
      next: async () => {
        if (isOver) return { done: true, value: undefined };
        const { text, isLast } = await this.told<'chunks'>(number, { type: 'pull', number });
        isOver = isLast;
        return isLast && text === '' ? { done: true, value: undefined } : { done: false, value: text };
      },
      return: async () => {
        isOver = true;
        this.post({ type: 'enough', number });
        this.take(number)?.resolve({ type: 'chunks', number, text: '', isLast: true } as never);
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }

  private async told<Type extends FromQueryThread['type']>(
    number: number,
    message: ToQueryThread,
    onWorked?: Wanted['onWorked'],
  ): Promise<Message<Type>> {
    return new Promise((resolve, reject) => {
      if (this.hasEnded) {
        reject(new ReadModelUnavailable('the thread that answers has ended'));
        return;
      }
      this.waiting.set(number, { resolve, reject, onWorked });
      this.post(message);
    });
  }

  private hear(message: FromQueryThread): void {
    switch (message.type) {
      case 'ready':
        this.ready.resolve(undefined);
        return;
      case 'damaged':
        this.options.onDamage();
        return;
      case 'failure':
        this.take(message.number, message.worked)?.reject(errorTold(message.error));
        return;
      case 'result':
        this.take(message.number, message.worked)?.resolve(message as never);
        return;
      case 'chunks':
      case 'file-closed':
        this.take(message.number)?.resolve(message as never);
        return;
    }
  }

  private take(number: number, worked?: Worked): Waiting | undefined {
    const waiting = this.waiting.get(number);
    if (worked !== undefined) waiting?.onWorked?.(worked);
    this.waiting.delete(number);
    return waiting;
  }

  private ended(error: Error): void {
    if (this.hasEnded) return;
    this.hasEnded = true;
    this.fail(new ReadModelUnavailable('the thread that answers has ended', { cause: error }));
    this.ready.reject(error);
    this.options.onEnd(error);
  }

  private fail(error: Error): void {
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }

  private nextNumber(): number {
    this.last += 1;
    return this.last;
  }

  private post(message: ToQueryThread): void {
    this.thread.postMessage(message);
  }
}
