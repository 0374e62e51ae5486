import type { StreamName } from '../../event-store/event-store.js';

/** Streams of which there is more than was read: they are being read, or this node has written to them since. */
export class GrownStreams {
  private readonly latest = new Map<StreamName, number>();
  private count = 0;

  isBehind(stream: StreamName): boolean {
    return this.latest.has(stream);
  }

  /** Takes note that a stream has got an event. */
  note(stream: StreamName): void {
    this.latest.set(stream, (this.count += 1));
  }

  /** Somebody begins to read a stream to its end. @returns to be told at the end */
  begin(stream: StreamName): number {
    if (!this.isBehind(stream)) this.note(stream);
    return this.latest.get(stream) ?? 0;
  }

  /** Somebody has read a stream to its end: what was noted meanwhile may not be in it. */
  end(stream: StreamName, begun: number): void {
    if (this.latest.get(stream) === begun) this.latest.delete(stream);
  }
}
