import type { VNode } from 'preact';
import type { Report, ReportContent, ReportVersion } from '../asking/report-shapes.js';
import type { Cited } from '../asking/cited-answers.js';
import type { View } from '../asking/view.js';
import { Cite } from '../parts/cite.js';
import type { Effect } from '../parts/effect.js';
import { EffectList } from '../parts/effect-list.js';
import { IssueTitle } from '../parts/issue-title.js';
import { Layout } from '../parts/layout.js';
import { Quote } from '../parts/report-item.js';
import { languageOfText } from '../parts/told.js';
import type { Page } from '../rendering/document.js';
import { dateText, dayText } from '../words/dates.js';
import { Versions } from './versions.js';

export interface ReportPageProps {
  readonly view: View;
  readonly id: string;
  /** Undefined where it is not visible at the point that is shown. */
  readonly report: Report | undefined;
  readonly versions: readonly ReportVersion[];
  readonly effects: readonly Effect[];
  /** The reports of the same source, in the order of the text. */
  readonly beside: readonly Report[];
  readonly cited: Cited;
}

/** One report: all of it, every version, and what it changed. */
export function reportPage(props: ReportPageProps): Page {
  const { view, report, id } = props;
  return { title: `${report?.summary ?? id} · ${view.negotiation.title}`, content: <ReportPage {...props} /> };
}

function ReportPage({ view, id, report, versions, effects, beside, cited }: ReportPageProps): VNode {
  const { words, language } = view.reader;
  const content = report ?? versions.findLast((version) => version.content !== null)?.content;
  return (
    <Layout view={view} section={null} main="one">
      <section class="card">
        <div class="issuehead">
          {content != null && <p class="small mute">{words.reportTypes[content.type]}</p>}
          <h1 lang={content == null ? undefined : languageOfText(view)}>{content?.summary ?? id}</h1>
          {report === undefined && <p class="notice warn">{words.reportNotVisible}</p>}
        </div>
        {content != null && <Content content={content} view={view} />}
        {report !== undefined && report.links.length > 0 && (
          <section class="part">
            <h2>{words.links}</h2>
            <ul>
              {report.links.map(({ kind, to, from }) => (
                <li key={`${kind} ${to ?? from ?? ''}`}>
                  {words.linkKind[kind]} <a href={view.links.report(to ?? from ?? '')}>{to ?? from}</a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <section class="part">
          <h2>{words.itChanged}</h2>
          {effects.length === 0 ? <p class="mute">{words.changesNothing}</p> : <EffectList effects={effects} view={view} />}
        </section>
        <section class="part">
          <h2>{words.versions}</h2>
          <Versions versions={versions} view={view} />
        </section>
        <Neighbours id={id} beside={beside} view={view} />
        <Cite view={view} cited={cited} title={words.stateOf(id, dayText(view.day, language))} />
      </section>
    </Layout>
  );
}

/** Who says it, when, and where it stands. */
function Content({ content, view }: { content: ReportContent; view: View }): VNode {
  const { reader, names, links } = view;
  const { words, language } = reader;
  const { claim, occurred, source, data } = content;
  const entry = view.sources.find(source.id);
  const speakers = claim.by.length > 0 ? claim.by : typeof data.speaker === 'string' ? [data.speaker] : [];
  return (
    <section class="part">
      <p>
        {speakers.length === 0 ? words.theSource : words.list(speakers.map((actor) => names.actor(actor)))} · {words.form[claim.form]} ·{' '}
        {occurred === null ? words.saidNoDay : words.said(dateText(occurred.edtf, language, words))}
        {occurred?.phrase != null && ` (“${occurred.phrase}”)`}
      </p>
      <Quote report={content} source={entry} />
      <p>
        <a href={links.source(source.id)} lang={entry?.language ?? undefined}>
          {entry?.headline ?? source.id}
        </a>
        {source.locator !== null && `, ${source.locator}`}
        {entry !== undefined && ` · ${words.published(dateText(entry.published.edtf, language, words))}`}
      </p>
      {content.issues.length > 0 && (
        <p>
          {content.issues.map((issue) => (
            <span key={issue}>
              <a href={links.issue(issue)}>
                <IssueTitle of={issue} view={view} />
              </a>{' '}
            </span>
          ))}
        </p>
      )}
      <details>
        <summary>{words.content}</summary>
        <pre>{JSON.stringify(data, null, 2)}</pre>
      </details>
    </section>
  );
}

/** The reports before and after it in the text of its source. */
function Neighbours({ id, beside, view }: { id: string; beside: readonly Report[]; view: View }): VNode | null {
  const { words } = view.reader;
  const at = beside.findIndex((report) => report.id === id);
  const around = [
    { label: words.previousReport, report: beside[at - 1] },
    { label: words.nextReport, report: beside[at + 1] },
  ].filter(({ report }) => report !== undefined);
  if (at < 0 || around.length === 0) return null;
  return (
    <section class="part">
      <h2>{words.inTheSource}</h2>
      <ul>
        {around.map(({ label, report }) => (
          <li key={label}>
            {label}:{' '}
            <a href={view.links.report(report?.id ?? '')} lang={languageOfText(view)}>
              {report?.summary}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
