import type { VNode } from 'preact';
import type { Cited } from '../asking/cited-answers.js';
import type { View } from '../asking/view.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import { Cite } from '../parts/cite.js';
import { Rest, unfolded } from '../parts/folded.js';
import { Layout } from '../parts/layout.js';
import { sourcesOut } from '../parts/source-days.js';
import type { Page } from '../rendering/document.js';
import { dateText } from '../words/dates.js';

/** The sources that were out by then, or may have been. */
export function sourcesPage(view: View, cited: Cited): Page {
  return { title: `${view.reader.words.sources} · ${view.negotiation.title}`, content: <SourcesPage view={view} cited={cited} /> };
}

function SourcesPage({ view, cited }: { view: View; cited: Cited }): VNode {
  const { words, language } = view.reader;
  const out = sourcesOut(view.sources.all, view.negotiation.at.knownBy);
  const inOrder = out.toSorted((a, b) => windowOf(a.published.edtf).hi - windowOf(b.published.edtf).hi);
  return (
    <Layout view={view} section="sources" main="one">
      <section class="card">
        <div class="issuehead">
          <h1>{words.sources}</h1>
          {out.length === 0 && <p class="lede">{words.emptyNegotiation}</p>}
          {out.length > 0 && !view.sources.areListed && <p class="lede">{words.latestSources(out.length, view.sources.total)}</p>}
        </div>
        <ul class="mt">
          {unfolded(inOrder, view).map(({ id, headline, publisher, published, language: written }) => (
            <li key={id}>
              <span class="d">{dateText(published.edtf, language, words)}</span>
              <span>
                <a href={view.links.source(id)} lang={written ?? undefined}>
                  {headline ?? id}
                </a>{' '}
                <span class="small mute">
                  {publisher} {id}
                </span>
              </span>
            </li>
          ))}
        </ul>
        <Rest of={inOrder} view={view} />
        <Cite
          view={view}
          cited={cited}
          title={`${view.negotiation.title}: ${words.sources}`}
          outlets={{ csv: view.links.csv('sources', { recordedBy: view.fixed.recordedBy }), atom: view.links.live('changes.atom') }}
        />
      </section>
    </Layout>
  );
}
