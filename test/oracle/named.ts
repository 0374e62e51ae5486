import type { NamesByLanguage } from '../../src/vocabulary/events/registry-entries.js';

/** What something is called in other languages, where it has such names. */
export interface Named {
  readonly names?: NamesByLanguage;
}

/** The names of an entry, or of what is told of one; nothing where it has none. */
export function namesOf(entry: Named | undefined): Named {
  return entry?.names === undefined ? {} : { names: entry.names };
}
