import type { ReadableLog } from '../../event-store/event-store.js';
import { BEFORE_ALL } from '../../vocabulary/position.js';
import { isMarkedBy, marksOf } from '../tables/log-marks.js';
import type { ReadModel } from '../read-model.js';

/**
 * Whether the read model is of the log that is followed. It is not where the log was restored from an older backup, its server was emptied, the
 * settings name another one, or another file was put in its place: what it shows then is in no log, or at other positions.
 */
export class Belonging {
  constructor(
    private readonly store: ReadableLog,
    private readonly readModel: ReadModel,
    private readonly warn: (message: string) => void,
  ) {}

  /**
   * Looks for the first and the last event that were applied. Where one is not at its place, the read model answers nothing any more, and is to be
   * built anew. @returns whether they belong together @throws StoreUnavailable
   */
  async check(): Promise<boolean> {
    const { readModel } = this;
    if (readModel.isDamaged || readModel.applied === BEFORE_ALL) return !readModel.isOfAnotherLog;
    const { generation } = readModel;
    const isOurs = await this.isFound();
    // A file that was put in its place meanwhile is of the log that is followed.
    if (isOurs || readModel.generation !== generation) return true;
    this.warn(`the read model is of another log than the one that is followed, which has no such event at @${String(readModel.applied)}`);
    readModel.foundOfAnotherLog();
    return false;
  }

  private async isFound(): Promise<boolean> {
    const marks = marksOf(this.readModel.rows);
    if (marks.length === 0) return (await this.store.eventAt(this.readModel.applied)) !== undefined;
    for (const mark of marks) if (!isMarkedBy(mark, await this.store.eventAt(mark.position))) return false;
    return true;
  }
}
