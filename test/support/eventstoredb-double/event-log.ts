/** An event as the server keeps it. */
export interface LoggedEvent {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
  readonly createdMs: number;
}

export type ProposedEvent = Pick<LoggedEvent, 'id' | 'type' | 'contentType' | 'data' | 'metadata'>;

export type Expectation = bigint | 'no-stream' | 'any' | 'stream-exists';

export type AppendOutcome =
  | { readonly kind: 'appended'; readonly last: LoggedEvent }
  | { readonly kind: 'wrong-expected-version'; readonly current: bigint | undefined }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'deleted' };

/** How a deleted stream is cut off, as JSON has it. */
export const DELETED = 2 ** 63;

interface Settings {
  readonly $tb?: number;
  readonly $maxCount?: number;
  /** Seconds. */
  readonly $maxAge?: number;
}

/** The limit of a server that is not set otherwise. */
export const MAX_APPEND_SIZE = 1024 * 1024;

const RECORD_ENVELOPE_BYTES = 100;

/** The log of the double: it outlives a restart, like the disk of a server. Appends are decided as the real server does. */
export class EventLog {
  readonly events: LoggedEvent[] = [];
  private readonly streams = new Map<string, LoggedEvent[]>();
  private readonly lastRevision = new Map<string, bigint>();
  private readonly waiting = new Set<() => void>();
  private nextPosition = 0n;

  /** Exact expectations are idempotent: the ids that stand behind the expected revision count as appended. */
  append(stream: string, proposed: readonly ProposedEvent[], expected: Expectation): AppendOutcome {
    const size = proposed.reduce((sum, event) => sum + event.data.length + event.metadata.length + 2 * event.type.length, 0);
    if (size > MAX_APPEND_SIZE) return { kind: 'too-large' };
    if (this.isDeletedForGood(stream)) return { kind: 'deleted' };
    const stored = this.streamOf(stream);
    // A deleted stream is taken for a new one, and goes on where it ended.
    const current = this.settingsOf(stream).$tb === DELETED ? undefined : this.lastRevision.get(stream);
    if (!isMet(expected, current)) {
      const earlier = typeof expected === 'bigint' || expected === 'no-stream' ? this.earlierAppend(stored, proposed, expected) : undefined;
      return earlier ? { kind: 'appended', last: earlier } : { kind: 'wrong-expected-version', current };
    }
    let last: LoggedEvent | undefined;
    for (const event of proposed) last = this.write(stream, event);
    if (!last) throw new Error('an append holds no event');
    this.wake();
    return { kind: 'appended', last };
  }

  streamOf(stream: string): readonly LoggedEvent[] {
    return this.streams.get(stream) ?? [];
  }

  /** What a read of a stream gives: its settings may hide events that are in `$all` until they are scavenged. */
  readable(stream: string): readonly LoggedEvent[] {
    const { $tb = 0, $maxCount = Infinity, $maxAge = Infinity } = this.settingsOf(stream);
    const left = this.streamOf(stream).filter(({ revision, createdMs }) => revision >= $tb && Date.now() - createdMs <= 1_000 * $maxAge);
    return left.slice(-Math.min($maxCount, left.length) || left.length);
  }

  isDeletedForGood(stream: string): boolean {
    return this.streamOf(stream).at(-1)?.type === '$streamDeleted';
  }

  /** Takes away what the settings of a stream hide. */
  scavenge(stream: string): void {
    const left = new Set(this.readable(stream));
    this.remove((event) => event.stream === stream && !left.has(event));
  }

  /** Takes events away as if they had never been. */
  remove(isToGo: (event: LoggedEvent) => boolean): void {
    const keep = (event: LoggedEvent): boolean => !isToGo(event);
    this.events.splice(0, this.events.length, ...this.events.filter(keep));
    for (const [stream, stored] of this.streams) this.streams.set(stream, stored.filter(keep));
  }

  /** The log as it was when it held so many events. */
  putBackTo(count: number): void {
    const gone = new Set(this.events.slice(count));
    this.remove((event) => gone.has(event));
    this.lastRevision.clear();
    for (const { stream, revision } of this.events) this.lastRevision.set(stream, revision);
    this.nextPosition = (this.events.at(-1)?.position ?? 0n) + 1_000n;
  }

  /** The first event at or after a position, by its place in `events`. */
  indexOfPosition(position: bigint): number {
    let [low, high] = [0, this.events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.events[middle]?.position ?? 0n) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Settles at the next append, or when `stop` aborts. */
  async nextAppend(stop: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.waiting.delete(wake);
        stop.removeEventListener('abort', wake);
        resolve();
      };
      this.waiting.add(wake);
      stop.addEventListener('abort', wake, { once: true });
      if (stop.aborted) wake();
    });
  }

  private earlierAppend(stored: readonly LoggedEvent[], proposed: readonly ProposedEvent[], expected: bigint | 'no-stream') {
    const from = expected === 'no-stream' ? 0n : expected + 1n;
    const there = stored.filter(({ revision }) => revision >= from).slice(0, proposed.length);
    const same = there.length === proposed.length && proposed.every((event, i) => event.id === there[i]?.id);
    return same ? there.at(-1) : undefined;
  }

  private write(stream: string, proposed: ProposedEvent): LoggedEvent {
    const stored = this.streams.get(stream) ?? [];
    const revision = (this.lastRevision.get(stream) ?? -1n) + 1n;
    const event = { ...proposed, stream, revision, position: this.nextPosition, createdMs: Date.now() };
    this.lastRevision.set(stream, revision);
    this.streams.set(stream, stored);
    stored.push(event);
    this.events.push(event);
    // Bytes of a file, as on the server: positions are not dense.
    this.nextPosition += BigInt(RECORD_ENVELOPE_BYTES + stream.length + event.data.length + event.metadata.length);
    return event;
  }

  private settingsOf(stream: string): Settings {
    const last = this.streamOf(`$$${stream}`).at(-1);
    return last ? (JSON.parse(Buffer.from(last.data).toString('utf8')) as Settings) : {};
  }

  private wake(): void {
    for (const wake of [...this.waiting]) wake();
  }
}

function isMet(expected: Expectation, current: bigint | undefined): boolean {
  if (expected === 'any') return true;
  if (expected === 'stream-exists') return current !== undefined;
  return expected === 'no-stream' ? current === undefined : current === expected;
}
