import { isLong } from '../queries/query-classes.js';
import type { KeeperState } from './keeper-messages.js';
import type { Readers } from './keeper-elsewhere.js';
import { QueryThreadPeer, type PeerOptions } from './query-thread-peer.js';
import type { ThreadData } from './thread-data.js';
import { resultTold } from './told-results.js';

export interface QueriesElsewhereOptions extends Pick<PeerOptions, 'onDamage'> {
  /** How long working out an answer may take, in milliseconds. */
  readonly limitMs: number;
  /** 2, or 1: then lists take turns with what is about one thing. */
  readonly threads: number;
  /** Ends the work for a request whose client has left. */
  readonly clientGone: () => AbortSignal | undefined;
  readonly warn: (message: string) => void;
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

  private constructor(
    private readonly entry: URL,
    private readonly data: ThreadData,
    private readonly options: QueriesElsewhereOptions,
  ) {}

  /** @param entry the program of a thread */
  static async start(entry: URL, data: ThreadData, options: QueriesElsewhereOptions): Promise<QueriesElsewhere> {
    const queries = new QueriesElsewhere(entry, data, options);
    const kinds: readonly Kind[] = options.threads === 1 ? ['all'] : ['short', 'long'];
    await Promise.all(kinds.map((kind) => queries.startThread(kind).isReady()));
    return queries;
  }

  /** @param query an instance of one of the classes of queries @throws what the query throws */
  async ask(query: object): Promise<unknown> {
    const { name } = query.constructor;
    const kind = this.kindOf(name);
    const peer = this.peers.get(kind) ?? this.startThread(kind);
    const begun = performance.now();
    const asking = peer.ask({
      name,
      fields: { ...query },
      limitMs: this.options.limitMs,
      signal: this.options.clientGone(),
    });
    const { result, chunks } = await asking.finally(() => this.options.onAsked?.(name, (performance.now() - begun) / 1_000));
    return resultTold(result, chunks);
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
