import { z } from 'zod';
import { date, optionalDate } from '../../http/fields/date.js';
import { id, listOf, optionalId, optionalText, text } from '../../http/fields/text.js';
import { type Entries, type EntryKind, PARTY_KINDS } from '../../vocabulary/events/registry-entries.js';

const DEFAULT_STALE_AFTER_DAYS = 30;

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
  }),
  issue: z.strictObject({ title: text, parent: optionalId, description: optionalText, principals: listOf(id) }),
  proposition: z.strictObject({ issue: id, text }),
  party: z.strictObject({ name: text, kind: z.enum(PARTY_KINDS), aliases: listOf(text) }),
  person: z.strictObject({ name: text, party: optionalId, role: optionalText, aliases: listOf(text) }),
  plan: z.strictObject({ title: text, aliases: listOf(text) }),
  meeting: z.strictObject({ title: text, aliases: listOf(text) }),
  source: z.strictObject({
    published: date,
    publisher: optionalText,
    headline: optionalText,
    author: optionalText,
    url: optionalText,
    language: optionalText,
    notes: listOf(text),
  }),
} as const satisfies { [K in EntryKind]: z.ZodType<Entries[K]> };
