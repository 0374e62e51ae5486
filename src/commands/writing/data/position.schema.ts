import { z } from 'zod';
import { actor } from '../../../http/fields/actor.js';
import { optionalDate } from '../../../http/fields/date.js';
import { id, listOf, optionalId, text } from '../../../http/fields/text.js';
import { toldBeside } from '../../../http/fields/told-beside.js';
import type { PositionData } from '../../../vocabulary/events/position-stated.js';
import { MODALITIES } from '../../../vocabulary/modality.js';

export const condition = z.strictObject({ text, proposition: optionalId });

export const positionData = z
  .strictObject({
    party: id,
    speaker: actor.nullable().default(null),
    proposition: optionalId,
    plan: optionalId,
    modality: z.enum(MODALITIES),
    conditions: listOf(condition),
    until: optionalDate,
    previous: optionalId,
  })
  .refine(({ proposition, plan }: Partial<PositionData>) => (proposition == null) !== (plan == null), {
    ...toldBeside,
    message: 'names either a proposition or a plan',
    params: { code: 'one-target' },
  }) satisfies z.ZodType<PositionData>;
