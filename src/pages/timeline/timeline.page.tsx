import type { VNode } from 'preact';
import type { Report } from '../asking/report-shapes.js';
import type { Cited } from '../asking/cited-answers.js';
import type { View } from '../asking/view.js';
import { Cite } from '../parts/cite.js';
import { Layout } from '../parts/layout.js';
import { languageOfText } from '../parts/told.js';
import type { Page } from '../rendering/document.js';
import { dateText } from '../words/dates.js';
import { type Lane, lanesOf } from './lanes.js';
import { LaneChart } from './lane-chart.js';
import { laneTitle, type LanesBy, type LaneTitle } from './lanes-by.js';
import { TimelineFilters } from './timeline-filters.js';

const MOST = 500;

export interface TimelinePageProps {
  readonly view: View;
  readonly reports: readonly Report[];
  /** By issue, by party or by source. */
  readonly groups: ReadonlyMap<string, readonly Report[]>;
  readonly issue: string | undefined;
  /** Whose reports alone are shown: those that name the person. */
  readonly person: string | undefined;
  readonly lanes: LanesBy;
  readonly cited: Cited;
}

/** When what was reported happened: lanes of windows, and the same as a table. */
export function timelinePage(props: TimelinePageProps): Page {
  return { title: `${props.view.reader.words.timeline} · ${props.view.negotiation.title}`, content: <TimelinePage {...props} /> };
}

function TimelinePage({ view, reports, groups, issue, person, lanes, cited }: TimelinePageProps): VNode {
  const { reader, sources } = view;
  const { words } = reader;
  const published = new Map(sources.all.map(({ id, published: { edtf } }) => [id, edtf]));
  const drawn = lanesOf(groups, (report) => published.get(report.source.id));
  const titleOf = ({ id }: Lane): LaneTitle => laneTitle(lanes, id === '' ? undefined : id, view);
  return (
    <Layout view={view} section="timeline" main="one">
      <section class="card">
        <div class="issuehead">
          <h1>{words.timeline}</h1>
          <p class="small mute">{words.timelineSays}</p>
        </div>
        {person !== undefined && <WithoutPerson person={person} view={view} />}
        <TimelineFilters view={view} issue={issue} lanes={lanes} />
        {reports.length === 0 && <p class="lede issuehead">{words.emptyNegotiation}</p>}
        {reports.length === MOST && <p class="notice">{words.moreReports}</p>}
        {drawn.length > 0 && <LaneChart lanes={drawn} titleOf={titleOf} view={view} />}
        <Table reports={reports} view={view} />
        <Cite
          view={view}
          cited={cited}
          title={`${view.negotiation.title}: ${words.timeline}`}
          outlets={{
            csv: view.links.csv('reports', { issue, person, ...view.fixed }),
            atom: view.links.live('changes.atom', { issue }),
          }}
        />
      </section>
    </Layout>
  );
}

/** Who has to be named, and the way to all reports. */
function WithoutPerson({ person, view }: { person: string; view: View }): VNode {
  const name = view.names.actor(person);
  return (
    <p class="facts issuehead">
      <a class="btn" href={view.links.here({ person: undefined })} aria-label={view.reader.words.withoutFilter(name)}>
        {name} <span aria-hidden="true">×</span>
      </a>
    </p>
  );
}

function Table({ reports, view }: { reports: readonly Report[]; view: View }): VNode {
  const { reader, links } = view;
  const { words, language } = reader;
  return (
    <details>
      <summary>
        {words.sameAsTable} ({words.reportCount(reports.length)})
      </summary>
      <div class="scroll" tabindex={0} role="region" aria-label={words.sameAsTable}>
        <table class="pairs reports">
          <thead>
            <tr>
              <th scope="col">{words.date}</th>
              <th scope="col">{words.report}</th>
              <th scope="col">{words.source}</th>
            </tr>
          </thead>
          <tbody>
            {reports.map(({ id, type, occurred, summary, source, certainty }) => (
              <tr key={id}>
                <td>
                  {occurred === null ? words.saidNoDay : dateText(occurred.edtf, language, words)}
                  {certainty === 'possible' && <span class="v">{words.dateUncertain}</span>}
                </td>
                <td>
                  <a href={links.report(id)} lang={languageOfText(view)}>
                    {summary}
                  </a>
                  <span class="v">{words.reportTypes[type]}</span>
                </td>
                <td>
                  <a href={links.source(source.id)}>{source.id}</a>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
