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

/** What the routes of `/v1/admin/keys` answer. */
export const keyAnswer = listed.meta({ id: 'Key' });
export const keysAnswer = z.object({ items: z.array(keyAnswer) }).meta({ id: 'Keys' });
export const madeKeyAnswer = made.meta({ id: 'MadeKey' });
