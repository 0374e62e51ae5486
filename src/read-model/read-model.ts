import { close, closeSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RecordedEvent } from '../event-store/event-store.js';
import type { Position } from '../vocabulary/position.js';
import { Projector } from './projector.js';
import { ReadModelDamaged } from './read-model-damage.js';
import { ReadModelFile, removeFile } from './read-model-file.js';
import { PROJECTION_VERSION } from './schema.js';

interface Waiting {
  readonly position: Position;
  readonly wake: () => void;
}

type Listener = (events: readonly RecordedEvent[]) => void;

/** The read model in use: what queries read and the follower fills. */
export class ReadModel {
  private file: ReadModelFile;
  private projector: Projector;
  private companion: { take(events: readonly RecordedEvent[]): void } | undefined;
  private readonly waiting = new Set<Waiting>();
  private readonly listeners = new Set<Listener>();
  private readonly damageListeners = new Set<(damage: ReadModelDamaged) => void>();
  private swapped = Promise.withResolvers<undefined>();

  /** @throws ReadModelUnavailable */
  constructor(readonly path: string) {
    this.file = this.watched(ReadModelFile.open(path));
    this.projector = new Projector(this.file);
  }

  /** The file to read from now; not to be kept over an await, for a rebuild swaps it. @throws ReadModelDamaged */
  get rows(): ReadModelFile {
    // A damaged file may have lost rows without a word: half an answer would pass for a whole one.
    if (this.file.isDamaged) throw new ReadModelDamaged(this.path);
    return this.file;
  }

  get applied(): Position {
    return this.file.applied;
  }

  get isOpen(): boolean {
    return this.file.isOpen;
  }

  get isDamaged(): boolean {
    return this.file.isDamaged;
  }

  /** The version of the projections that filled the file in use. */
  get version(): number {
    return this.file.version;
  }

  /** Whether projections of another version than this program's filled it. */
  get isOutdated(): boolean {
    return this.version !== PROJECTION_VERSION;
  }

  /**
   * Writes the rows of events and wakes those who wait for them.
   * @throws ReadModelDamaged where the rows cannot be written: they come with the file that is built instead
   */
  apply(events: readonly RecordedEvent[]): void {
    if (this.file.isDamaged) throw new ReadModelDamaged(this.path);
    this.projector.apply(events);
    this.companion?.take(events);
    this.wake();
    for (const listener of [...this.listeners]) listener(events);
  }

  /** Calls back after each batch of events that was applied. @returns stops it */
  onApplied(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Calls back when the file in use is found damaged, once for each file. */
  onDamage(listener: (damage: ReadModelDamaged) => void): void {
    this.damageListeners.add(listener);
  }

  /** Settles when a file was next swapped in. */
  async nextSwap(): Promise<void> {
    await this.swapped.promise;
  }

  /** Hands each batch that is applied from now on to a companion too, up to the next swap; undefined ends it. */
  accompany(companion: typeof this.companion): void {
    this.companion = companion;
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

  /**
   * Puts a complete, closed file in the place of the one in use; no read can come in between.
   * @throws where it cannot be put there; the one in use stays
   */
  swapIn(freshPath: string): void {
    this.companion = undefined;
    // Closing the old file takes its journal away: left behind, it would be read as the journal of the new one.
    this.file.close();
    removeFile(`${this.path}-wal`);
    const old = openSync(this.path, 'r');
    try {
      renameSync(freshPath, this.path);
      syncFolder(dirname(this.path));
    } finally {
      this.file = this.watched(ReadModelFile.takeUp(this.path));
      this.projector = new Projector(this.file);
      // Who closes a large file last waits until its space is given back: not this thread.
      close(old);
    }
    this.wake();
    this.swapped.resolve(undefined);
    this.swapped = Promise.withResolvers();
  }

  close(): void {
    for (const { wake } of [...this.waiting]) wake();
    this.file.close();
  }

  private watched(file: ReadModelFile): ReadModelFile {
    file.whenDamaged((damage) => {
      for (const listener of [...this.damageListeners]) listener(damage);
    });
    return file;
  }

  private wake(): void {
    const { applied } = this;
    for (const waiting of [...this.waiting]) if (waiting.position <= applied) waiting.wake();
  }
}

/** A rename is on the disk only once its folder is. */
function syncFolder(path: string): void {
  const folder = openSync(path, 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}
