import { z } from 'zod';
import { id, listOf, optionalId, optionalText, text } from '../../../http/fields/text.js';
import type { AgreementData } from '../../../vocabulary/events/agreement-signed.js';
import { condition } from './position.schema.js';

export const agreementData = z.strictObject({
  document: z.strictObject({ id: optionalText, title: text, kind: text }),
  signatories: z
    .array(z.strictObject({ party: id, person: optionalId }))
    .min(1)
    .max(1_000),
  propositions: listOf(id),
  conditions: listOf(condition),
}) satisfies z.ZodType<AgreementData>;
