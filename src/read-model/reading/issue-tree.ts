import { parentsFirst } from '../../rules/parents-first.js';
import { compare } from '../../vocabulary/compare.js';
import { recent } from '../tables/recent.js';
import type { EntryEvent } from './kept-entries.js';
import type { Index } from './opened-lists.js';
import { QuestionTurns } from './question-turns.js';
import type { SceneReader } from './scene-reader.js';

/** Of so many negotiations it is kept. */
const KEPT = 50;

const kept = new WeakMap<Index, ReturnType<typeof recent<string, IssueTree>>>();

/** Which issue lay below which, version by version, as far as it was read: what came once stays. */
class IssueTree {
  /** The events that recorded versions, in order. */
  private readonly events: number[] = [];
  private readonly parents = new Map<number, string | null>();
  /** The versions of issues by the parent that they name. */
  private readonly below = new Map<string, EntryEvent[]>();
  private order: { readonly versions: number; readonly ids: readonly string[] } | undefined;

  constructor(
    private readonly index: Index,
    private readonly negotiation: string,
  ) {}

  /** Takes in what came since, others having their turn in between: a version is read once. */
  async grow(r: number): Promise<void> {
    const turns = new QuestionTurns();
    for (;;) {
      // Somebody else may have taken it in during the turn of others.
      const version = this.index.entries.version('issue', this.negotiation, this.events.length, r);
      if (version === undefined) return;
      this.take(version);
      await turns.worked();
    }
  }

  /** The issues right below one at R, by id. */
  childrenOf(issue: string, r: number): string[] {
    const { entries } = this.index;
    return (this.below.get(issue) ?? [])
      .filter(({ id, event }) => entries.event('issue', this.negotiation, id, r) === event)
      .map(({ id }) => id)
      .sort(compare);
  }

  /** All issues at R, parents first. */
  inOrder(r: number): readonly string[] {
    const versions = this.events.findLastIndex((event) => event <= r) + 1;
    if (this.order?.versions !== versions) {
      const nodes = [...this.index.entries.inOrder('issue', this.negotiation, r)].map(({ id, event }) => ({
        id,
        parent: this.parents.get(event) ?? null,
      }));
      this.order = { versions, ids: parentsFirst(nodes).map(({ id }) => id) };
    }
    return this.order.ids;
  }

  private take({ id, event }: EntryEvent): void {
    const { parent } = this.index.entries.entry<'issue'>(event);
    this.events.push(event);
    this.parents.set(event, parent);
    if (parent === null) return;
    const below = this.below.get(parent);
    if (below === undefined) this.below.set(parent, [{ id, event }]);
    else below.push({ id, event });
  }
}

/** The issues right below one at the point of a question, by id; what they say is not read. */
export async function childrenOf(scene: SceneReader, issue: string): Promise<string[]> {
  return (await treeOf(scene)).childrenOf(issue, scene.point.r);
}

/** The ids of all issues recorded by R, each behind its parent. */
export async function issuesInOrder(scene: SceneReader): Promise<readonly string[]> {
  return (await treeOf(scene)).inOrder(scene.point.r);
}

async function treeOf({ index, negotiation, point }: SceneReader): Promise<IssueTree> {
  let trees = kept.get(index);
  if (trees === undefined) {
    trees = recent<string, IssueTree>(KEPT);
    kept.set(index, trees);
  }
  let tree = trees.get(negotiation);
  if (tree === undefined) {
    tree = new IssueTree(index, negotiation);
    trees.set(negotiation, tree);
  }
  await tree.grow(point.r);
  return tree;
}
