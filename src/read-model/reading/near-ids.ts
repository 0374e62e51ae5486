import leven from 'leven';
import { callingsOf } from '../../vocabulary/callings.js';
import { compare } from '../../vocabulary/compare.js';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import type { Position } from '../../vocabulary/position.js';
import { plainWordsOf } from '../../vocabulary/words.js';
import { LIST_KINDS } from '../tables/list-kinds.js';
import type { ReadModelFile } from '../tables/read-model-file.js';
import type { EntryEvent } from './kept-entries.js';
import { type Index, indexOf } from './opened-lists.js';

const AT_MOST = 3;
/** So many ids are looked at: an error must not cost more than an answer. */
const LOOKED_AT = 5_000;
/** What is further away was not meant, however long it is. */
const MOST_DISTANT = 6;
const LONGEST_ID = 80;

/** What so many entries are called is looked at: it is read from the log. */
const CALLED_LOOKED_AT = 500;
/** What is shorter is in many words. */
const SHORTEST_CALLING = 4;

/**
 * Up to three ids of a kind that look like a given one, nearest first, and behind them those of entries that are called like it, in
 * whatever language.
 * @param kind of an entry, or `report`
 * @param recordedBy only what is recorded by then, so that a refusal with R given never changes either; left out: all that is
 */
export function nearIds(file: ReadModelFile, kind: string, negotiation: string, id: string, recordedBy?: Position): string[] {
  const index = indexOf(file);
  const r = recordedBy === undefined ? file.state.events : index.eventAt(recordedBy);
  if (kind === 'report') return nearest(id, reportIds(index, negotiation, r));
  const entries = index.entries
    .inOrder(kind as EntryKind, kind === 'negotiation' ? '' : negotiation, r)
    .take(LOOKED_AT)
    .toArray();
  const near = nearest(
    id,
    entries.map((entry) => entry.id),
  );
  return near.length === AT_MOST ? near : [...new Set([...near, ...calledLike(index, entries, id)])].slice(0, AT_MOST);
}

/** Those of some ids that look like a given one, nearest first. */
export function nearest(id: string, ids: readonly string[]): string[] {
  if (id.length > LONGEST_ID + MOST_DISTANT) return [];
  const tolerance = Math.min(Math.max(2, Math.floor(id.length / 3)), MOST_DISTANT);
  return ids
    .map((other) => ({ other, distance: distanceOf(id, other, tolerance) }))
    .filter(({ other, distance }) => other !== id && distance <= tolerance)
    .sort((a, b) => a.distance - b.distance || compare(a.other, b.other))
    .slice(0, AT_MOST)
    .map(({ other }) => other);
}

/** The ids of entries of which a name looks like an id, nearest first. */
function calledLike(index: Index, entries: readonly EntryEvent[], id: string): string[] {
  const called = new Map<string, string>();
  for (const { id: entry, event } of entries.slice(0, CALLED_LOOKED_AT)) {
    for (const calling of callingsOf(index.entries.entry(event))) {
      const asId = likeAnId(calling);
      if (asId.length >= SHORTEST_CALLING) called.set(asId, entry);
    }
  }
  const ids = nearest(id, [...called.keys()]).map((calling) => called.get(calling) ?? '');
  return called.has(id) ? [called.get(id) ?? '', ...ids] : ids;
}

/** A text as an id could have it: small letters without marks, words joined by "-". */
function likeAnId(text: string): string {
  return plainWordsOf(text).join('-');
}

/** Beyond a distance its exact measure is not of interest, and is not worked out. */
function distanceOf(id: string, other: string, tolerance: number): number {
  if (other.includes(id) || id.includes(other)) return 1;
  return leven(id, other, { maxDistance: tolerance + 1 });
}

/** The ids of the first reports. @param r the last event that counts */
function reportIds(index: Index, negotiation: string, r: number): string[] {
  const name = index.names.numberOf('negotiation', '', negotiation);
  if (name === undefined) return [];
  const ids: string[] = [];
  for (const event of index.lists.numbers(LIST_KINDS.eventsOf, name, r)) {
    if (ids.length >= LOOKED_AT) break;
    if (index.isReport(event)) ids.push(index.subjectOf(event));
  }
  return ids;
}
