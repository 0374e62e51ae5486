import { close, closeSync, existsSync, fsyncSync, openSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RecordedEvent } from '../event-store/event-store.js';
import { FileInUse, FileLock, LOOKED_AT_MS } from '../event-store/file-lock.js';
import { BEFORE_ALL, type Position } from '../vocabulary/position.js';
import { type Bodies, bodiesBeside } from './tables/bodies.js';
import { Projector } from './projecting/projector.js';
import { openToFill, removeFile, startAnew, takeUp } from './tables/open-read-model-file.js';
import { ReadModelDamaged, ReadModelUnavailable } from '../ports/read-model-errors.js';
import { UnreadableForm } from './tables/read-model-damage.js';
import type { ReadModelFile } from './tables/read-model-file.js';
import { ReadableModel } from './readable-model.js';
import type { RenewalReason } from './rebuilding/rebuild-progress.js';
import { PROJECTION_VERSION } from './tables/definition.js';
import { WaitingForPositions } from './following/waiting-for-positions.js';

type Listener = () => void;

/** Those who read the file in other threads: a file that is open cannot be swapped. */
export interface ReadersElsewhere {
  /** Settles when none has it open any more. */
  leave(): Promise<void>;
  mayReturn(): void;
}

/** The read model in use, in the thread that fills it: what the follower writes, and what questions read where they are answered here. */
export class ReadModel extends ReadableModel {
  private file: ReadModelFile;
  private madeProjector: Projector | undefined;
  private companion: { take(events: readonly RecordedEvent[]): void } | undefined;
  private readonly lock: FileLock;
  private readonly waiting = new WaitingForPositions();
  private readonly listeners = new Set<Listener>();
  private readonly damageListeners = new Set<(damage: ReadModelDamaged) => void>();
  private damage: ReadModelDamaged | undefined;
  private readonly readers = new Set<ReadersElsewhere>();
  private swapped = Promise.withResolvers<undefined>();
  /** The file in use is of another log than the one that is followed. */
  isOfAnotherLog = false;
  /** Raised with every swap. */
  generation = 0;

  /** @param bodies what events say; left out: a file beside this one keeps it @throws ReadModelUnavailable */
  constructor(
    readonly path: string,
    readonly bodies: Bodies = bodiesBeside(path, true),
  ) {
    super();
    this.lock = lockOf(path);
    this.file = this.watched(this.opened(path));
    // They may be of another log.
    if (this.file.applied === BEFORE_ALL) bodies.clear();
  }

  /** The file to read from now; not to be kept over an await, for a rebuild swaps it. @throws ReadModelDamaged */
  get rows(): ReadModelFile {
    // A damaged file may have lost rows without a word: half an answer would pass for a whole one.
    if (this.file.isDamaged) throw this.damage ?? new ReadModelDamaged(this.path);
    return this.file;
  }

  /** Of what another log holds nothing counts as applied. */
  get applied(): Position {
    return this.isOfAnotherLog ? BEFORE_ALL : this.file.applied;
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

  /** Whether it takes what is recorded. One of another form stands still until it is replaced, and so does a damaged one. */
  get takesEvents(): boolean {
    return !this.file.isDamaged && !this.file.isOfAnotherForm;
  }

  /** Why another file is to be built in the place of the one in use; undefined where it is as it should be. */
  get renewal(): RenewalReason | undefined {
    if (this.isOfAnotherLog) return 'other-log';
    if (this.file.isDamaged) return this.damage instanceof UnreadableForm ? 'form' : 'damage';
    if (this.file.isOfAnotherForm) return 'form';
    return this.version === PROJECTION_VERSION ? undefined : 'version';
  }

  /**
   * Writes the rows of events and wakes those who wait for them.
   * @throws ReadModelDamaged where the rows cannot be written: they come with the file that is built instead
   */
  apply(events: readonly RecordedEvent[]): void {
    if (!this.takesEvents) throw new ReadModelDamaged(this.path);
    this.projector.apply(events);
    this.companion?.take(events);
    this.wake();
    for (const listener of [...this.listeners]) listener();
  }

  /** Made when there is something to apply: it looks into the file, which may be damaged. */
  private get projector(): Projector {
    return (this.madeProjector ??= new Projector(this.file));
  }

  /** Calls back after each batch of events that was applied, and where it is found damaged or of another log. @returns stops it */
  onApplied(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Calls back when the file in use is found damaged, once for each file; at once where it is already. */
  onDamage(listener: (damage: ReadModelDamaged) => void): void {
    this.damageListeners.add(listener);
    if (this.damage !== undefined) listener(this.damage);
  }

  /** Who reads the file in other threads is told of swaps. */
  addReaders(readers: ReadersElsewhere): void {
    this.readers.add(readers);
  }

  /** Settles when no other thread has the file open; to be followed by `readersMayReturn`. */
  async readersLeft(): Promise<void> {
    await Promise.all([...this.readers].map((readers) => readers.leave()));
  }

  readersMayReturn(): void {
    for (const readers of this.readers) readers.mayReturn();
  }

  /** Who reads it in another thread met damage. */
  foundDamaged(): void {
    this.file.foundDamaged();
  }

  /** It shows what the log that is followed does not hold: it answers nothing any more until it is replaced. */
  foundOfAnotherLog(): void {
    this.isOfAnotherLog = true;
    this.file.foundDamaged();
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
    return this.waiting.until(position, limit);
  }

  /**
   * Puts a complete, closed file in the place of the one in use; no read can come in between.
   * @throws where it cannot be put there; the one in use stays
   */
  swapIn(freshPath: string): void {
    this.companion = undefined;
    // Closing the old file takes its journal away: left behind, it would be read as the journal of the new one.
    this.file.close();
    for (const suffix of ['-wal', '-shm']) removeFile(this.path + suffix);
    // Somebody may have taken it away: then there is nothing to be let go of.
    const old = existsSync(this.path) ? openSync(this.path, 'r') : undefined;
    try {
      renameSync(freshPath, this.path);
      syncFolder(dirname(this.path));
    } finally {
      this.damage = undefined;
      this.file = this.watched(takeUp(this.path, this.bodies));
      this.isOfAnotherLog = false;
      this.madeProjector = undefined;
      // Who closes a large file last waits until its space is given back: not this thread.
      if (old !== undefined) close(old);
    }
    this.generation += 1;
    this.wake();
    this.swapped.resolve(undefined);
    this.swapped = Promise.withResolvers();
  }

  close(): void {
    this.waiting.giveUp();
    this.file.close();
    this.bodies.close();
    this.lock.release();
  }

  private opened(path: string): ReadModelFile {
    try {
      const file = openToFill(path, this.bodies);
      if (file.applied === BEFORE_ALL || this.bodies.holds(Number(file.applied))) return file;
      // What its events say is lost, or the log is another one: without it nothing can be answered.
      file.close();
      return startAnew(path, this.bodies);
    } catch (error) {
      this.lock.release();
      throw error;
    }
  }

  private watched(file: ReadModelFile): ReadModelFile {
    file.whenDamaged((damage) => {
      this.damage = damage;
      for (const listener of [...this.damageListeners]) listener(damage);
      for (const listener of [...this.listeners]) listener();
    });
    return file;
  }

  private wake(): void {
    this.waiting.reached(this.applied);
  }
}

function lockOf(path: string): FileLock {
  try {
    return FileLock.take(path, LOOKED_AT_MS);
  } catch (error) {
    const why = error instanceof FileInUse ? error.message : `${path} cannot be opened: ${(error as Error).message}`;
    throw new ReadModelUnavailable(why, { cause: error });
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
