import { randomUUID } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setImmediate as nextRound } from 'node:timers/promises';
import type { ReadableLog, RecordedEvent } from '../../event-store/event-store.js';
import { BEFORE_ALL, type Position } from '../../vocabulary/position.js';
import type { Belonging } from '../following/belonging.js';
import { timedBatches, SHORT_TURN_MS } from '../following/timed-batches.js';
import type { Extracted } from '../extracting/extract-form.js';
import { parkedEvents } from '../reading/parked-reader.js';
import { Projector } from '../projecting/projector.js';
import type { ReadModel } from '../read-model.js';
import { ReadModelDamaged } from '../../ports/read-model-errors.js';
import { endConstruction, removeFile, startBuilding } from '../tables/open-read-model-file.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import { GivingWay } from '../../waiting/giving-way.js';
import { RebuildCourse, type RebuildProgress, type RebuildReason } from './rebuild-progress.js';
import { haveSameRows } from './same-rows.js';

/** Reads a log and extracts what a read model needs of it, ahead of who takes it. */
export interface ExtractingAhead {
  /** What is behind one position up to another, included; some thousand events at a time, in order. */
  batches(after: Position, upTo: Position): AsyncIterable<Extracted>;
}

/** So many events are written together: lists that grew are written once for all of them. */
const COMMIT_EVERY = 32_000;

export interface RebuildOptions {
  /** Asked first: what is of another log is not compared with. */
  readonly belonging?: Pick<Belonging, 'check'>;
  /** Another thread that does a part of the work; left out: there is none. */
  readonly extracting?: ExtractingAhead | undefined;
  /** For how long at a time it may keep others waiting. */
  readonly turnMs?: number;
  /** Milliseconds, from whenever. */
  readonly now?: () => number;
}

/**
 * Builds the read model anew from the log in a file beside the one in use, compares the two, and swaps. Reads go on all the while,
 * from the old file up to the swap and from the new one after it; so does following the log: what is recorded while the two are
 * compared is written into both. A file in use that is damaged, empty or of another form is replaced without a comparison.
 */
export class Rebuild {
  private course: RebuildCourse | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;
  private readonly turnMs: number;
  private readonly now: () => number;
  private readonly belonging: RebuildOptions['belonging'];
  private readonly extracting: ExtractingAhead | undefined;

  constructor(
    private readonly store: ReadableLog,
    private readonly readModel: ReadModel,
    { belonging, extracting, turnMs = SHORT_TURN_MS, now = () => performance.now() }: RebuildOptions = {},
  ) {
    this.turnMs = turnMs;
    this.now = now;
    this.belonging = belonging;
    this.extracting = extracting;
    removeInterrupted(readModel.path);
  }

  /** How the last rebuild of this process stands; undefined where there was none. */
  get progress(): RebuildProgress | undefined {
    return this.course?.progress;
  }

  get isRunning(): boolean {
    return this.course?.isRunning ?? false;
  }

  get isStopped(): boolean {
    return this.stopped;
  }

  /** Settles when the rebuild has ended, well or not, or the one that runs already; it never throws. */
  async run(reason: RebuildReason = 'asked'): Promise<void> {
    if (!this.isRunning) {
      this.course = new RebuildCourse(reason, this.readModel.applied, this.now);
      this.running = this.carryOut(this.course);
    }
    return this.running;
  }

  /** Ends a rebuild at its next step. Settles when nothing is left of it. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
  }

  private async carryOut(course: RebuildCourse): Promise<void> {
    const path = `${this.readModel.path}.rebuild-${randomUUID()}`;
    try {
      await this.build(path, course);
    } catch (error) {
      removeFile(path);
      course.failed((error as Error).message);
    }
  }

  private async build(path: string, course: RebuildCourse): Promise<void> {
    const { readModel } = this;
    await this.belonging?.check();
    // What they keep is of another log, at the same positions.
    if (readModel.isOfAnotherLog) readModel.bodies.clear();
    const fresh = startBuilding(path, readModel.bodies);
    try {
      const projector = new Projector(fresh);
      await this.fill(fresh, projector, course);
      endConstruction(fresh);
      // Meanwhile the two are compared.
      const onDisk = reachDisk(path);
      onDisk.catch(() => undefined);
      // The follower went on meanwhile, and may do so at every await.
      while (fresh.applied < readModel.applied) await this.fill(fresh, projector, course);
      const companion = new Companion(projector);
      readModel.accompany(companion);
      const same = await this.compare(fresh, companion, course);
      await onDisk;
      await readModel.readersLeft();
      companion.throwIfFailed();
      const cleared = readModel.takesEvents ? clearedBy(fresh, readModel.rows) : null;
      fresh.close();
      readModel.swapIn(path);
      course.swapped(readModel.applied, same, cleared);
    } catch (error) {
      readModel.accompany(undefined);
      if (fresh.isOpen) fresh.close();
      throw error;
    } finally {
      readModel.readersMayReturn();
    }
  }

  /** Brings the new file to where the one in use stands; where that one stands nowhere or still, to the head of the log. */
  private async fill(fresh: ReadModelFile, projector: Projector, course: RebuildCourse): Promise<void> {
    const { readModel, store } = this;
    this.throwIfStopped();
    const head = readModel.applied === BEFORE_ALL || !readModel.takesEvents ? await store.head() : undefined;
    const goal = (): Position => head ?? readModel.applied;
    if (this.extracting !== undefined && fresh.applied < goal()) await this.fillFrom(this.extracting, fresh, projector, goal(), course);
    while (fresh.applied < goal()) {
      const before = fresh.applied;
      for await (const batch of timedBatches(store.readAll(before), () => ({ turnMs: this.turnMs, isAwaited: false }))) {
        this.throwIfStopped();
        const events = upTo(goal(), batch);
        projector.apply(events);
        course.built(events.length, fresh.applied, goal());
        if (events.length < batch.length || fresh.applied === goal()) break;
      }
      this.throwIfStopped();
      if (fresh.applied === before) throw new Error(`the log ends before @${String(goal())}, where the read model stands`);
    }
  }

  /** The same with what another thread extracts. */
  private async fillFrom(
    extracting: ExtractingAhead,
    fresh: ReadModelFile,
    projector: Projector,
    goal: Position,
    course: RebuildCourse,
  ): Promise<void> {
    const givingWay = this.givingWay();
    for await (const extracted of extracting.batches(fresh.applied, goal)) {
      this.throwIfStopped();
      projector.gather(extracted);
      if (projector.gatheredCount >= COMMIT_EVERY) projector.commitInBetween();
      course.built(extracted.events, fresh.applied, goal);
      await nextRound();
      await givingWay.worked();
    }
    projector.commit();
    course.built(0, fresh.applied, goal);
  }

  /** @returns null where there is nothing to compare with */
  private async compare(fresh: ReadModelFile, companion: Companion, course: RebuildCourse): Promise<boolean | null> {
    const { readModel } = this;
    const standsAt = readModel.takesEvents ? readModel.applied : BEFORE_ALL;
    if (standsAt === BEFORE_ALL || standsAt !== fresh.applied) return null;
    course.compares(fresh.rowsWritten);
    const givingWay = this.givingWay();
    try {
      return await haveSameRows(readModel.rows, fresh, async (rows) => {
        course.compared(rows);
        await nextRound();
        await givingWay.worked();
        companion.throwIfFailed();
        this.throwIfStopped();
      });
    } catch (error) {
      if (error instanceof ReadModelDamaged && readModel.isDamaged) return null;
      throw error;
    }
  }

  /** Whoever posts goes before: what is recorded meanwhile is followed in this thread. */
  private givingWay(): GivingWay {
    return new GivingWay(() => this.readModel.applied);
  }

  private throwIfStopped(): void {
    if (this.stopped) throw new Error('stopped');
  }
}

/** Writes into the new file what is applied to the one in use. Its failure ends the rebuild alone: readers and writers do not notice. */
class Companion {
  private failure: unknown;

  constructor(private readonly projector: Projector) {}

  take(events: readonly RecordedEvent[]): void {
    try {
      if (this.failure === undefined) this.projector.apply(events);
    } catch (error) {
      this.failure = error;
    }
  }

  throwIfFailed(): void {
    if (this.failure !== undefined) throw this.failure as Error;
  }
}

function upTo(position: Position, events: readonly RecordedEvent[]): readonly RecordedEvent[] {
  return (events.at(-1)?.position ?? position) <= position ? events : events.filter((event) => event.position <= position);
}

function clearedBy(fresh: ReadModelFile, old: ReadModelFile): number {
  const still = new Set(parkedEvents(fresh).map(({ position }) => position));
  return parkedEvents(old).filter(({ position }) => !still.has(position)).length;
}

/** Waits until all that was written stands on the disk: SQLite did not. Nobody else has the file open who could mind its lock being lost. */
async function reachDisk(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

function removeInterrupted(path: string): void {
  for (const name of readdirSync(dirname(path))) {
    if (name.startsWith(`${basename(path)}.rebuild-`)) removeFile(join(dirname(path), name));
  }
}
