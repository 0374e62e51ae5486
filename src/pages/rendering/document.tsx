import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { assetUrl } from './assets.js';
import type { Reader } from './reader.js';

/** What a page shows, before it is a document. */
export interface Page {
  readonly title: string;
  readonly content: VNode;
  /** Shown within a page of others: without script, and its links open pages of their own. */
  readonly isEmbedded?: boolean;
  /** Where what changes in it is told. */
  readonly feed?: string;
}

/** The whole document of a page. Texts are escaped where they are put in; nothing in it is inline style or script. */
export function documentOf({ content, ...page }: Page, reader: Reader): string {
  return `<!doctype html>${renderToString(
    <Html {...page} reader={reader}>
      {content}
    </Html>,
  )}`;
}

function Html({
  title,
  isEmbedded = false,
  feed,
  reader,
  children,
}: Omit<Page, 'content'> & { reader: Reader; children: ComponentChildren }): VNode {
  return (
    <html lang={reader.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={assetUrl('page.css')} />
        {feed !== undefined && <link rel="alternate" type="application/atom+xml" href={feed} />}
        {isEmbedded ? <base target="_blank" /> : <script src={assetUrl('time-machine.js')} type="module" />}
      </head>
      <body>{children}</body>
    </html>
  );
}
