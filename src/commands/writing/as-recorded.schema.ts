import { z } from 'zod';

/** A body that a line of an import brings as it was recorded once: dates that cannot be are taken then. An export says so. */
export interface MaybeAsRecorded<B> {
  readonly body: B;
  readonly asRecorded: boolean;
}

/** A schema of a line that may say `"asRecorded": true`. */
export function orAsRecorded<B>(schema: z.ZodType<B>): z.ZodType<MaybeAsRecorded<B>> {
  return z.looseObject({}).transform(({ asRecorded = null, ...rest }, context) => {
    const checked = schema.safeParse(rest);
    for (const issue of checked.error?.issues ?? []) context.issues.push({ ...issue, input: rest } as z.core.$ZodRawIssue);
    if (typeof asRecorded !== 'boolean' && asRecorded !== null) {
      context.addIssue({ code: 'invalid_type', expected: 'boolean', path: ['asRecorded'], input: asRecorded });
    }
    return { body: checked.data as B, asRecorded: asRecorded === true };
  });
}

/** A line that does not say so, and is no more than the body. */
export function unsaid<B>(body: B): MaybeAsRecorded<B> {
  return { body, asRecorded: false };
}
