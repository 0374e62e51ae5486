/**
 * For a check of a whole object: it is made even where a field of it is faulty, so that all faults are told at once. The check
 * must then expect any field to be missing.
 */
export const toldBeside = { when: ({ value }: { readonly value: unknown }) => typeof value === 'object' && value !== null };
