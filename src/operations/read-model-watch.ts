import type { Keeper, ReadModelStatus } from '../read-model/keeper.js';
import type { Watchdog } from '../read-model/following/watchdog.js';
import type { ParkedEvent } from '../read-model/reading/parked-reader.js';

/** Below this nobody needs to be told. */
const LAG_TOLD_SECONDS = 10;
/** So many parked events are told one by one. */
const MOST_PARKED_TOLD = 20;

/** Something that an operator is told of the read model. */
export interface ReadModelNews {
  readonly level: 'log' | 'warn';
  /** With a `msg`. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Looks at the read model now and then: knows how it stood last, and tells what is new about it. */
export class ReadModelWatch {
  /** How it stood when it was last looked at. */
  latest: ReadModelStatus | undefined;
  private isLagging = false;
  private readonly toldParked = new Set<string>();
  private parkedCount = 0;

  constructor(
    private readonly keeper: Pick<Keeper, 'status'>,
    private readonly watchdog: Pick<Watchdog, 'ageSeconds'>,
  ) {}

  async news(): Promise<ReadModelNews[]> {
    this.latest = await this.keeper.status();
    return [...this.newsOfLag(), ...this.newsOfParked(this.latest)];
  }

  private newsOfLag(): ReadModelNews[] {
    const { ageSeconds } = this.watchdog;
    const wasLagging = this.isLagging;
    if (ageSeconds === null || ageSeconds >= LAG_TOLD_SECONDS) this.isLagging = true;
    else if (ageSeconds === 0) this.isLagging = false;
    if (this.isLagging === wasLagging) return [];
    if (!this.isLagging) return [{ level: 'log', fields: { msg: 'the read model has caught up with the log' } }];
    return [{ level: 'warn', fields: { msg: 'the read model lags behind the log', ageSeconds } }];
  }

  private newsOfParked({ parked, parkedCount }: ReadModelStatus): ReadModelNews[] {
    const before = this.parkedCount;
    this.parkedCount = parkedCount;
    if (parkedCount === 0) this.toldParked.clear();
    if (parkedCount < before) return [{ level: 'log', fields: { msg: 'fewer events are parked', parkedCount } }];
    const fresh = parked.filter(({ position }) => !this.toldParked.has(position)).slice(0, MOST_PARKED_TOLD);
    for (const { position } of fresh) this.toldParked.add(position);
    return fresh.map((event) => ({ level: 'warn', fields: parkedTold(event, parkedCount) }));
  }
}

function parkedTold({ position, type, negotiation, error }: ParkedEvent, parkedCount: number): ReadModelNews['fields'] {
  return { msg: 'an event cannot be projected and is parked', position: position, type, negotiation, error, parkedCount };
}
