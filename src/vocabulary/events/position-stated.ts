import { Type } from 'class-transformer';
import type { Actor } from '../actor.js';
import type { Modality } from '../modality.js';
import { ReportedDate } from '../reported-date.js';
import { ReportEnvelope } from './report.js';

export class Condition {
  readonly text!: string;
  readonly proposition!: string | null;
}

export class PositionData {
  readonly party!: string;
  readonly speaker!: Actor | null;
  /** Either a proposition or a plan is the target; the other one is null. */
  readonly proposition!: string | null;
  readonly plan!: string | null;
  readonly modality!: Modality;
  @Type(() => Condition) readonly conditions!: Condition[];
  @Type(() => ReportedDate) readonly until!: ReportedDate | null;
  /** The report of the earlier position that this one replaces. */
  readonly previous!: string | null;
}

export class PositionStated extends ReportEnvelope {
  readonly type!: 'PositionStated';
  @Type(() => PositionData) readonly data!: PositionData;
}
