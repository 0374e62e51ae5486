import { z } from 'zod';
import { fewMembers, id, listOf, optionalId, optionalText, text } from '../../../http/fields/text.js';
import { toldBeside } from '../../../http/fields/told-beside.js';
import { limits } from '../../../http/limits.js';
import type { AgreementData } from '../../../vocabulary/events/agreement-signed.js';
import { condition } from './position.schema.js';

export const agreementData = z
  .strictObject({
    document: z.strictObject({ id: optionalText, title: text, kind: text }),
    signatories: z
      .array(z.strictObject({ party: id, person: optionalId }))
      .min(1)
      .check(fewMembers),
    propositions: listOf(id),
    conditions: listOf(condition),
  })
  .refine(
    ({ signatories, propositions }: Partial<AgreementData>) => sizeOf(signatories) * sizeOf(propositions) <= limits.stancesOfAgreement,
    {
      ...toldBeside,
      path: ['propositions'],
      error: () => `times the signatories these are more than ${String(limits.stancesOfAgreement)} stances; report the agreement in parts`,
      params: { code: 'too-many-stances' },
    },
  ) satisfies z.ZodType<AgreementData>;

/** The check is made where a field has another form too. */
function sizeOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}
