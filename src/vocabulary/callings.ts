import type { Entries, EntryKind } from './events/registry-entries.js';

/** All that an entry is called: its name, title or text, its aliases, and its names in other languages. Of a source nothing. */
export function callingsOf(entry: Entries[EntryKind]): string[] {
  const own = 'name' in entry ? [entry.name] : 'title' in entry ? [entry.title] : 'text' in entry ? [entry.text] : [];
  const aliases = 'aliases' in entry ? entry.aliases : [];
  const inLanguages = 'names' in entry ? Object.values(entry.names ?? {}) : [];
  return [...new Set([...own, ...aliases, ...inLanguages])];
}
