import type { VNode } from 'preact';
import { MODALITIES } from '../../vocabulary/modality.js';
import { LanguageSwitch } from '../parts/layout.js';
import { WeightBar, WeightBars } from '../parts/weight-bar.js';
import type { Page } from '../rendering/document.js';
import type { Reader } from '../rendering/reader.js';

const CHAPTERS = ['what', 'time', 'words', 'later', 'verdict', 'silence', 'colours', 'citing', 'programs'] as const;

/** The rules in plain words, how things are drawn, and how to cite. */
export function aboutPage(reader: Reader): Page {
  return { title: reader.words.aboutPage, content: <AboutPage reader={reader} /> };
}

function AboutPage({ reader }: { reader: Reader }): VNode {
  const { words } = reader;
  return (
    <>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <header class="top">
        <a class="name" href="/">
          {words.negotiations}
        </a>
        <LanguageSwitch reader={reader} />
      </header>
      <WeightBars />
      <main id="main" class="one">
        <section class="card issuehead">
          <h1>{words.aboutPage}</h1>
          {CHAPTERS.map((chapter) => (
            <section key={chapter}>
              <h2>{words.rules[chapter]}</h2>
              <p class="lede">{words.rules[`${chapter}Says`]}</p>
              {chapter === 'colours' && <Scale reader={reader} />}
              {chapter === 'programs' && (
                <p>
                  <a href="/docs">{words.api}</a>
                </p>
              )}
            </section>
          ))}
        </section>
      </main>
    </>
  );
}

/** Every word for a stance with its bar. */
function Scale({ reader }: { reader: Reader }): VNode {
  return (
    <ul class="plain">
      {MODALITIES.map((modality) => (
        <li key={modality}>
          <WeightBar modality={modality} /> {reader.words.modality[modality]}
        </li>
      ))}
    </ul>
  );
}
