import { z } from 'zod';
import { checkedWindow, InvalidDate } from '../../vocabulary/edtf-window.js';
import { BASES } from '../../vocabulary/reported-date.js';
import { optionalText, text } from './text.js';

/** An EDTF date of levels 0 and 1, intervals with open ends included. */
const edtf = z
  .string()
  .max(50)
  .superRefine((value, context) => {
    try {
      checkedWindow(value);
    } catch (error) {
      if (!(error instanceof InvalidDate)) throw error;
      context.addIssue({ code: 'custom', message: error.message, params: { code: 'invalid-date' } });
    }
  })
  .meta({
    id: 'Edtf',
    description: 'EDTF (ISO 8601-2), levels 0 and 1, intervals with open ends included',
    examples: ['2025-12-15', '2025-11/..'],
  });

/** A date as reported, or just its EDTF string: then the basis is explicit. */
export const date = z
  .union([
    edtf.transform((value) => ({ edtf: value, phrase: null, basis: 'explicit' as const, anchor: null, note: null })),
    z.strictObject({
      edtf,
      phrase: text.nullable().default(null),
      basis: z
        .enum(BASES)
        .nullish()
        .transform((basis) => basis ?? 'explicit'),
      anchor: edtf.nullable().default(null),
      note: optionalText,
    }),
  ])
  .meta({ id: 'Date' });

export const optionalDate = date.nullable().default(null);
