import { z } from 'zod';
import { LIST_MEMBERS, TEXT_LENGTH } from '../limits.js';

const ID = /^[a-z0-9][a-z0-9.-]{0,79}$/;

/** The id of a thing within a negotiation. */
export const id = z
  .string()
  .regex(ID, 'an id has 1 to 80 characters of a-z, 0-9, "." and "-", and starts with a letter or digit')
  .meta({ id: 'Id' });

/** A text with at least one character that shows. */
export const text = z
  .string()
  .max(TEXT_LENGTH)
  .regex(/\S/, 'must not be empty')
  // A lone surrogate cannot be stored in UTF-8, so it would come back altered.
  .refine((value) => value.isWellFormed() && !value.includes('\0'), 'must be well-formed Unicode without NUL')
  .meta({ id: 'Text' });

export const optionalText = text.nullable().default(null);
export const optionalId = id.nullable().default(null);

/** A list that may be left out or null: then it is empty. */
export function listOf<T extends z.ZodType>(member: T) {
  return z
    .array(member)
    .max(LIST_MEMBERS)
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
