import type { LRUCache } from 'lru-cache';
import { callingsOf } from '../../vocabulary/callings.js';
import type { Entries } from '../../vocabulary/events/registry-entries.js';
import { plainWordsOf } from '../../vocabulary/words.js';
import type { NameKind } from '../tables/names.js';
import { recent } from '../tables/recent.js';
import type { Index } from './opened-lists.js';
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
export interface CalledEntry {
  readonly kind: CalledKind;
  readonly id: string;
  /** The event that recorded it so. */
  readonly event: number;
  /** The words of each thing that it is called, in small letters and without marks. */
  readonly names: readonly (readonly string[])[];
}

const KEPT = 60_000;
/** So many entries are looked at together. */
const AT_A_TIME = 100;

const kept = new WeakMap<Index, LRUCache<number, CalledEntry['names']>>();

/**
 * All entries with what they are called at the point of a question, some at a time, others having their turn in between; what was read
 * once is kept in memory, which is bounded.
 */
export async function* calledEntries({ index, negotiation, point }: SceneReader): AsyncGenerator<readonly CalledEntry[]> {
  const known = callingsKept(index);
  let some: CalledEntry[] = [];
  const turns = new QuestionTurns();
  for (const kind of ALL_CALLED_KINDS) {
    for (const { id, event } of index.entries.inOrder(kind, negotiation, point.r)) {
      let names = known.get(event);
      if (names === undefined) {
        names = callingsOf(index.entries.entry(event)).map(plainWordsOf);
        known.set(event, names);
      }
      some.push({ kind, id, event, names });
      if (some.length < AT_A_TIME) continue;
      yield some;
      some = [];
      await turns.worked();
    }
  }
  yield some;
}

function callingsKept(index: Index): LRUCache<number, CalledEntry['names']> {
  let known = kept.get(index);
  if (known === undefined) {
    known = recent<number, CalledEntry['names']>(KEPT);
    kept.set(index, known);
  }
  return known;
}
