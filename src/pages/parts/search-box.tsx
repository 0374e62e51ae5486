import type { VNode } from 'preact';
import type { Reader } from '../rendering/reader.js';

/** The fields of an address that say at which point in time it looks, and in which language. */
const KEPT = ['on', 'asOf', 'knownBy', 'recordedBy', 'certainty', 'lang'] as const;

/** Where words are looked for: a plain form, at the point in time that is shown. @param action the address of the search */
export function SearchBox({ action, reader }: { action: string; reader: Reader }): VNode {
  const { words, query, path } = reader;
  return (
    <form class="search" role="search" method="get" action={action}>
      {KEPT.map((name) => query[name] !== undefined && <input key={name} type="hidden" name={name} value={query[name]} />)}
      <input
        type="search"
        name="q"
        aria-label={words.search}
        placeholder={words.search}
        value={path === action ? query.q : undefined}
        maxLength={200}
      />
      <button class="btn" aria-label={words.search}>
        <span aria-hidden="true">⌕</span>
      </button>
    </form>
  );
}
