import type { VNode } from 'preact';
import type { Report, Source } from '../asking/shapes.js';
import type { View } from '../asking/view.js';
import { Layout } from '../parts/layout.js';
import { ReportItem } from '../parts/report-item.js';
import type { Page } from '../rendering/document.js';
import { dateText } from '../words/dates.js';

/** A source: what is known of it, and its visible reports in the order of the text. */
export function sourcePage(view: View, source: Source, reports: readonly Report[]): Page {
  const title = source.headline ?? source.id;
  return { title: `${title} · ${view.negotiation.title}`, content: <SourcePage view={view} source={source} reports={reports} /> };
}

function SourcePage({ view, source, reports }: { view: View; source: Source; reports: readonly Report[] }): VNode {
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
                <li key={note}>{note}</li>
              ))}
            </ul>
          </section>
        )}
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
