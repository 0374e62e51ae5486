import type { Spans } from '../ports/spans.js';
import { QuestionTooDear } from '../ports/question-errors.js';
import { insteadOf, isLong, nameOf } from '../queries/query-classes.js';
import type { KeeperState } from './keeper-messages.js';
import type { Readers } from './keeper-elsewhere.js';
import { type Got, QueryThreadPeer, type PeerOptions, type Wanted } from './query-thread-peer.js';
import type { ThreadData } from './thread-data.js';
import { resultTold } from './told-results.js';
import { overIn, type Worked } from './worked.js';

const MS_PER_SECOND = 1_000;

export interface QueriesElsewhereOptions extends Pick<PeerOptions, 'onDamage'> {
  /** How long working out an answer may take, in milliseconds. */
  readonly limitMs: number;
  /** 2, or 1: then lists take turns with what is about one thing. */
  readonly threads: number;
  /** Ends the work for a request whose client has left. */
  readonly clientGone: () => AbortSignal | undefined;
  readonly warn: (message: string) => void;
  /** Told of each query, and of the work of the thread that answers it. */
  readonly spans?: Spans;
  /** Told how long each query took, in seconds, to the beginning of its answer. */
  readonly onAsked?: (query: string, seconds: number) => void;
}

/** What a thread answers. */
type Kind = 'short' | 'long' | 'all';

/**
 * Answers queries in threads of their own: one for what is about one thing, one for what is about many, so that nobody waits for
 * somebody else's long answer; or one for all, where two would take more memory than they save time. A thread that ends by itself is
 * started again at the next query.
 */
export class QueriesElsewhere implements Readers {
  private readonly peers = new Map<Kind, QueryThreadPeer>();
  private state: KeeperState | undefined;
  private isStopped = false;

  /** @param entry the program of a thread */
  constructor(
    private readonly entry: URL,
    private readonly data: ThreadData,
    private readonly options: QueriesElsewhereOptions,
  ) {
    const kinds: readonly Kind[] = options.threads === 1 ? ['all'] : ['short', 'long'];
    for (const kind of kinds) this.startThread(kind);
  }

  /** Settles when all of them answer. */
  async areReady(): Promise<void> {
    await Promise.all([...this.peers.values()].map((peer) => peer.isReady()));
  }

  /** @param query an instance of one of the classes of queries @throws what the query throws */
  async ask(query: object): Promise<unknown> {
    const name = nameOf(query);
    const kind = this.kindOf(name);
    const peer = this.peers.get(kind) ?? this.startThread(kind);
    const begun = performance.now();
    const { spans } = this.options;
    const asking = async (): Promise<Got> =>
      spans?.areWanted === true
        ? spans.during(`query ${name.replace(/Query$/, '')}`, {}, async () => this.traced(peer, this.wanted(query), kind, spans))
        : peer.ask(this.wanted(query));
    const { result, chunks } = await asking()
      .catch((error: unknown) => {
        throw error instanceof QuestionTooDear ? new QuestionTooDear(error.message, insteadOf(name)) : error;
      })
      .finally(() => this.options.onAsked?.(name, (performance.now() - begun) / MS_PER_SECOND));
    return resultTold(result, chunks);
  }

  private wanted(query: object): Wanted {
    return { name: nameOf(query), fields: { ...query }, limitMs: this.options.limitMs, signal: this.options.clientGone() };
  }

  /** The time from question to answer is that of the query; a part of it is how long the thread was at work. */
  private async traced(peer: QueryThreadPeer, wanted: Wanted, kind: Kind, spans: Spans): Promise<Got> {
    let worked: Worked | undefined;
    try {
      return await peer.ask({ ...wanted, onWorked: (told) => (worked = told) });
    } finally {
      if (worked !== undefined) spans.over('answering', { 'tracker.thread': `queries (${kind})` }, overIn(worked));
    }
  }

  stands(state: KeeperState): void {
    this.state = state;
    for (const peer of this.peers.values()) peer.stands(state);
  }

  async leave(): Promise<void> {
    await Promise.all([...this.peers.values()].map((peer) => peer.closesFile()));
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await Promise.all([...this.peers.values()].map((peer) => peer.stop()));
  }

  private kindOf(query: string): Kind {
    if (this.options.threads === 1) return 'all';
    return isLong(query) ? 'long' : 'short';
  }

  private startThread(kind: Kind): QueryThreadPeer {
    const peer = new QueryThreadPeer(this.entry, this.data, {
      onDamage: this.options.onDamage,
      onEnd: (error) => {
        this.peers.delete(kind);
        if (this.isStopped) return;
        this.options.warn(`the thread for ${kind} queries has ended; it is started again when it is needed: ${error.message}`);
      },
    });
    this.peers.set(kind, peer);
    if (this.state) peer.stands(this.state);
    return peer;
  }
}
