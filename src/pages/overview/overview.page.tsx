import type { VNode } from 'preact';
import type { IssueBrief, IssueState } from '../asking/issue-shapes.js';
import { axesAt } from '../asking/perspective.js';
import type { Cited } from '../asking/cited-answers.js';
import type { View } from '../asking/view.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import { ConvergenceBadge } from '../parts/badges.js';
import { Blockers } from '../parts/blockers.js';
import { Cite } from '../parts/cite.js';
import { Rest, unfolded } from '../parts/folded.js';
import { inTreeOrder } from '../parts/issue-nav.js';
import { Layout } from '../parts/layout.js';
import { MeetingList } from '../parts/meeting-list.js';
import { nextNews } from '../parts/next-news.js';
import { Spark } from '../parts/spark.js';
import { languageOfText, Told } from '../parts/told.js';
import type { Page } from '../rendering/document.js';
import { agoText, dateText, dayText, dayWithWeekday } from '../words/dates.js';
import type { LatestWeeks } from './latest-weeks.js';

export interface OverviewPageProps {
  readonly view: View;
  readonly cited: Cited;
  readonly weeks: LatestWeeks;
  readonly issues: readonly IssueBrief[];
  /** By issue, of those that are told in full. */
  readonly states: ReadonlyMap<string, IssueState>;
}

const COLUMNS = ['issue', 'verdict', 'heard', 'reports', 'news'] as const;

/** All issues at a glance, what blocks a deal, and what is planned next. */
export function overviewPage(props: OverviewPageProps): Page {
  const { negotiation, day, reader } = props.view;
  return {
    title: `${negotiation.title} · ${dayWithWeekday(day, reader.language)}`,
    content: <OverviewPage {...props} />,
    feed: props.view.links.live('changes.atom'),
  };
}

function OverviewPage({ view, cited, weeks, issues, states }: OverviewPageProps): VNode {
  const { reader, negotiation, links } = view;
  const { words, language } = reader;
  const { latestReport } = negotiation;
  return (
    <Layout view={view} section="overview" main="one">
      <section class="card">
        <div class="issuehead">
          <h1>
            <Told text={negotiation.title} names={negotiation.names} view={view} />
          </h1>
          {negotiation.description !== null && (
            <p class="lede" lang={languageOfText(view)}>
              {negotiation.description}
            </p>
          )}
          {latestReport === null ? (
            <Empty view={view} />
          ) : (
            <p>
              {words.latestReport}:{' '}
              <a href={links.report(latestReport.report)}>
                <Told text={latestReport.summary} view={view} />
              </a>{' '}
              <span class="small mute">{dateText(latestReport.occurred, language, words)}</span>
            </p>
          )}
        </div>
        <div class="scroll" tabindex={0} role="region" aria-label={words.issues}>
          <table class="list">
            <caption class="vh">{words.issues}</caption>
            <thead>
              <tr>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {words.overviewColumns[column]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {unfolded(inTreeOrder(issues), view).map((issue) => (
                <IssueRow key={issue.id} issue={issue} state={states.get(issue.id)} weeks={weeks} view={view} />
              ))}
            </tbody>
          </table>
        </div>
        <Rest of={issues} view={view} />
      </section>
      <div class="two">
        <section class="card part">
          <h2>{words.blockers}</h2>
          <AllBlockers view={view} states={[...states.values()]} />
        </section>
        <Meetings view={view} />
      </div>
      <section class="card">
        {reader.query.recordedBy === undefined && (
          <p class="since small">
            {words.keepLink} <a href={links.live('changes', { axis: 'recorded', from: negotiation.at.recordedBy })}>{words.sinceNow}</a>
          </p>
        )}
        <Cite
          view={view}
          cited={cited}
          title={words.stateOf(negotiation.title, dayText(view.day, language))}
          outlets={{
            csv: links.csv('issues', { ...view.fixed }),
            atom: links.live('changes.atom'),
            calendar: links.live('meetings.ics'),
          }}
        />
      </section>
    </Layout>
  );
}

function Empty({ view }: { view: View }): VNode {
  const { words, language } = view.reader;
  const first = nextNews(view);
  const axes = first === undefined ? null : axesAt(view.perspective, first);
  return (
    <p class="lede">
      {words.emptyNegotiation}{' '}
      {first !== undefined && axes !== null && (
        <>
          {words.firstCame(dayText(first, language))} <a href={view.links.hereAt(axes)}>{words.goThere}</a>
        </>
      )}
    </p>
  );
}

interface IssueRowProps {
  readonly issue: IssueBrief;
  readonly state: IssueState | undefined;
  readonly weeks: LatestWeeks;
  readonly view: View;
}

function IssueRow({ issue, state, weeks, view }: IssueRowProps): VNode {
  const { reader, links, names } = view;
  const { words, language } = reader;
  const heard = state?.coverage.heard ?? [];
  const silent = state?.coverage.silent ?? [];
  const age = state?.lastEvidence?.ageDays;
  const counts = weeks.of(issue.id);
  return (
    <tr>
      <th scope="row" class={issue.parent === null ? undefined : 'child'}>
        <a href={links.issue(issue.id)}>
          <Told text={issue.title} names={issue.names} view={view} />
        </a>
      </th>
      <td>
        <ConvergenceBadge value={issue.convergence} words={words} />
      </td>
      <td class="small">
        {heard.length > 0 && words.heard(words.list(heard.map((party) => names.party(party))))}{' '}
        {silent.length > 0 && heard.length > 0 && (
          <span class="mute">{words.silent(words.list(silent.map((party) => names.party(party))))}</span>
        )}
      </td>
      <td class="small mute num">
        <Spark counts={counts} most={weeks.most} label={words.spark(Math.max(...counts))} /> {words.reportCount(issue.counts?.reports ?? 0)}
      </td>
      <td class="small mute num">
        {age !== undefined && agoText(age, language, words)} {issue.stale && <span class="badge warn">{words.staleShort}</span>}
        {issue.degraded && <span class="badge warn">{words.degradedShort}</span>}
      </td>
    </tr>
  );
}

/** Those of the issues, each with its issue, and those that stand on the negotiation. */
function AllBlockers({ view, states }: { view: View; states: readonly IssueState[] }): VNode {
  const { words } = view.reader;
  const blocked = states.filter(({ blockers }) => blockers.length > 0);
  if (blocked.length + view.negotiation.blockers.length === 0) return <p class="mute">{words.noBlocker}</p>;
  return (
    <>
      {view.negotiation.blockers.length > 0 && <Blockers blockers={view.negotiation.blockers} view={view} />}
      {blocked.map(({ id, title, names, blockers }) => (
        <div key={id}>
          <h3>
            <a href={view.links.issue(id)}>
              <Told text={title} names={names} view={view} />
            </a>
          </h3>
          <Blockers blockers={blockers} view={view} />
        </div>
      ))}
    </>
  );
}

/** What is planned for the day shown or later, and what nobody has told of. */
function Meetings({ view }: { view: View }): VNode {
  const { words } = view.reader;
  const planned = view.meetings.filter(
    ({ status, when }) => ['announced', 'confirmed', 'moved'].includes(status) && (when === null || windowOf(when).hi >= view.day),
  );
  const elapsed = view.meetings.filter(({ status }) => status === 'elapsed-unreported');
  return (
    <section class="card part">
      <h2>{words.nextMeetings}</h2>
      {planned.length === 0 ? <p class="mute">{words.noNextMeeting}</p> : <MeetingList meetings={planned} view={view} />}
      {elapsed.length > 0 && (
        <>
          <h2>{words.elapsedMeetings}</h2>
          <MeetingList meetings={elapsed} view={view} />
        </>
      )}
    </section>
  );
}
