import { Feed } from 'feed';
import { renderToString } from 'preact-render-to-string';
import type { Step } from '../asking/change-shapes.js';
import type { View } from '../asking/view.js';
import type { Effect } from '../parts/effect.js';
import { EffectList } from '../parts/effect-list.js';
import { withoutControls } from '../rendering/without-controls.js';

/** A step that changed something, and when it was recorded. */
export interface Entry {
  readonly step: Step;
  readonly effects: readonly Effect[];
  readonly recordedAt: Date;
}

export interface FeedProps {
  readonly view: View;
  readonly entries: readonly Entry[];
  /** What the feed is of: the negotiation, one of its issues, or a party. */
  readonly title: string;
  /** Its own address, without host. */
  readonly address: string;
}

/** What changed, an entry a step: why, and what it changed. Its id names the position, and is the same in every feed. */
export function changesFeed({ view, entries, title, address }: FeedProps): string {
  const { n, reader, links } = view;
  const { words, origin, language } = reader;
  const feed = new Feed({
    id: `urn:negotiation:${n}:changes${address.includes('?') ? address.slice(address.indexOf('?')) : ''}`,
    title: `${title}: ${words.changes}`,
    link: origin + links.to('changes'),
    feedLinks: { atom: origin + address },
    language,
    updated: entries[0]?.recordedAt ?? new Date(0),
    copyright: '',
    generator: 'Negotiation tracker',
    author: { name: view.negotiation.title },
  });
  for (const { step, effects, recordedAt } of entries) {
    const position = BigInt(step.position ?? '0');
    const way = { axis: 'recorded', from: `@${String(position - 1n)}`, to: `@${String(position)}` };
    const title = step.report?.summary ?? ('report' in step.cause ? step.cause.report : words.entryChanged);
    feed.addItem({
      id: `urn:negotiation:${n}:${String(position)}`,
      // The library says that it is HTML.
      title: renderToString(<>{title}</>),
      link: origin + links.to('changes', way),
      date: recordedAt,
      content: withHost(renderToString(<EffectList effects={effects} view={view} />), origin),
    });
  }
  return withoutControls(feed.atom1());
}

/** A reader of feeds does not know from where an entry came. */
function withHost(html: string, origin: string): string {
  return html.replaceAll('href="/', `href="${origin}/`);
}
