import { Clock } from '../src/ports/clock.js';
import { Asking } from '../src/queries/asking/asking.js';
import type { AxesQuery } from '../src/queries/asking/axes.schema.js';
import { IssueStateHandler, IssueStateQuery } from '../src/queries/issue-state/issue-state.query.js';
import { ReadModel } from '../src/read-model/read-model.js';
import type { IssueState } from '../src/rules/issue-state.js';
import { endOfDay } from '../src/vocabulary/day.js';
import type { At } from '../src/vocabulary/axes.js';
import { NEGOTIATION } from './generator/history-options.js';
import { LAST_DAY } from './generator/period.js';
import { LARGEST_ISSUE } from './generator/registry-world.js';
import { BodiesInLog } from '../src/read-model/tables/bodies.js';
import { type BuiltLog, logPath, readModelPath } from './logs/built-log.js';

/** The day after the last one of every history. */
class DayAfter extends Clock {
  now(): number {
    return endOfDay(LAST_DAY + 1);
  }
}

/** A read model that is asked for the state of the largest issue, as the query of the service does it. */
export class AskedInProcess implements Disposable {
  private readonly readModel: ReadModel;
  private readonly asking: Asking;
  private readonly handler: IssueStateHandler;

  constructor(readonly log: BuiltLog) {
    this.readModel = new ReadModel(readModelPath(log.folder), new BodiesInLog(logPath(log.folder)));
    this.asking = new Asking(this.readModel, new DayAfter());
    this.handler = new IssueStateHandler(this.asking);
  }

  /** The answer's body. */
  async ask(query: AxesQuery): Promise<IssueState> {
    const { body } = await this.handler.execute(new IssueStateQuery(NEGOTIATION, LARGEST_ISSUE, query));
    return body as IssueState;
  }

  async at(query: AxesQuery): Promise<At> {
    return this.asking.at(query);
  }

  [Symbol.dispose](): void {
    this.readModel.close();
  }
}
