import { urlOf } from '../../http/answer.js';
import type { At, NegotiationBrief } from '../asking/issue-shapes.js';
import type { Cited } from '../asking/cited-answers.js';
import { CitePage } from '../parts/cite.js';
import { LanguageSwitch } from '../parts/layout.js';
import type { Page } from '../rendering/document.js';
import type { Reader } from '../rendering/reader.js';

export interface StartPageProps {
  readonly at: At;
  readonly items: readonly NegotiationBrief[];
  readonly cited: Cited;
  readonly reader: Reader;
}

/** The negotiations that are tracked here. */
export function startPage({ at, items: negotiations, cited, reader }: StartPageProps): Page {
  const { words, language, namesLanguage, path } = reader;
  const lang = namesLanguage ? language : undefined;
  const axes = { asOf: at.asOf, knownBy: at.knownBy ?? undefined, recordedBy: at.recordedBy, certainty: at.certainty };
  const fixed = urlOf(path, { ...axes, lang });
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
            {negotiations.map(({ id, title, names, language: written, counts }) => (
              <li key={id}>
                <a href={urlOf(`/n/${id}`, { lang })} lang={names?.[language] === undefined ? written : undefined}>
                  {names?.[language] ?? title}
                </a>{' '}
                <span class="small mute">{words.sourceCount(counts.sources ?? 0)}</span>
              </li>
            ))}
          </ul>
        </section>
        <section class="card">
          <CitePage
            words={words}
            citation={{ title: words.negotiations, day: at.asOf, note: words.asRecorded(at.recordedBy), url: reader.origin + fixed }}
            fixed={fixed}
            cited={cited}
            outlets={{ csv: urlOf('/v1/negotiations.csv', { ...axes, limit: '500' }) }}
          />
        </section>
      </main>
    </>
  );
  return { title: words.negotiations, content };
}
