import { BEFORE_ALL, type Position } from '../../vocabulary/position.js';

/** What asks for another file by itself: the one in use is of another form, was filled by other projections, is damaged, or is of another log. */
export type RenewalReason = 'form' | 'version' | 'damage' | 'other-log';

/** Why the read model is built anew: the same, or somebody asked for it, or it may clear parked events. */
export type RebuildReason = RenewalReason | 'asked' | 'parked';

export interface RebuildProgress {
  readonly state: 'running' | 'swapped' | 'failed';
  readonly phase: 'building' | 'comparing';
  readonly reason: RebuildReason;
  readonly position: Position;
  readonly head: Position;
  /** Of building and comparing together. */
  readonly percent: number;
  /** While building, on average; null before there is one to tell. */
  readonly eventsPerSecond: number | null;
  /** Estimated from how long it took so far; null before there is anything to tell. */
  readonly secondsLeft: number | null;
  /** Whether the new file held the same rows as the one in use; null until they were compared, and where there was nothing to compare with. */
  readonly same: boolean | null;
  /** How many events were parked in the file that was replaced and are so no more; null until then, and where nobody knows. */
  readonly cleared: number | null;
  readonly error: string | null;
}

/** The part of the whole that building takes, about; the rest is comparing. */
const BUILDING_PERCENT = 90;

/** How a rebuild goes, from its beginning to its end. */
export class RebuildCourse {
  private state: RebuildProgress['state'] = 'running';
  private phase: RebuildProgress['phase'] = 'building';
  private position: Position = BEFORE_ALL;
  private events = 0;
  private buildingMs = 0;
  private rowsCompared = 0;
  private rowsInAll = 1;
  private outcome: Pick<RebuildProgress, 'same' | 'cleared' | 'error'> = { same: null, cleared: null, error: null };
  private endedAt: number | undefined;
  private readonly begunAt: number;

  /** @param now milliseconds, from whenever */
  constructor(
    readonly reason: RebuildReason,
    private head: Position,
    private readonly now: () => number,
  ) {
    this.begunAt = now();
  }

  get isRunning(): boolean {
    return this.state === 'running';
  }

  /** Some more events are built. @param head where building is to end, as far as it is known */
  built(events: number, position: Position, head: Position): void {
    this.phase = 'building';
    this.events += events;
    this.position = position;
    this.head = head;
    this.buildingMs = this.now() - this.begunAt;
  }

  /** @param rows that there are to compare, about */
  compares(rows: number): void {
    this.phase = 'comparing';
    this.rowsInAll = Math.max(1, rows);
  }

  compared(rows: number): void {
    this.rowsCompared += rows;
  }

  swapped(position: Position, same: boolean | null, cleared: number | null): void {
    this.position = position;
    this.head = position;
    this.end('swapped', { same, cleared, error: null });
  }

  failed(error: string): void {
    this.end('failed', { same: null, cleared: null, error });
  }

  get progress(): RebuildProgress {
    const { state, phase, reason, position, head, events, buildingMs, percent } = this;
    const elapsedMs = (this.endedAt ?? this.now()) - this.begunAt;
    return {
      state,
      phase,
      reason,
      position,
      head,
      percent: Math.floor(percent * 10) / 10,
      eventsPerSecond: events === 0 || buildingMs <= 0 ? null : Math.round((events * 1_000) / buildingMs),
      secondsLeft: this.secondsLeft(elapsedMs),
      ...this.outcome,
    };
  }

  private get percent(): number {
    if (this.state === 'swapped') return 100;
    if (this.phase === 'comparing')
      return BUILDING_PERCENT + (100 - BUILDING_PERCENT) * Math.min(0.999, this.rowsCompared / this.rowsInAll);
    return this.head === BEFORE_ALL ? 0 : (BUILDING_PERCENT * Number(this.position)) / Number(this.head);
  }

  private secondsLeft(elapsedMs: number): number | null {
    if (this.state === 'failed' || this.percent === 0) return null;
    return Math.ceil((elapsedMs * (100 - this.percent)) / this.percent / 1_000);
  }

  private end(state: 'swapped' | 'failed', outcome: typeof this.outcome): void {
    this.state = state;
    this.outcome = outcome;
    this.endedAt = this.now();
  }
}
