import { z } from 'zod';
import { actor } from '../../../http/fields/actor.js';
import { id, listOf, text } from '../../../http/fields/text.js';
import { toldBeside } from '../../../http/fields/told-beside.js';
import { LINEAGES, type PlanRevisedData, type PlanTabledData } from '../../../vocabulary/events/plan-reports.js';

const point = z.strictObject({ number: z.int().min(0).max(100_000).nullable().default(null), text, propositions: listOf(id) });

const fields = {
  plan: id,
  by: listOf(actor),
  pointCount: z.int().min(0).max(100_000).nullable().default(null),
  points: listOf(point),
};

export const planTabledData = z.strictObject(fields) satisfies z.ZodType<PlanTabledData>;

export const planRevisedData = z
  .strictObject({ ...fields, revises: z.strictObject({ plan: id, lineage: z.enum(LINEAGES) }) })
  .refine(({ plan, revises }: Partial<PlanRevisedData>) => plan === undefined || plan !== revises?.plan, {
    ...toldBeside,
    path: ['revises', 'plan'],
    message: 'a plan revises another one',
    params: { code: 'same-plan' },
  }) satisfies z.ZodType<PlanRevisedData>;
