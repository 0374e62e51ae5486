import { z } from 'zod';
import { limits } from '../limits.js';

const ID = /^[a-z0-9][a-z0-9.-]{0,79}$/;

/** The id of a thing within a negotiation. */
export const id = z
  .string()
  .regex(ID, 'an id has 1 to 80 characters of a-z, 0-9, "." and "-", and starts with a letter or digit')
  .meta({ id: 'Id' });

/** As zod's own `max`, but by the settings as they are when something is held against it. */
function noLonger({ value, issues }: z.core.ParsePayload<string>): void {
  const maximum = limits.textLength;
  if (value.length > maximum) issues.push({ code: 'too_big', origin: 'string', maximum, inclusive: true, input: value });
}

/** The same of a list. */
export function fewMembers({ value, issues }: z.core.ParsePayload<unknown[]>): void {
  const maximum = limits.listMembers;
  if (value.length > maximum) issues.push({ code: 'too_big', origin: 'array', maximum, inclusive: true, input: value });
}

/** A text with at least one character that shows. */
export const text = z
  .string()
  .check(noLonger)
  .regex(/\S/, 'must not be empty')
  // A lone surrogate cannot be stored in UTF-8, so it would come back altered.
  .refine((value) => value.isWellFormed() && !value.includes('\0'), 'must be well-formed Unicode without NUL')
  .meta({
    id: 'Text',
    get maxLength() {
      return limits.textLength;
    },
  });

export const optionalText = text.nullable().default(null);
export const optionalId = id.nullable().default(null);

/** A list that may be left out or null: then it is empty. */
export function listOf<T extends z.ZodType>(member: T) {
  return z
    .array(member)
    .check(fewMembers)
    .nullish()
    .transform((list) => list ?? []);
}

/** Whether a text has the form of an id. */
export function isId(value: string): boolean {
  return ID.test(value);
}

/** Whether a text has the form of a negotiation's id, which holds no dot. */
export function isNegotiationId(value: string): boolean {
  return isId(value) && !value.includes('.');
}
