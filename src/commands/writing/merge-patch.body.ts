import { Refusal } from '../../vocabulary/refusal.js';

/** What a merge patch is, for the documentation. */
export const MERGE_PATCH_SCHEMA = {
  type: 'object',
  description: 'A merge patch (RFC 7396): what is given takes the place of what stands, null takes it away, a list is replaced whole.',
  additionalProperties: true,
} as const;

/** @throws Refusal `invalid-body` where a patch is no object, which would leave nothing of what it patches */
export function requireObject(patch: unknown): asserts patch is Readonly<Record<string, unknown>> {
  if (typeof patch === 'object' && patch !== null && !Array.isArray(patch)) return;
  const detail = 'a merge patch of what is stored here is an object';
  throw new Refusal('invalid-body', 'The body is no merge patch.', [{ pointer: '#', code: 'invalid-type', detail }]);
}
