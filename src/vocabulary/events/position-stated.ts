import { Type } from 'class-transformer';
import type { Actor } from '../actor.js';
import type { Modality } from '../modality.js';
import { ReportedDate } from '../reported-date.js';
import { ReportEnvelope } from './report.js';
import type { Account } from './report-class.js';
import type { TextsOf } from './texts.js';
import type { Upcaster } from './upcasters/upcaster.js';

/** What a party asks for in return; the proposition is the one that it is put as, null where there is none. */
export class Condition {
  readonly text!: string;
  readonly proposition!: string | null;
}

/** What a party holds on one target, as somebody said it. */
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

/** A report of what a party holds on a proposition or a plan: the statement that stances are made of (design 4, "Stance"). */
export class PositionStated extends ReportEnvelope {
  readonly type!: 'PositionStated';
  @Type(() => PositionData) readonly data!: PositionData;

  static readonly upcasters: readonly Upcaster[] = [];
  static readonly texts: TextsOf<PositionData> = {
    party: 'party',
    speaker: 'actor',
    proposition: 'proposition',
    plan: 'plan',
    conditions: [{ text: 'words', proposition: 'proposition of a condition' }],
    previous: 'report',
  };
  static account({ data: { party, proposition, plan } }: PositionStated): Account {
    return {
      of: [party, proposition, plan],
      foundBy: proposition === null ? { kind: 'plan', id: plan ?? '' } : { kind: 'proposition', id: proposition },
    };
  }
}
