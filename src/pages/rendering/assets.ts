import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** A file that pages load, under an address that names its content. */
export interface Asset {
  readonly content: string;
  readonly type: string;
  readonly url: string;
}

/** Made by `bin/bundle-pages.mjs`. */
const ASSETS = {
  'page.css': asset('../bundle/page.css', 'text/css; charset=utf-8'),
  'time-machine.js': asset('../bundle/time-machine.js', 'text/javascript; charset=utf-8'),
} as const;

export type AssetName = keyof typeof ASSETS;

/** The address of a file that pages load; it names the content. */
export function assetUrl(name: AssetName): string {
  return ASSETS[name].url;
}

/** The file of an address; undefined where there is none, or where its content is another one by now. */
export function assetAt(url: string): Asset | undefined {
  return Object.values(ASSETS).find((one) => one.url === url);
}

function asset(path: string, type: string): Asset {
  const content = readFileSync(new URL(path, import.meta.url), 'utf8');
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 12);
  const [, name = '', extension = ''] = /([\w-]+)\.(\w+)$/.exec(path) ?? [];
  return { content, type, url: `/assets/${name}.${hash}.${extension}` };
}
