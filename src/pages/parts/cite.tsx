import type { VNode } from 'preact';
import type { Cited } from '../asking/cited-answers.js';
import type { View } from '../asking/view.js';
import type { Words } from '../words/en.js';
import { pointText } from './point-text.js';
import { type OutletLinks, Outlets } from './outlets.js';
import { apa, bibtex, type Citation } from './citation.js';

export interface CiteProps {
  readonly view: View;
  readonly cited: Cited;
  readonly title: string;
  /** The address of this page with all three axes fixed; left out: that of the page as it is, at its point in time. */
  readonly fixed?: string;
  /** As what else it can be had. */
  readonly outlets?: OutletLinks;
}

/** How to cite what is seen: an address that gives it for ever, and the hash of the answer. */
export function Cite({ view, cited, title, fixed = view.links.hereAt(view.fixed), outlets = {} }: CiteProps): VNode {
  const { reader, negotiation } = view;
  const citation = { title, day: negotiation.at.asOf, note: pointText(view), url: reader.origin + fixed };
  return <CitePage words={reader.words} citation={citation} fixed={fixed} cited={cited} outlets={outlets} />;
}

export interface CitePageProps {
  readonly words: Words;
  readonly citation: Citation;
  /** The address that is cited, without host. */
  readonly fixed: string;
  /** The answer that the page shows; left out where it shows none. */
  readonly cited?: Cited;
  /** What the address promises; left out: the same answer for ever. */
  readonly says?: string;
  readonly outlets?: OutletLinks;
}

/** The same of a page that belongs to no negotiation. */
export function CitePage({ words, citation, fixed, cited, says = words.citeSays, outlets = {} }: CitePageProps): VNode {
  return (
    <>
      <Outlets links={outlets} name={citation.title} words={words} />
      <details class="cite" id="cite">
        <summary>{words.cite}</summary>
        <p class="small mute">{says}</p>
        <dl>
          <dt>{words.fixedLink}</dt>
          <dd>
            <a href={fixed} id="cite-link">
              <code>{fixed}</code>
            </a>{' '}
            <Copy of="cite-link" what={words.fixedLink} words={words} />
          </dd>
          <dt>APA</dt>
          <dd>
            <span id="cite-apa">{apa(citation)}</span> <Copy of="cite-apa" what="APA" words={words} />
          </dd>
          <dt>BibTeX</dt>
          <dd>
            <pre id="cite-bibtex">{bibtex(citation)}</pre>
            <Copy of="cite-bibtex" what="BibTeX" words={words} />
          </dd>
          {cited !== undefined && <Answered cited={cited} words={words} />}
        </dl>
      </details>
    </>
  );
}

/** Where the API gives the answer, and what it is known by. */
function Answered({ cited: { api, sha256, logRoot }, words }: { cited: Cited; words: Words }): VNode {
  return (
    <>
      <dt>{words.json}</dt>
      <dd>
        <a href={api}>
          <code>{api}</code>
        </a>
      </dd>
      <dt>{words.sha}</dt>
      <dd>
        <code id="cite-sha">{sha256}</code> <Copy of="cite-sha" what="SHA-256" words={words} />
      </dd>
      {logRoot !== undefined && (
        <>
          <dt>{words.logRoot}</dt>
          <dd>
            <code>{logRoot}</code>
          </dd>
        </>
      )}
    </>
  );
}

/** Puts what stands beside it on the clipboard: only script can. */
function Copy({ of, what, words }: { of: string; what: string; words: Words }): VNode {
  return (
    <button type="button" class="btn copy" data-script data-copies={of} aria-label={`${words.copy}: ${what}`}>
      {words.copy}
    </button>
  );
}
