import { z } from 'zod';
import { ROLES } from '../http/caller.js';

const instant = z.iso.datetime();
const hex = (bytes: number): z.ZodString => z.string().regex(new RegExp(`^[0-9a-f]{${String(2 * bytes)}}$`));

/** Of a text that is the key; there are two while it is rotated. */
const secret = z.strictObject({
  id: z.string(),
  salt: z.union([hex(16), z.literal('')]),
  hash: hex(32),
  createdAt: instant,
  /** From then on it is not taken any more. */
  expiresAt: instant.nullable(),
});

/** A key as `keys.json` holds it. */
const keptKey = z.strictObject({
  name: z.string().regex(/^[\w.-]{1,80}$/),
  role: z.enum(ROLES),
  negotiations: z.array(z.string()).nullable(),
  createdAt: instant,
  createdBy: z.string(),
  revokedAt: instant.nullable(),
  secrets: z.array(secret),
});

/** Who made the key that a start makes where there is none: where `ADMIN_API_KEY` is set it is not taken. */
export const FIRST_START = 'the first start';

export type KeptKey = z.output<typeof keptKey>;
export type KeptSecret = KeptKey['secrets'][number];

export const keysFile = z.strictObject({ version: z.literal(1), keys: z.array(keptKey) });
