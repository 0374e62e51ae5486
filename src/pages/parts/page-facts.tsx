import type { VNode } from 'preact';
import { urlOf } from '../../http/answer.js';
import type { View } from '../asking/view.js';
import { formsOf } from '../words/plural.js';

/** What the script of the page must know of it, and the line in which it tells what it has to say. Without script it is nothing. */
export function PageFacts({ view }: { view: View }): VNode {
  const { n, reader, negotiation } = view;
  const { words, language } = reader;
  const { unavailable, offline, copied, show } = words;
  const { recordedBy } = negotiation.at;
  const live = urlOf(`/v1/negotiations/${encodeURIComponent(n)}/replay`, { axis: 'recorded', from: recordedBy });
  return (
    <>
      <p id="told" role="status" />
      <div
        id="facts"
        hidden
        data-words={JSON.stringify({ unavailable, offline, copied, show, newReports: formsOf(words.newReports, language) })}
        data-live={reader.query.recordedBy === undefined ? live : undefined}
        data-position={recordedBy.slice(1)}
      />
    </>
  );
}
