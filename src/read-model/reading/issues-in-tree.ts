import type { LRUCache } from 'lru-cache';
import { recent } from '../tables/recent.js';
import type { Index } from './opened-lists.js';
import type { SceneReader } from './scene-reader.js';

/** An issue in the tree of issues. */
export interface IssueInTree {
  readonly id: string;
  readonly parent: string | null;
}

const KEPT = 60_000;
/** Stands for no parent: ids are not empty. */
const NONE = '';

const kept = new WeakMap<Index, LRUCache<number, string>>();

/** All issues recorded by R, by id, with their parents; what was read once is kept in memory, which is bounded. */
export function issuesInTree({ index, negotiation, point }: SceneReader): IssueInTree[] {
  const known = parentsKept(index);
  return [...index.entries.inOrder('issue', negotiation, point.r)].map(({ id, event }) => {
    let parent = known.get(event);
    if (parent === undefined) {
      parent = index.entries.entry<'issue'>(event).parent ?? NONE;
      known.set(event, parent);
    }
    return { id, parent: parent === NONE ? null : parent };
  });
}

function parentsKept(index: Index): LRUCache<number, string> {
  let parents = kept.get(index);
  if (parents === undefined) {
    parents = recent<number, string>(KEPT);
    kept.set(index, parents);
  }
  return parents;
}
