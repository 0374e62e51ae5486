import { Controller, Get, Injectable } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { HistoryFault } from '../event-store/history-fault.js';
import { Keeper } from '../read-model/keeper.js';
import type { RenewalReason } from '../read-model/rebuilding/rebuild-progress.js';
import { Watchdog } from '../read-model/following/watchdog.js';
import { BEFORE_ALL, type Position } from '../vocabulary/position.js';
import { DiskRoom } from './disk/disk-room.js';
import { EdgeProblem } from '../http/problem-filter.js';
import { Answers } from '../http/openapi/answers.decorator.js';
import { liveAnswer, readyAnswer } from './health.answer.js';

/** So many are told one by one. */
const MOST_FAULTS = 20;

const WHY_RENEWED = {
  form: 'is of the form of another version',
  version: 'was filled by another version',
  damage: 'is damaged',
  'other-log': 'is of another log',
} as const satisfies Record<RenewalReason, string>;

/** The head of the log as it was seen at start: once the read model has been there, this node is ready. */
@Injectable()
export class Readiness {
  private headAtStart: Position | undefined;
  /** What is wrong with the clock of this node. */
  clockFault: string | undefined;
  /** undefined until the log was asked. */
  private faults: readonly HistoryFault[] | undefined;

  constructor(
    private readonly keeper: Keeper,
    private readonly watchdog: Watchdog,
    private readonly disk: DiskRoom,
  ) {}

  /** @param head of the log at start */
  startedAt(head: Position): void {
    this.headAtStart = head;
  }

  /** @param faults by what the log loses events, or has lost some */
  found(faults: readonly HistoryFault[]): void {
    this.faults = faults;
  }

  get isReady(): boolean {
    const { wanted } = this;
    return wanted !== undefined && this.keeper.applied >= wanted && !this.keeper.isDamaged;
  }

  /** False where an answer would pass for that of an empty tracker: this node has read nothing, and does not know that there is nothing. */
  get mayAnswer(): boolean {
    return this.keeper.applied > BEFORE_ALL || this.wanted === BEFORE_ALL;
  }

  /** What is missing while it is not ready. */
  get lack(): string {
    if (this.keeper.isDamaged) return `The read model ${WHY_RENEWED[this.keeper.renewal ?? 'damage']} and is being built anew.`;
    if (this.headAtStart === undefined) return `The log was not reached yet: ${this.watchdog.fault ?? 'it has not answered'}.`;
    const { renewal } = this.keeper;
    if (renewal === 'form')
      return `The read model stands at ${this.position}: it ${WHY_RENEWED.form}, and answers what it can until one of this version is built.`;
    return `The read model stands at ${this.position}.`;
  }

  /** What has to be reached. A log that was put back since the start may never be so long again. */
  private get wanted(): Position | undefined {
    const { lowestHead } = this.watchdog;
    return this.headAtStart !== undefined && lowestHead !== undefined && lowestHead < this.headAtStart ? lowestHead : this.headAtStart;
  }

  get position(): string {
    return String(this.keeper.applied);
  }

  /** How this node stands to the log right now. */
  describe(): object {
    return {
      position: this.position,
      renewal: this.keeper.renewal ?? null,
      logReachable: this.watchdog.isLogReachable,
      logFault: this.watchdog.fault ?? null,
      ageSeconds: this.watchdog.ageSeconds,
      clockFault: this.clockFault ?? null,
      diskFault: this.disk.fault ?? null,
      faults: this.faults?.slice(0, MOST_FAULTS) ?? null,
      faultCount: this.faults?.length ?? null,
    };
  }
}

/** Whether the process lives, and whether it is ready to answer. */
@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly readiness: Readiness) {}

  @Get('live')
  @ApiOperation({ operationId: 'getLiveness', summary: 'Whether the process runs' })
  @Answers({ 200: liveAnswer })
  live(): object {
    return { status: 'live' };
  }

  @Get('ready')
  @ApiOperation({ operationId: 'getReadiness', summary: 'Whether the read model has reached the head of the log that was seen at start' })
  @Answers({ 200: readyAnswer }, 'not-ready')
  ready(): object {
    if (this.readiness.isReady) return { status: 'ready', ...this.readiness.describe() };
    throw new EdgeProblem('not-ready', this.readiness.lack);
  }
}
