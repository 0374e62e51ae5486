import type { VNode } from 'preact';
import type { View } from '../asking/view.js';

/** Above so many a list is folded, until all of it is asked for. */
const MOST = 60;

/** What of a list is shown at first. */
export function unfolded<T>(items: readonly T[], { reader }: View): readonly T[] {
  return reader.query.more === 'all' ? items : items.slice(0, MOST);
}

/** The way to the rest of a list, where there is one. */
export function Rest({ of, view }: { of: readonly unknown[]; view: View }): VNode | null {
  const hidden = of.length - unfolded(of, view).length;
  if (hidden === 0) return null;
  return (
    <p class="foot">
      <a href={view.links.here({ more: 'all' })}>{view.reader.words.showMore(hidden)}</a>
    </p>
  );
}
