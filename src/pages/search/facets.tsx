import type { VNode } from 'preact';
import type { View } from '../asking/view.js';
import { IssueTitle } from '../parts/issue-title.js';
import type { Choice, Facet, Found, HitType } from './found.js';
import { typeText } from './type-text.js';

export const FACETS = ['type', 'party', 'issue', 'source'] as const satisfies readonly Facet[];
/** So many values of a facet are offered: the most frequent. */
export const MOST = 8;

/** What a value of a facet is called. */
export function facetText(facet: Facet, value: string, { reader: { words }, names, issueTitles, sources }: View): string {
  switch (facet) {
    case 'type':
      return typeText(value as HitType, words);
    case 'party':
      return names.party(value);
    case 'issue':
      return issueTitles.get(value) ?? value;
    case 'source':
      return sources.find(value)?.headline ?? value;
  }
}

interface FacetsProps {
  readonly facets: Found['facets'];
  readonly asked: Choice;
  readonly view: View;
}

/** Of what the hits are, and how many: each leads to those alone. */
export function Facets({ facets, asked, view }: FacetsProps): VNode {
  const { words } = view.reader;
  return (
    <nav class="facets" aria-label={words.narrow}>
      {FACETS.filter((facet) => asked[facet] === undefined && facets[facet].length > 1).map((facet) => (
        <details key={facet} open>
          <summary>{words.facet[facet]}</summary>
          <ul>
            {facets[facet].slice(0, MOST).map(({ value, count }) => (
              <li key={value}>
                <a href={view.links.here({ [facet]: value, more: undefined })}>
                  {facet === 'issue' ? <IssueTitle of={value} view={view} /> : facetText(facet, value, view)}
                </a>{' '}
                <span class="small mute">{count}</span>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </nav>
  );
}
