import { CALLED_KINDS, type CalledEntry, type CalledKind } from '../../read-model/reading/called-entries.js';
import { QuestionTurns } from '../../read-model/reading/question-turns.js';
import type { SceneReader } from '../../read-model/reading/scene-reader.js';
import { type Match, matchOfNames, type SearchedWord } from '../../rules/search-match.js';
import { compare } from '../../vocabulary/compare.js';
import { fits } from '../asking/several.js';
import { type Hit, type Hits, MOST_HITS, type SearchFilters } from './hit.js';

interface Found extends Match, CalledEntry {}

/** Of what is asked for by a party or an issue, only these have one. */
const KINDS_OF_PARTIES: readonly CalledKind[] = ['party', 'person'];
const KINDS_OF_ISSUES: readonly CalledKind[] = ['issue', 'proposition'];

/** The entries that are called so and that a visible report names, the best first. */
export async function foundEntries(
  reader: SceneReader,
  words: readonly SearchedWord[],
  entries: readonly CalledEntry[],
  filters: SearchFilters,
): Promise<Hits> {
  // An entry is of no source.
  if (filters.sources !== undefined) return { hits: [], more: false };
  const found = entries
    .filter(({ kind }) => mayBeAskedFor(kind, filters))
    .flatMap((entry): Found[] => {
      const match = matchOfNames(words, entry.names);
      return match === undefined ? [] : [{ ...entry, ...match }];
    })
    .sort((a, b) => b.score - a.score || compare(a.kind, b.kind) || compare(a.id, b.id));
  const hits: Hit[] = [];
  const turns = new QuestionTurns();
  for (const one of found) {
    await turns.worked();
    const hit = hitOf(reader, one);
    if (!isAskedFor(hit, filters) || !reader.isNamed(CALLED_KINDS[one.kind], one.id)) continue;
    if (hits.length === MOST_HITS) return { hits, more: true };
    hits.push(hit);
  }
  return { hits, more: false };
}

/** Whether an entry of a kind can be of what is asked for, whatever it says. */
function mayBeAskedFor(kind: CalledKind, { types, parties, issues }: SearchFilters): boolean {
  return (
    fits(kind, types) &&
    (parties === undefined || KINDS_OF_PARTIES.includes(kind)) &&
    (issues === undefined || KINDS_OF_ISSUES.includes(kind))
  );
}

function hitOf({ index }: SceneReader, { kind, id, event, matched, score }: Found): Hit {
  const party = kind === 'party' ? id : kind === 'person' ? index.entries.entry<'person'>(event).party : null;
  const issue = kind === 'issue' ? id : kind === 'proposition' ? index.issues.at(event) : null;
  return {
    type: kind,
    id,
    matched,
    score,
    parties: party === null ? [] : [party],
    issues: issue === null ? [] : [issue],
    sources: [],
    told: () => {
      const entry = index.entries.entry<CalledKind>(event);
      const title = 'name' in entry ? entry.name : 'title' in entry ? entry.title : entry.text;
      return { title, ...(entry.names && { names: entry.names }), occurred: null, certainty: null };
    },
  };
}

function isAskedFor({ parties, issues }: Hit, asked: SearchFilters): boolean {
  return (
    (asked.parties === undefined || parties.some((party) => fits(party, asked.parties))) &&
    (asked.issues === undefined || issues.some((issue) => fits(issue, asked.issues)))
  );
}
