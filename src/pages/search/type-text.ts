import type { Words } from '../words/en.js';
import type { EntryKind, HitType } from './found.js';

/** What a kind of entry, or a type of report, is called. */
export function typeText(type: HitType, words: Words): string {
  return isEntryKind(type) ? words.entryKinds[type] : words.reportTypes[type];
}

function isEntryKind(type: HitType): type is EntryKind {
  return !/^[A-Z]/.test(type);
}
