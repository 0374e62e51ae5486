import { z } from 'zod';
import { date, optionalDate } from '../../http/fields/date.js';
import { languageTag, names } from '../../http/fields/names.js';
import { id, listOf, optionalId, optionalText, text } from '../../http/fields/text.js';
import { type Entries, type EntryKind, PARTY_KINDS } from '../../vocabulary/events/registry-entries.js';

const DEFAULT_STALE_AFTER_DAYS = 30;

/** Kept only where it is true, so that an entry in use is stored as ever. */
const retired = z
  .boolean()
  .nullish()
  .transform((given) => (given === true ? true : undefined));

/** What may come in for each kind of entry, held to what is stored. */
export const ENTRY_SCHEMAS = {
  negotiation: z.strictObject({
    title: text,
    opened: optionalDate,
    description: optionalText,
    principals: listOf(id),
    staleAfterDays: z
      .int()
      .min(0)
      .max(100_000)
      .nullish()
      .transform((days) => days ?? DEFAULT_STALE_AFTER_DAYS),
    language: languageTag.nullish().transform((tag) => tag ?? undefined),
    names,
    retired,
  }),
  issue: z.strictObject({ title: text, parent: optionalId, description: optionalText, principals: listOf(id), names, retired }),
  proposition: z.strictObject({ issue: id, text, names, retired }),
  party: z.strictObject({ name: text, kind: z.enum(PARTY_KINDS), aliases: listOf(text), names, retired }),
  person: z.strictObject({ name: text, party: optionalId, role: optionalText, aliases: listOf(text), names, retired }),
  plan: z.strictObject({ title: text, aliases: listOf(text), names, retired }),
  meeting: z.strictObject({ title: text, aliases: listOf(text), names, retired }),
  source: z.strictObject({
    published: date,
    publisher: optionalText,
    headline: optionalText,
    author: optionalText,
    url: optionalText,
    language: optionalText,
    notes: listOf(text),
    retired,
  }),
} as const satisfies { [K in EntryKind]: z.ZodType<Entries[K]> };
