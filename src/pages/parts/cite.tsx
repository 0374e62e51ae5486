import type { VNode } from 'preact';
import type { Cited } from '../asking/tracker.js';
import type { View } from '../asking/view.js';
import { parseDay } from '../../vocabulary/day.js';
import { dayText } from '../words/dates.js';
import { apa, bibtex, type Citation } from './citation.js';

export interface CiteProps {
  readonly view: View;
  readonly cited: Cited;
  readonly title: string;
  /** The address of this page with all three axes fixed. */
  readonly fixed: string;
}

/** How to cite what is seen: an address that gives it for ever, and the hash of the answer. */
export function Cite({ view, cited, title, fixed }: CiteProps): VNode {
  const { words } = view.reader;
  const citation = citationOf(view, title, view.reader.origin + fixed);
  return (
    <details class="cite" id="cite">
      <summary>{words.cite}</summary>
      <p class="small mute">{words.citeSays}</p>
      <dl>
        <dt>{words.fixedLink}</dt>
        <dd>
          <a href={fixed}>
            <code>{fixed}</code>
          </a>
        </dd>
        <dt>APA</dt>
        <dd>{apa(citation)}</dd>
        <dt>BibTeX</dt>
        <dd>
          <pre>{bibtex(citation)}</pre>
        </dd>
        <dt>{words.json}</dt>
        <dd>
          <a href={cited.api}>
            <code>{cited.api}</code>
          </a>
        </dd>
        <dt>{words.sha}</dt>
        <dd>
          <code>{cited.sha256}</code>
        </dd>
        {cited.logRoot !== undefined && (
          <>
            <dt>{words.logRoot}</dt>
            <dd>
              <code>{cited.logRoot}</code>
            </dd>
          </>
        )}
      </dl>
    </details>
  );
}

function citationOf({ negotiation, reader }: View, title: string, url: string): Citation {
  const { words, language } = reader;
  const { asOf, knownBy, recordedBy } = negotiation.at;
  const known = knownBy === null ? [] : [words.asKnownOn(dayText(parseDay(knownBy) ?? 0, language))];
  return { title, day: asOf, note: [...known, words.asRecorded(recordedBy)].join(', '), url };
}
