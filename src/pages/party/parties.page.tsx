import type { VNode } from 'preact';
import type { View } from '../asking/view.js';
import { Layout } from '../parts/layout.js';
import type { Page } from '../rendering/document.js';

/** The parties of the registry, the principals first. */
export function partiesPage(view: View): Page {
  return { title: `${view.reader.words.parties} · ${view.negotiation.title}`, content: <PartiesPage view={view} /> };
}

function PartiesPage({ view }: { view: View }): VNode {
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
          {inOrder.map(({ id, name, kind }) => (
            <li key={id}>
              <a href={view.links.to(`parties/${encodeURIComponent(id)}`)}>{name}</a>{' '}
              <span class="small mute">
                {words.partyKind[kind]}
                {principals.includes(id) && ` · ${words.principal}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </Layout>
  );
}
