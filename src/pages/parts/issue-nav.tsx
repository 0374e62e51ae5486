import type { VNode } from 'preact';
import type { IssueBrief } from '../asking/issue-shapes.js';
import type { View } from '../asking/view.js';
import { Rest, unfolded } from './folded.js';
import { signOf } from './badges.js';
import { Told } from './told.js';

/** The issues of a negotiation beside the one that is shown, children below their parents. */
export function IssueNav({ current, issues, view }: { current: string; issues: readonly IssueBrief[]; view: View }): VNode {
  const { words } = view.reader;
  const inOrder = inTreeOrder(issues);
  const first = unfolded(inOrder, view);
  // The one that is shown stands there however many there are.
  const shown = first.some(({ id }) => id === current) ? first : [...first, ...inOrder.filter(({ id }) => id === current)];
  return (
    <nav class="card issues" aria-label={words.issues}>
      <h2>{words.issues}</h2>
      <ul>
        {shown.map(({ id, title, names, parent, convergence, stale }) => (
          <li key={id} class={parent === null ? undefined : 'child'}>
            <a href={view.links.issue(id)} aria-current={id === current ? 'page' : undefined}>
              <span aria-hidden="true">{signOf(convergence)}</span>
              <span>
                <Told text={title} names={names} view={view} />
                <span class="vh">, {words.convergence[convergence]}</span>
                {stale && <span class="age"> {words.staleShort}</span>}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <Rest of={inOrder} view={view} />
    </nav>
  );
}

/** Each issue before its children, siblings in the order given. */
export function inTreeOrder<I extends Pick<IssueBrief, 'id' | 'parent'>>(issues: readonly I[]): I[] {
  const ids = new Set(issues.map(({ id }) => id));
  const below = Map.groupBy(issues, ({ parent }) => (parent !== null && ids.has(parent) ? parent : null));
  const walk = (parent: string | null): I[] => (below.get(parent) ?? []).flatMap((issue) => [issue, ...walk(issue.id)]);
  return walk(null);
}
