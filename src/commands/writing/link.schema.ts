import { z } from 'zod';
import { id } from '../../http/fields/text.js';
import { LINK_KINDS } from '../../vocabulary/events/report-links.js';

/** A link as it may come in. */
export const linkSchema = z.strictObject({ kind: z.enum(LINK_KINDS), to: id }).meta({ id: 'Link' });

export type LinkBody = z.output<typeof linkSchema>;
