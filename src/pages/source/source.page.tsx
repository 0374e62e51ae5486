import type { VNode } from 'preact';
import type { Source } from '../asking/entry-shapes.js';
import type { Report } from '../asking/report-shapes.js';
import type { Cited } from '../asking/cited-answers.js';
import type { View } from '../asking/view.js';
import { Cite } from '../parts/cite.js';
import type { Effect } from '../parts/effect.js';
import { EffectList } from '../parts/effect-list.js';
import { Layout } from '../parts/layout.js';
import { ReportItem } from '../parts/report-item.js';
import { languageOfText } from '../parts/told.js';
import type { Page } from '../rendering/document.js';
import { dateText } from '../words/dates.js';

export interface SourcePageProps {
  readonly view: View;
  readonly source: Source;
  /** In the order of the text. */
  readonly reports: readonly Report[];
  /** What would be otherwise without it; undefined where it is not asked for. */
  readonly otherwise: readonly Effect[] | undefined;
  readonly cited: Cited;
}

/** A source: what is known of it, and its visible reports in the order of the text. */
export function sourcePage(props: SourcePageProps): Page {
  const { source, view } = props;
  return { title: `${source.headline ?? source.id} · ${view.negotiation.title}`, content: <SourcePage {...props} /> };
}

function SourcePage({ view, source, reports, otherwise, cited }: SourcePageProps): VNode {
  const { words, language } = view.reader;
  const { published, publisher, author, url, notes, withdrawal, readmission } = source;
  const known = [publisher, author, words.published(dateText(published.edtf, language, words))].filter((part) => part !== null);
  return (
    <Layout view={view} section="sources" main="one">
      <section class="card">
        <div class="issuehead">
          <p class="small mute">
            {words.source} {source.id}
          </p>
          <h1 lang={source.language ?? undefined}>{source.headline ?? source.id}</h1>
          <p>
            {known.join(' · ')}
            {published.phrase !== null && ` (“${published.phrase}”)`}
            {published.basis === 'inferred' && ` (${words.inferred})`}
          </p>
          {published.note !== null && <p class="small mute">{published.note}</p>}
          {withdrawal !== null && readmission === null && <p class="notice warn">{words.withdrawn}</p>}
          <Original url={url} label={words.original} />
        </div>
        {notes.length > 0 && (
          <section class="part">
            <h2>{words.notes}</h2>
            <ul>
              {notes.map((note) => (
                <li key={note} lang={languageOfText(view)}>
                  {note}
                </li>
              ))}
            </ul>
          </section>
        )}
        <section class="part" id="otherwise">
          <h2>{words.withoutSource}</h2>
          {otherwise === undefined ? (
            <p>
              <a href={`${view.links.here({ otherwise: 'shown' })}#otherwise`}>{words.showOtherwise}</a>
            </p>
          ) : (
            <>
              <p class="small mute">{otherwise.length === 0 ? words.nothingOtherwise : words.otherwiseSays}</p>
              <EffectList effects={otherwise} view={view} />
            </>
          )}
        </section>
        <section class="part">
          <h2>{words.sourceReports}</h2>
          <p class="small mute">{words.reportCount(reports.length)}</p>
        </section>
        <ol class="ev">
          {reports.map((report) => (
            <li key={report.id}>
              <ReportItem report={report} speakers={speakersIn(report)} view={view}>
                <p class="small mute">{words.reportTypes[report.type]}</p>
              </ReportItem>
            </li>
          ))}
        </ol>
        <Cite
          view={view}
          cited={cited}
          title={source.headline ?? source.id}
          outlets={{ csv: view.links.csv('reports', { source: source.id, ...view.fixed }) }}
        />
      </section>
    </Layout>
  );
}

function speakersIn({ claim, data }: Report): Report['claim']['by'] {
  if (claim.by.length > 0) return claim.by;
  return typeof data.speaker === 'string' ? [data.speaker] : [];
}

/** A link out, where the address is one of the web; nothing is told to the other side. */
function Original({ url, label }: { url: string | null; label: string }): VNode | null {
  if (url === null || !/^https?:\/\//.test(url)) return null;
  return (
    <p>
      <a href={url} rel="nofollow noreferrer">
        {label}
      </a>
    </p>
  );
}
