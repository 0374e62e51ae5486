import type { VNode } from 'preact';
import { urlOf } from '../../http/answer.js';
import type { Program } from '../../ports/program.js';
import { MODALITIES } from '../../vocabulary/modality.js';
import { CitePage } from '../parts/cite.js';
import { LanguageSwitch } from '../parts/layout.js';
import { WeightBar, WeightBars } from '../parts/weight-bar.js';
import type { Page } from '../rendering/document.js';
import type { Reader } from '../rendering/reader.js';

const CHAPTERS = ['what', 'time', 'words', 'later', 'verdict', 'silence', 'colours', 'citing', 'programs'] as const;

export interface AboutPageProps {
  readonly reader: Reader;
  readonly program: Pick<Program, 'version' | 'commit'>;
  /** On which it is read: `YYYY-MM-DD`. */
  readonly day: string;
}

/** The rules in plain words, how things are drawn, and how to cite. */
export function aboutPage(props: AboutPageProps): Page {
  return { title: props.reader.words.aboutPage, content: <AboutPage {...props} /> };
}

function AboutPage({ reader, program: { version, commit }, day }: AboutPageProps): VNode {
  const { words, language, origin, path } = reader;
  const program = words.programVersion(commit === null ? version : `${version} (${commit})`);
  const fixed = urlOf(path, { lang: language });
  return (
    <>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <header class="top">
        <a class="name" href={urlOf('/', { lang: reader.namesLanguage ? language : undefined })}>
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
        <section class="card">
          <CitePage
            words={words}
            citation={{ title: words.aboutPage, day, note: program, url: origin + fixed }}
            fixed={fixed}
            says={words.citesProgram(program)}
          />
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
