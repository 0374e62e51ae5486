import { z } from 'zod';
import { names } from '../../http/answers/entries.answer.js';
import { lineage } from '../../http/answers/report-content.answer.js';
import { certainty, evidence } from '../../http/answers/words.answer.js';
import type { PlanState } from '../../rules/plan-state.js';
import { actors, differing, planPoint, planStatus } from '../asking/answers/elements.answer.js';
import { listAnswer, readAnswer } from '../asking/answers/frame.answer.js';
import { stance } from '../asking/answers/stance.answer.js';

const revises = z.object({ plan: z.string(), lineage });

const state = {
  by: differing(actors),
  pointCount: differing(z.number()),
  points: z.array(planPoint),
  revises: revises.nullable(),
  revisedBy: z.array(revises),
  status: planStatus,
  certainty,
  evidence,
} satisfies { [K in keyof PlanState]: z.ZodType<PlanState[K]> };

const plan = { id: z.string(), title: z.string(), names, ...state, stances: z.array(stance) };

export const planAnswer = readAnswer('Plan', plan);
export const plansAnswer = listAnswer('Plans', z.object(plan).meta({ id: 'PlanItem', description: 'One version of a text' }));
