import { Type } from 'class-transformer';
import type { Actor } from '../actor.js';
import { ReportEnvelope } from './report.js';
import type { Account } from './report-class.js';
import type { TextsOf } from './texts.js';
import type { Upcaster } from './upcasters/upcaster.js';

export const LINEAGES = ['stated', 'inferred'] as const;

export class PlanPoint {
  readonly number!: number | null;
  readonly text!: string;
  readonly propositions!: string[];
}

export class PlanTabledData {
  readonly plan!: string;
  readonly by!: Actor[];
  readonly pointCount!: number | null;
  @Type(() => PlanPoint) readonly points!: PlanPoint[];
}

export class Revises {
  readonly plan!: string;
  readonly lineage!: (typeof LINEAGES)[number];
}

export class PlanRevisedData extends PlanTabledData {
  @Type(() => Revises) readonly revises!: Revises;
}

export class PlanTabled extends ReportEnvelope {
  readonly type!: 'PlanTabled';
  @Type(() => PlanTabledData) readonly data!: PlanTabledData;

  static readonly upcasters: readonly Upcaster[] = [];
  static readonly texts: TextsOf<PlanTabledData> = {
    plan: 'plan',
    by: ['actor'],
    points: [{ text: 'words', propositions: ['proposition'] }],
  };
  static account({ data: { plan } }: PlanTabled): Account {
    return { of: [plan], foundBy: { kind: 'plan', id: plan } };
  }
}

export class PlanRevised extends ReportEnvelope {
  readonly type!: 'PlanRevised';
  @Type(() => PlanRevisedData) readonly data!: PlanRevisedData;

  static readonly upcasters: readonly Upcaster[] = [];
  static readonly texts: TextsOf<PlanRevisedData> = { ...PlanTabled.texts, revises: { plan: 'plan' } };
  static account({ data: { plan } }: PlanRevised): Account {
    return { of: [plan], foundBy: { kind: 'plan', id: plan } };
  }
}
