import type { VNode } from 'preact';
import type { Cited } from '../asking/cited-answers.js';
import type { View } from '../asking/view.js';
import { Cite } from '../parts/cite.js';
import { Rest, unfolded } from '../parts/folded.js';
import { Layout } from '../parts/layout.js';
import { Told } from '../parts/told.js';
import type { Page } from '../rendering/document.js';
import { dateText } from '../words/dates.js';
import { Facets, facetText, FACETS } from './facets.js';
import type { Choice, Found, Hit } from './found.js';
import { typeText } from './type-text.js';

export interface SearchPageProps {
  readonly view: View;
  readonly asked: Choice & { readonly q?: string | undefined };
  /** Undefined where no word is given. */
  readonly found: { readonly body: Found; readonly cited: Cited } | undefined;
  /** Where each hit that is shown leads. */
  readonly where: ReadonlyMap<Hit, string>;
}

/** What is called by some words in whatever language, or tells them, with what the hits are of. */
export function searchPage(props: SearchPageProps): Page {
  const { view, asked } = props;
  const { words } = view.reader;
  const title = asked.q === undefined ? words.search : words.searchedFor(asked.q);
  return { title: `${title} · ${view.negotiation.title}`, content: <SearchPage {...props} /> };
}

function SearchPage({ view, asked, found, where }: SearchPageProps): VNode {
  const { words } = view.reader;
  const heading = found === undefined ? words.search : words.searchedFor(asked.q ?? '');
  return (
    <Layout view={view} section={null} main="one">
      <section class="card">
        <div class="issuehead">
          <h1>{heading}</h1>
          {found === undefined ? <p class="lede">{words.searchSays}</p> : <Counted found={found.body} asked={asked} view={view} />}
          <Filters asked={asked} view={view} />
        </div>
        {found !== undefined && found.body.items.length > 0 && (
          <div class="found">
            <Facets facets={found.body.facets} asked={asked} view={view} />
            <div>
              <ol class="ev" aria-label={words.hits}>
                {unfolded(found.body.items, view).map((hit) => (
                  <li key={`${hit.type} ${hit.id}`}>
                    <HitLine hit={hit} href={where.get(hit)} view={view} />
                  </li>
                ))}
              </ol>
              <Rest of={found.body.items} view={view} />
            </div>
          </div>
        )}
        {found !== undefined && (
          <Cite
            view={view}
            cited={found.cited}
            title={`${view.negotiation.title}: ${heading}`}
            outlets={{ csv: found.cited.api.replace('/search?', '/search.csv?') }}
          />
        )}
      </section>
    </Layout>
  );
}

function Counted({ found: { found, more, items }, asked, view }: { found: Found; asked: Choice; view: View }): VNode {
  const { words } = view.reader;
  if (found === 0) {
    const isFiltered = FACETS.some((facet) => asked[facet] !== undefined);
    return <p class="lede">{isFiltered ? words.nothingFoundSo : words.nothingFound}</p>;
  }
  return (
    <p>
      {words.hitCount(found)}
      {(more || items.length < found) && <span class="mute"> {words.moreHits}</span>}
    </p>
  );
}

/** What is filtered by, each with the way to do without it. */
function Filters({ asked, view }: { asked: Choice; view: View }): VNode | null {
  const { words } = view.reader;
  const set = FACETS.flatMap((facet) => (asked[facet] === undefined ? [] : [{ facet, text: facetText(facet, asked[facet], view) }]));
  if (set.length === 0) return null;
  return (
    <p class="facts">
      {set.map(({ facet, text }) => (
        <a key={facet} class="btn" href={view.links.here({ [facet]: undefined, more: undefined })} aria-label={words.withoutFilter(text)}>
          {text} <span aria-hidden="true">×</span>
        </a>
      ))}
    </p>
  );
}

function HitLine({ hit, href, view }: { hit: Hit; href: string | undefined; view: View }): VNode {
  const { words, language } = view.reader;
  const { type, title, names, matched, occurred, source, certainty } = hit;
  return (
    <>
      <p class="small mute">
        {typeText(type, words)}
        {matched.includes('points') && ` · ${words.foundIn.points}`}
        {matched.includes('named') && ` · ${words.foundIn.named}`}
      </p>
      <a href={href}>
        <Told text={title} names={names} view={view} />
      </a>
      {occurred !== null && (
        <p class="src">
          {dateText(occurred, language, words)} · {source}
          {certainty === 'possible' && ` · ${words.dateUncertain}`}
        </p>
      )}
    </>
  );
}
