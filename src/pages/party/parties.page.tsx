import type { VNode } from 'preact';
import type { Cited } from '../asking/cited-answers.js';
import type { View } from '../asking/view.js';
import { Cite } from '../parts/cite.js';
import { Rest, unfolded } from '../parts/folded.js';
import { Layout } from '../parts/layout.js';
import type { Page } from '../rendering/document.js';

/** The parties of the registry, the principals first. */
export function partiesPage(view: View, cited: Cited): Page {
  return { title: `${view.reader.words.parties} · ${view.negotiation.title}`, content: <PartiesPage view={view} cited={cited} /> };
}

function PartiesPage({ view, cited }: { view: View; cited: Cited }): VNode {
  const { words } = view.reader;
  const { principals } = view.negotiation;
  const inOrder = view.names.all.toSorted((a, b) => Number(principals.includes(b.id)) - Number(principals.includes(a.id)));
  return (
    <Layout view={view} section="parties" main="one">
      <section class="card">
        <div class="issuehead">
          <h1>{words.parties}</h1>
        </div>
        <ul class="plain">
          {unfolded(inOrder, view).map(({ id, name, kind }) => (
            <li key={id}>
              <a href={view.links.to(`parties/${encodeURIComponent(id)}`)}>{name}</a>{' '}
              <span class="small mute">
                {words.partyKind[kind]}
                {principals.includes(id) && ` · ${words.principal}`}
              </span>
            </li>
          ))}
        </ul>
        <Rest of={inOrder} view={view} />
        <Cite
          view={view}
          cited={cited}
          title={`${view.negotiation.title}: ${words.parties}`}
          outlets={{ csv: view.links.csv('parties', { recordedBy: view.fixed.recordedBy }), atom: view.links.live('changes.atom') }}
        />
      </section>
    </Layout>
  );
}
