import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { assetUrl } from './assets.js';
import type { Reader } from './reader.js';

/** What a page shows, before it is a document. */
export interface Page {
  readonly title: string;
  readonly content: VNode;
}

/** The whole document of a page. Texts are escaped where they are put in; nothing in it is inline style or script. */
export function documentOf({ title, content }: Page, reader: Reader): string {
  return `<!doctype html>${renderToString(
    <Html title={title} reader={reader}>
      {content}
    </Html>,
  )}`;
}

function Html({ title, reader, children }: { title: string; reader: Reader; children: ComponentChildren }): VNode {
  return (
    <html lang={reader.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>{title}</title>
        <link rel="icon" href="data:," />
        <link rel="stylesheet" href={assetUrl('page.css')} />
      </head>
      <body>{children}</body>
    </html>
  );
}
