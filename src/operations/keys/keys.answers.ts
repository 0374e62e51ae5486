import { z } from 'zod';
import type { ListedKey, MadeKey } from '../../access/keys.js';
import { ROLES } from '../../http/caller.js';

const instant = z.string().describe('RFC 3339');

const listed = z.object({
  name: z.string(),
  role: z.enum(ROLES),
  negotiations: z.array(z.string()).nullable().describe('null: all'),
  state: z.enum(['active', 'revoked', 'set-aside']).describe('Set aside: made by the first start, and ADMIN_API_KEY is set'),
  keptIn: z.enum(['keys.json', 'ADMIN_API_KEY']).describe('A key of the setting is changed there'),
  createdAt: instant.nullable(),
  createdBy: z.string().nullable(),
  revokedAt: instant.nullable(),
  lastUsedAt: instant.nullable(),
  secrets: z
    .array(z.object({ id: z.string(), createdAt: instant, expiresAt: instant.nullable(), lastUsedAt: instant.nullable() }))
    .describe('Two while it is rotated'),
}) satisfies z.ZodType<ListedKey>;

const made = listed.extend({ key: z.string().describe('Told this once') }) satisfies z.ZodType<MadeKey>;

/** What `/v1/admin/keys` answers, for the documentation. */
export const KEYS_ANSWER = { schema: schemaOf(z.object({ items: z.array(listed) })) };
export const KEY_ANSWER = { schema: schemaOf(listed) };
export const MADE_KEY_ANSWER = { schema: schemaOf(made) };

function schemaOf(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...own } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
  return own;
}
