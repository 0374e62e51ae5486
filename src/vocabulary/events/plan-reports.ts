import { Type } from 'class-transformer';
import type { Actor } from '../actor.js';
import { ReportEnvelope } from './report.js';
import type { Account } from './report-class.js';
import type { TextsOf } from './texts.js';
import type { Upcaster } from './upcasters/upcaster.js';

export const LINEAGES = ['stated', 'inferred'] as const;

/** One point of a plan: known by its number, or by its text where it has none (design 4, "Plan"). */
export class PlanPoint {
  readonly number!: number | null;
  readonly text!: string;
  readonly propositions!: string[];
}

/** What a report tells of a plan: whose it is, and those of its points that the source cites. */
export class PlanTabledData {
  readonly plan!: string;
  readonly by!: Actor[];
  readonly pointCount!: number | null;
  @Type(() => PlanPoint) readonly points!: PlanPoint[];
}

/** Which plan another one revises, and whether a source says so or we infer it. */
export class Revises {
  readonly plan!: string;
  readonly lineage!: (typeof LINEAGES)[number];
}

/** What a report tells of a plan that revises another one. */
export class PlanRevisedData extends PlanTabledData {
  @Type(() => Revises) readonly revises!: Revises;
}

/** A report that a plan is on the table. */
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

/** A report that a plan was revised: what it tells of is the new one. */
export class PlanRevised extends ReportEnvelope {
  readonly type!: 'PlanRevised';
  @Type(() => PlanRevisedData) readonly data!: PlanRevisedData;

  static readonly upcasters: readonly Upcaster[] = [];
  static readonly texts: TextsOf<PlanRevisedData> = { ...PlanTabled.texts, revises: { plan: 'plan' } };
  static account({ data: { plan } }: PlanRevised): Account {
    return { of: [plan], foundBy: { kind: 'plan', id: plan } };
  }
}
