import { ReadableModel } from '../read-model/readable-model.js';
import type { Bodies } from '../read-model/tables/bodies.js';
import { rootAt } from '../read-model/reading/root-reader.js';
import { ReadModelDamaged } from '../ports/read-model-errors.js';
import { openForReading } from '../read-model/tables/open-read-model-file.js';
import type { ReadModelFile } from '../read-model/tables/read-model-file.js';
import { WaitingForPositions } from '../read-model/following/waiting-for-positions.js';
import { BEFORE_ALL, type Position } from '../vocabulary/position.js';
import type { KeeperState } from './keeper-messages.js';
import type { SwapFlag } from './swap-flag.js';

/** The read model that another thread keeps, as questions in this thread see it. */
export class ReadModelBesideItsKeeper extends ReadableModel {
  private file: ReadModelFile | undefined;
  private state: KeeperState = { applied: BEFORE_ALL, passed: BEFORE_ALL, isDamaged: false, renewal: undefined, generation: 0 };
  private readonly waiting = new WaitingForPositions();
  private readonly listeners = new Set<() => void>();

  /** @param onDamage called when a question here meets damage */
  constructor(
    private readonly path: string,
    private readonly bodies: Bodies,
    private readonly flag: SwapFlag,
    private readonly onDamage: () => void,
  ) {
    super();
  }

  get rows(): ReadModelFile {
    if (this.state.isDamaged || this.file?.isDamaged === true) throw new ReadModelDamaged(this.path);
    return (this.file ??= this.open());
  }

  get applied(): Position {
    return this.rows.applied;
  }

  /** The root of the log up to a position, where it can be told just now. */
  rootAt(position: Position): string | undefined {
    try {
      return rootAt(this.rows, position);
    } catch {
      // The answer that it would go with is there: it goes without.
      return undefined;
    }
  }

  /** A question begins: it sees all that is committed by now. */
  refresh(): void {
    this.file?.endReading();
  }

  async reaches(position: Position, limit: number): Promise<boolean> {
    return this.applied >= position || this.waiting.until(position, limit);
  }

  onApplied(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The keeper tells how it stands. */
  stands(state: KeeperState): void {
    this.file?.endReading();
    this.state = state;
    this.waiting.reached(state.applied);
    for (const listener of [...this.listeners]) listener();
  }

  /** Lets go of the file: the next question opens the one that is in its place then. */
  closeFile(): void {
    this.file?.close();
    this.file = undefined;
  }

  private open(): ReadModelFile {
    this.flag.waitUntilLowered();
    try {
      const file = openForReading(this.path, this.bodies);
      file.whenDamaged(() => {
        this.onDamage();
      });
      return file;
    } catch (error) {
      if (error instanceof ReadModelDamaged) this.onDamage();
      throw error;
    }
  }
}
