import { isCalledBy, type SearchedWord } from '../../rules/search-match.js';
import { compare } from '../../vocabulary/compare.js';
import type { Entries } from '../../vocabulary/events/registry-entries.js';
import type { NameKind } from '../tables/names.js';
import type { CalledVersion } from './kept-callings.js';
import { QuestionTurns } from './question-turns.js';
import type { SceneReader } from './scene-reader.js';

/** The kinds of entry that are called something, each with the kind by which reports name it. */
export const CALLED_KINDS = {
  party: 'actor',
  person: 'actor',
  issue: 'issue',
  proposition: 'proposition',
  plan: 'plan',
  meeting: 'meeting',
} as const satisfies Partial<Record<keyof Entries, NameKind>>;
export type CalledKind = keyof typeof CALLED_KINDS;
export const ALL_CALLED_KINDS = Object.keys(CALLED_KINDS) as CalledKind[];

/** An entry as it is called at R. */
export interface CalledEntry extends CalledVersion {
  readonly kind: CalledKind;
}

/** All entries with a word that begins as one that is searched for, as they are called at the point of a question, by kind and id. */
export async function calledEntries({ index, negotiation, point: { r } }: SceneReader, word: SearchedWord): Promise<CalledEntry[]> {
  const called: CalledEntry[] = [];
  const turns = new QuestionTurns();
  for (const kind of ALL_CALLED_KINDS) {
    const versions = await index.callings.with(word.plain, { kind, negotiation, r }, turns);
    for (const version of versions.sort((a, b) => compare(a.id, b.id)))
      if (isCalledBy(word, version.names)) called.push({ kind, ...version });
  }
  return called;
}
