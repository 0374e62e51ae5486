import { z } from 'zod';
import { ROLES } from '../../http/caller.js';
import { overlapHours } from '../../http/fields/overlap.js';
import { id, isNegotiationId } from '../../http/fields/text.js';

const LONGEST_OVERLAP_HOURS = 24 * 90;

/** What a new key is to be. */
export const keySchema = z
  .strictObject({
    name: z
      .string()
      .regex(/^[\w.-]{1,80}$/, 'letters, digits, and . _ -, at most 80')
      .describe('What its posts carry as `postedBy`; for ever'),
    role: z.enum(ROLES).describe('`reader` reads, `editor` writes too, `admin` keeps keys and projections too'),
    negotiations: z
      .array(id.refine(isNegotiationId, 'the id of a negotiation holds no dot'))
      .min(1)
      .nullable()
      .default(null)
      .describe('Those that it is limited to; null: all'),
  })
  .refine(({ role, negotiations }) => role !== 'admin' || negotiations === null, {
    path: ['negotiations'],
    message: 'a key that makes keys cannot be limited',
  })
  .meta({ id: 'KeyWish' });
export type KeyBody = z.output<typeof keySchema>;

/** How a key is to be rotated. */
export const rotationSchema = z
  .strictObject({
    overlapHours: overlapHours(LONGEST_OVERLAP_HOURS, 'So long the key before it is taken too; 0: not any more, as where it leaked'),
  })
  .meta({ id: 'KeyRotation' });
export type RotationBody = z.output<typeof rotationSchema>;
