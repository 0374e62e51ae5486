import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Words } from '../words/en.js';

/** Where else what is seen can be had; each is left out where there is none. */
export interface OutletLinks {
  readonly csv?: string;
  readonly svg?: string;
  /** Of changes, to subscribe to. */
  readonly atom?: string;
  /** Of meetings, to subscribe to. */
  readonly calendar?: string;
  /** The address of a page to be shown within others, with host. */
  readonly embed?: string;
}

/** The same for use elsewhere: in a spreadsheet, as a picture, in a feed reader, a calendar, or within another page. */
export function Outlets({ links, name, words }: { links: OutletLinks; name: string; words: Words }): VNode | null {
  const { csv, svg, atom, calendar, embed } = links;
  if (Object.keys(links).length === 0) return null;
  return (
    <div class="outlets">
      <p>
        <b>{words.outlets}</b>{' '}
        {csv !== undefined && (
          <a class="btn" href={csv}>
            CSV
          </a>
        )}{' '}
        {svg !== undefined && (
          <>
            <a class="btn" href={svg}>
              SVG
            </a>{' '}
            <button type="button" class="btn" data-script data-png={svg} data-name={name}>
              PNG
            </button>
          </>
        )}{' '}
        {atom !== undefined && (
          <a class="btn" href={atom} type="application/atom+xml">
            {words.feed}
          </a>
        )}{' '}
        {calendar !== undefined && (
          <a class="btn" href={calendar} type="text/calendar">
            {words.calendar}
          </a>
        )}
      </p>
      {embed !== undefined && (
        <details>
          <summary>{words.embed}</summary>
          <pre>{renderToString(<iframe src={embed} width="100%" height="600" title={name} />)}</pre>
        </details>
      )}
    </div>
  );
}
