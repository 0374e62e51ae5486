import { urlOf } from '../../http/answer.js';
import type { NegotiationBrief } from '../asking/shapes.js';
import { LanguageSwitch } from '../parts/layout.js';
import type { Page } from '../rendering/document.js';
import type { Reader } from '../rendering/reader.js';

/** The negotiations that are tracked here. */
export function startPage(negotiations: readonly NegotiationBrief[], reader: Reader): Page {
  const { words, language, namesLanguage } = reader;
  const lang = namesLanguage ? language : undefined;
  const content = (
    <>
      <header class="top">
        <span class="name">{words.negotiations}</span>
        <LanguageSwitch reader={reader} />
      </header>
      <main id="main" class="one">
        <section class="card issuehead">
          <h1>{words.negotiations}</h1>
          {negotiations.length === 0 && (
            <p class="lede">
              {words.noNegotiation} <a href="/docs">{words.api}</a>
            </p>
          )}
          <ul>
            {negotiations.map(({ id, title, counts }) => (
              <li key={id}>
                <a href={urlOf(`/n/${id}`, { lang })}>{title}</a>{' '}
                <span class="small mute">{words.sourcesOut(String(counts.sources ?? 0), counts.sources ?? 0)}</span>
              </li>
            ))}
          </ul>
        </section>
      </main>
    </>
  );
  return { title: words.negotiations, content };
}
