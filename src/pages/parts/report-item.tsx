import type { ComponentChildren, VNode } from 'preact';
import type { Actor } from '../../vocabulary/actor.js';
import type { Source } from '../asking/entry-shapes.js';
import type { Report } from '../asking/report-shapes.js';
import type { View } from '../asking/view.js';
import { dateText } from '../words/dates.js';
import { languageOfText } from './told.js';

/** A report in a list of evidence: what it says, who says so, when, and where it stands. */
export function ReportItem({
  report,
  speakers,
  view,
  children,
}: {
  report: Report;
  speakers: readonly Actor[];
  view: View;
  children?: ComponentChildren;
}): VNode {
  const { reader, names, links } = view;
  const { words, language } = reader;
  const source = view.sources.find(report.source.id);
  const who = speakers.length === 0 ? words.theSource : words.list(speakers.map((actor) => names.actor(actor)));
  const { occurred } = report;
  return (
    <>
      {children}
      <div lang={languageOfText(view)}>{report.summary}</div>
      <Quote report={report} source={source} />
      <div class="src">
        {who} · {words.form[report.claim.form]} ·{' '}
        {occurred === null ? words.saidNoDay : words.said(dateText(occurred.edtf, language, words))}
        {occurred?.phrase != null && <> (“{occurred.phrase}”)</>}
        <br />
        {report.source.id}
        {report.source.locator !== null && `, ${report.source.locator}`}
        {source !== undefined && ` · ${words.published(dateText(source.published.edtf, language, words))}`}
        {source?.published.basis === 'inferred' && ` (${words.inferred})`} · <a href={links.report(report.id)}>{words.report}</a>
      </div>
    </>
  );
}

/** The words of the source in its own language. */
export function Quote({ report, source }: { report: Pick<Report, 'source'>; source: Source | undefined }): VNode | null {
  if (report.source.quote === null) return null;
  return (
    <div>
      <q lang={source?.language ?? undefined}>{report.source.quote}</q>
    </div>
  );
}
