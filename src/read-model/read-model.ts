import { renameSync } from 'node:fs';
import type { RecordedEvent } from '../event-store/event-store.js';
import type { Position } from '../vocabulary/position.js';
import { Projector } from './projector.js';
import { ReadModelFile, removeFile } from './read-model-file.js';

interface Waiting {
  readonly position: Position;
  readonly wake: () => void;
}

/** The read model in use: what queries read and the follower fills. */
export class ReadModel {
  private file: ReadModelFile;
  private projector: Projector;
  private readonly waiting = new Set<Waiting>();
  private readonly listeners = new Set<(events: readonly RecordedEvent[]) => void>();

  /** @throws ReadModelUnavailable */
  constructor(readonly path: string) {
    this.file = ReadModelFile.open(path);
    this.projector = new Projector(this.file);
  }

  /** The file to read from now; not to be kept over an await, for a rebuild swaps it. */
  get rows(): ReadModelFile {
    return this.file;
  }

  get applied(): Position {
    return this.file.applied;
  }

  /** Writes the rows of events and wakes those who wait for them. */
  apply(events: readonly RecordedEvent[]): void {
    this.projector.apply(events);
    const applied = this.applied;
    for (const waiting of [...this.waiting]) if (waiting.position <= applied) waiting.wake();
    for (const listener of [...this.listeners]) listener(events);
  }

  /** Calls back after each batch of events that was applied. @returns stops it */
  onApplied(listener: (events: readonly RecordedEvent[]) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** True once the position is applied; false after the time limit. @param limit milliseconds */
  async reaches(position: Position, limit: number): Promise<boolean> {
    if (this.applied >= position) return true;
    return new Promise((resolve) => {
      const settle = (reached: boolean): void => {
        clearTimeout(timer);
        this.waiting.delete(waiting);
        resolve(reached);
      };
      const waiting: Waiting = {
        position,
        wake: () => {
          settle(true);
        },
      };
      const timer = setTimeout(() => {
        settle(false);
      }, limit);
      this.waiting.add(waiting);
    });
  }

  /** Puts a complete, closed file in the place of the one in use; no read can come in between. */
  swapIn(freshPath: string): void {
    // Closing the old file takes its journal away: left behind, it would be read as the journal of the new one.
    this.file.close();
    removeFile(`${this.path}-wal`);
    renameSync(freshPath, this.path);
    this.file = ReadModelFile.open(this.path);
    this.projector = new Projector(this.file);
  }

  close(): void {
    for (const { wake } of [...this.waiting]) wake();
    this.file.close();
  }
}
