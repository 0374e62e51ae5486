import type { ComponentChildren, VNode } from 'preact';
import type { View } from '../asking/view.js';
import { LANGUAGE_CODES, LANGUAGES } from '../words/languages.js';
import type { Reader } from '../rendering/reader.js';
import { urlOf } from '../../http/answer.js';
import { dayText } from '../words/dates.js';
import { SECTIONS, type Section } from './sections.js';
import { PageFacts } from './page-facts.js';
import { SearchBox } from './search-box.js';
import { TimeBar } from './time-bar.js';
import { Told } from './told.js';

/** The frame of every page of a negotiation: its name, the views, the search, the languages, the time bar, and what must be said before all else. */
export function Layout({
  view,
  section,
  main,
  hasTimeBar = true,
  children,
}: {
  view: View;
  section: Section | null;
  main?: string;
  /** Left out by pages that have two points in time of their own. */
  hasTimeBar?: boolean;
  children: ComponentChildren;
}): VNode {
  const { reader, links, negotiation } = view;
  const { words } = reader;
  return (
    <>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <header class="top">
        <a class="name" href={links.to('')}>
          <Told text={negotiation.title} names={negotiation.names} view={view} />
        </a>
        <nav aria-label={words.views}>
          <ul>
            {SECTIONS.map(({ name, page }) => (
              <li key={name}>
                <a href={links.to(page)} aria-current={name === section ? 'page' : undefined}>
                  {words[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <SearchBox action={links.search} reader={reader} />
        <LanguageSwitch reader={reader} />
      </header>
      {hasTimeBar && <TimeBar view={view} />}
      <main id="main" class={main} tabindex={-1}>
        <Notices view={view} />
        {children}
      </main>
      <PageFacts view={view} />
      <footer class="bottom small">
        <a href={urlOf('/about', { lang: reader.namesLanguage ? reader.language : undefined })}>{words.aboutPage}</a> ·{' '}
        <a href="/docs">{words.api}</a>
      </footer>
    </>
  );
}

/** The same page in each language. */
export function LanguageSwitch({ reader }: { reader: Reader }): VNode {
  return (
    <nav class="lang" aria-label={reader.words.languages}>
      {LANGUAGE_CODES.map((code) => (
        <a
          key={code}
          href={urlOf(reader.path, { ...reader.query, lang: code })}
          hreflang={code}
          lang={code}
          aria-current={code === reader.language ? 'true' : undefined}
          aria-label={`${code.toUpperCase()} ${LANGUAGES[code].language}`}
        >
          {code.toUpperCase()}
        </a>
      ))}
    </nav>
  );
}

function Notices({ view }: { view: View }): VNode | null {
  const { reader, links, perspective, negotiation, day } = view;
  const { words, language, age } = reader;
  const notices: VNode[] = [];
  if (perspective === 'fixed') {
    notices.push(
      <p key="fixed" class="notice">
        {words.fixedView(dayText(day, language), negotiation.at.recordedBy)} <a href={links.hereAt({})}>{words.seeToday}</a>
      </p>,
    );
  }
  if (age !== undefined)
    notices.push(
      <p key="age" class="notice warn" role="status">
        {words.ageOfAnswer(age)}
      </p>,
    );
  if (negotiation.degraded)
    notices.push(
      <p key="degraded" class="notice warn">
        {words.degradedSomewhere}
      </p>,
    );
  return notices.length === 0 ? null : <div class="notices">{notices}</div>;
}
