import { z } from 'zod';
import { id, optionalId, optionalText, text } from '../../../http/fields/text.js';
import { type AssessmentData, CHANGES_OF_ROLE, type ContextData, type RoleData } from '../../../vocabulary/events/other-reports.js';

export const roleData = z.strictObject({
  person: id,
  party: id,
  role: text,
  change: z.enum(CHANGES_OF_ROLE),
  reason: optionalText,
}) satisfies z.ZodType<RoleData>;

const about = z.union([
  z.strictObject({ issue: id }),
  z.strictObject({ plan: id }),
  z.strictObject({ meeting: id }),
  z.strictObject({ proposition: id }),
]);

export const assessmentData = z.strictObject({
  about: about.nullable().default(null),
  measure: z
    .strictObject({ value: z.union([z.number(), text]), unit: text, of: text })
    .nullable()
    .default(null),
  blocker: z
    .boolean()
    .nullish()
    .transform((blocker) => blocker ?? false),
  resolves: optionalId,
}) satisfies z.ZodType<AssessmentData>;

export const contextData = z.strictObject({ kind: text }) satisfies z.ZodType<ContextData>;
