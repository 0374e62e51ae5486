import { z } from 'zod';

/** The schema of an answer, for the documentation. */
export function answerSchema(schema: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...own } = z.toJSONSchema(schema, { target: 'draft-2020-12' });
  return own;
}
