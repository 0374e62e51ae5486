import type { Worker } from 'node:worker_threads';
import { Keeper, type ReadModelStatus } from '../read-model/keeper.js';
import type { RenewalReason } from '../read-model/rebuilding/rebuild-progress.js';
import type { Retry } from '../read-model/rebuilding/parked-retry.js';
import { WaitingForPositions } from '../read-model/following/waiting-for-positions.js';
import { BEFORE_ALL, type Position } from '../vocabulary/position.js';
import { BatchesTold } from './batches-told.js';
import type { FromKeeper, KeeperCalls, KeeperState, ToKeeper } from './keeper-messages.js';
import type { ThreadData } from './thread-data.js';
import { threadWithRoom } from './thread-with-room.js';
import { errorTold } from './told-errors.js';
import type { Worked } from './worked.js';

/** Whoever reads the file that the keeper writes, in threads of their own. */
export interface Readers {
  /** How the read model stands now. */
  stands(state: KeeperState): void;
  /** Settles when none has the file open any more. */
  leave(): Promise<void>;
}

export interface KeeperElsewhereOptions {
  readonly warn: (message: string) => void;
  /** The thread has ended by itself: what it keeps stands still. */
  readonly onEnd: (error: Error) => void;
}

interface Call {
  readonly resolve: (answer: never) => void;
  readonly reject: (error: Error) => void;
}

/** What a batch of events leaves behind. */
const MOST_YOUNG_MB = 24;

/** Keeps the read model in a thread of its own. */
export class KeeperElsewhere extends Keeper {
  private readonly calls = new Map<number, Call>();
  private readonly waiting = new WaitingForPositions();
  private readonly batches = new BatchesTold();
  private readonly opened = Promise.withResolvers<undefined>();
  private state: KeeperState = { applied: BEFORE_ALL, passed: BEFORE_ALL, isDamaged: false, renewal: undefined, generation: 0 };
  private readers: Readers | undefined;
  private lastCall = 0;
  private isStopped = false;

  private readonly thread: Worker;

  /** @param entry the program of the thread */
  constructor(
    entry: URL,
    data: ThreadData,
    private readonly options: KeeperElsewhereOptions,
  ) {
    super();
    // Whoever begins a start may end it before it asks how this went.
    this.opened.promise.catch(() => undefined);
    const thread = threadWithRoom(entry, data, MOST_YOUNG_MB);
    this.thread = thread;
    thread.on('message', (message: FromKeeper) => {
      this.hear(message);
    });
    thread.on('error', (error) => {
      this.ended(error as Error);
    });
  }

  /** Settles when it has the read model open. @throws StoreUnavailable, ReadModelUnavailable */
  async isOpen(): Promise<void> {
    await this.opened.promise;
  }

  /** Those who read in other threads. */
  serve(readers: Readers): void {
    this.readers = readers;
    readers.stands(this.state);
  }

  get applied(): Position {
    return this.state.applied;
  }

  get passed(): Position {
    return this.state.passed;
  }

  get isDamaged(): boolean {
    return this.state.isDamaged;
  }

  get renewal(): RenewalReason | undefined {
    return this.state.renewal;
  }

  get generation(): number {
    return this.state.generation;
  }

  async reaches(position: Position, limit: number): Promise<boolean> {
    return this.applied >= position || this.waiting.until(position, limit);
  }

  override whenApplied(position: Position): Worked | undefined {
    return this.batches.with(position);
  }

  async status(): Promise<ReadModelStatus> {
    return this.call('status');
  }

  async startRebuild(): Promise<boolean> {
    return this.call('startRebuild');
  }

  async retryParked(): Promise<Retry | undefined> {
    return this.call('retryParked');
  }

  resubscribe(): void {
    this.post({ type: 'resubscribe' });
  }

  /** Something was appended to the embedded log. */
  appended(): void {
    this.post({ type: 'appended' });
  }

  /** A reader met damage in the file. */
  foundDamaged(): void {
    // Whoever asks before the keeper has answered must not be told that all is well.
    this.state = { ...this.state, isDamaged: true, renewal: 'damage' };
    this.post({ type: 'damaged' });
  }

  async stop(): Promise<void> {
    if (this.isStopped) return;
    this.isStopped = true;
    this.waiting.giveUp();
    await this.call('stop').catch(() => undefined);
    await this.thread.terminate();
  }

  private hear(message: FromKeeper): void {
    switch (message.type) {
      case 'state':
        this.state = message.state;
        if (message.state.batch) this.batches.take(message.state.batch);
        this.opened.resolve(undefined);
        this.waiting.reached(this.applied);
        this.readers?.stands(message.state);
        return;
      case 'answer':
        this.take(message.number)?.resolve(message.answer as never);
        return;
      case 'failure':
        this.take(message.number)?.reject(errorTold(message.error));
        return;
      case 'warning':
        this.options.warn(message.message);
        return;
      case 'readers-leave':
        void (this.readers?.leave() ?? Promise.resolve()).then(() => {
          this.post({ type: 'readers-left' });
        });
        return;
      case 'cannot-start':
        this.isStopped = true;
        void this.thread.terminate();
        this.opened.reject(errorTold(message.error));
        return;
    }
  }

  private async call<Name extends keyof KeeperCalls>(name: Name): Promise<KeeperCalls[Name]> {
    this.lastCall += 1;
    const number = this.lastCall;
    return new Promise((resolve, reject) => {
      this.calls.set(number, { resolve, reject });
      this.post({ type: 'call', number, name });
    });
  }

  private take(number: number): Call | undefined {
    const call = this.calls.get(number);
    this.calls.delete(number);
    return call;
  }

  private ended(error: Error): void {
    for (const { reject } of this.calls.values()) reject(error);
    this.calls.clear();
    this.opened.reject(error);
    if (!this.isStopped) this.options.onEnd(error);
  }

  private post(message: ToKeeper): void {
    this.thread.postMessage(message);
  }
}
