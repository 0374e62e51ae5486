import type { VNode } from 'preact';
import type { Named } from '../asking/named.js';
import type { View } from '../asking/view.js';

/**
 * The language of a text of the registry or of a report, where it is another one than that of the page: whoever reads aloud has to
 * know. Undefined too where nobody told in which language texts are written.
 */
export function languageOfText({ negotiation, reader }: View, names?: Named['names']): string | undefined {
  const isTranslated = names?.[reader.language] !== undefined;
  return isTranslated || negotiation.language === reader.language ? undefined : negotiation.language;
}

/** A text in the language of the reader, where the registry tells it so; else as it is written, marked so. */
export function Told({ text, names, view }: { text: string; names?: Named['names']; view: View }): VNode {
  const lang = languageOfText(view, names);
  const told = names?.[view.reader.language] ?? text;
  return lang === undefined ? <>{told}</> : <span lang={lang}>{told}</span>;
}
