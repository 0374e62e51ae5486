import { Type } from 'class-transformer';
import type { Actor } from '../actor.js';
import { ReportEnvelope } from './report.js';

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
}

export class PlanRevised extends ReportEnvelope {
  readonly type!: 'PlanRevised';
  @Type(() => PlanRevisedData) readonly data!: PlanRevisedData;
}
