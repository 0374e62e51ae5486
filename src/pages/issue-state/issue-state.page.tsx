import type { VNode } from 'preact';
import type { IssueBrief, IssueState } from '../asking/issue-shapes.js';
import type { View } from '../asking/view.js';
import type { Cited } from '../asking/cited-answers.js';
import { ConvergenceBadge } from '../parts/badges.js';
import { Cite } from '../parts/cite.js';
import { IssueNav } from '../parts/issue-nav.js';
import { Layout } from '../parts/layout.js';
import { nextNews } from '../parts/next-news.js';
import { languageOfText, Told } from '../parts/told.js';
import { axesAt } from '../asking/perspective.js';
import type { Page } from '../rendering/document.js';
import { agoText, dateText, dayText, dayWithWeekday } from '../words/dates.js';
import { BesideTheStances } from './beside-the-stances.js';
import type { Evidence, Over } from './evidence.js';
import { EvidenceDrawer } from './evidence-drawer.js';
import type { Matrix } from './matrix.js';
import { MatrixTable } from './matrix-table.js';

export interface IssueStatePageProps {
  readonly view: View;
  readonly state: IssueState;
  /** All of the negotiation. */
  readonly issues: readonly IssueBrief[];
  readonly matrix: Matrix;
  readonly evidence: Evidence | undefined;
  /** Of a cell that has no stance. */
  readonly over: Over | undefined;
  readonly cited: Cited;
  readonly cell: string | undefined;
  readonly isWhole: boolean;
}

/** The state of one issue: who holds what on which proposition, what was signed, and what blocks a deal. */
export function issueStatePage(props: IssueStatePageProps): Page {
  const { view, state } = props;
  const title = `${state.title} · ${dayWithWeekday(view.day, view.reader.language)} · ${view.negotiation.title}`;
  return { title, content: <IssueStatePage {...props} />, feed: view.links.live('changes.atom', { issue: state.id }) };
}

function IssueStatePage({ view, state, issues, matrix, evidence, over, cited, cell, isWhole }: IssueStatePageProps): VNode {
  const { words } = view.reader;
  const parent = issues.find(({ id }) => id === state.parent);
  const isEmpty = issues.find(({ id }) => id === state.id)?.hasReports !== true;
  return (
    <Layout view={view} section="overview" main="three">
      <IssueNav current={state.id} issues={issues} view={view} />
      <section class="card">
        <div class="issuehead">
          {parent !== undefined && (
            <p class="small mute">
              {words.partOf}{' '}
              <a href={view.links.issue(parent.id)}>
                <Told text={parent.title} names={parent.names} view={view} />
              </a>
            </p>
          )}
          <h1 lang={languageOfText(view, state.names)}>{state.title}</h1>
          <Facts state={state} view={view} />
          {state.degraded && <p class="notice warn">{words.degraded}</p>}
          {isEmpty ? <Empty view={view} /> : <Lede state={state} view={view} />}
          <Children state={state} view={view} />
        </div>
        <MatrixTable matrix={matrix} view={view} selected={cell} isWhole={isWhole} />
        <BesideTheStances state={state} view={view} />
        <Cite
          view={view}
          cited={cited}
          title={words.stateOf(state.title, dayText(view.day, view.reader.language))}
          outlets={{
            csv: view.links.csv('matrix', { issue: state.id, ...view.fixed }),
            svg: view.links.issueDrawing(state.id),
            atom: view.links.live('changes.atom', { issue: state.id }),
            embed: view.reader.origin + view.links.embedded(`issues/${encodeURIComponent(state.id)}`),
          }}
        />
      </section>
      <EvidenceDrawer evidence={evidence} over={over} wasAsked={cell !== undefined} view={view} />
    </Layout>
  );
}

function Facts({ state, view }: { state: IssueState; view: View }): VNode {
  const { words, language } = view.reader;
  const { lastEvidence, agreements, assessments, targets } = state;
  const opposed = targets.filter(({ verdict }) => verdict === 'opposed').length;
  return (
    <p class="facts">
      <ConvergenceBadge value={state.convergence} words={words} />
      {opposed > 0 && <span class="badge opposed">{words.opposedOn(opposed)}</span>}
      {agreements.length > 0 && <span class="badge one">{words.agreementCount(agreements.length)}</span>}
      {assessments.length > 0 && <span class="badge one">{words.assessmentCount(assessments.length)}</span>}
      <span class="badge one">
        {lastEvidence === null
          ? words.noEvidence
          : words.lastEvidence(dateText(lastEvidence.occurred, language, words), agoText(lastEvidence.ageDays, language, words))}
      </span>
      {state.stale && <span class="badge warn">{words.stale(words.days(view.negotiation.staleAfterDays))}</span>}
    </p>
  );
}

/** In sentences, by rule: who is heard, who is not, and on how much more than one is. */
function Lede({ state, view }: { state: IssueState; view: View }): VNode {
  const { words } = view.reader;
  const { heard, silent, targets, propositions } = state.coverage;
  const names = (parties: readonly string[]): string => words.list(parties.map((party) => view.names.party(party)));
  const sentences = [
    heard.length > 0 ? words.heard(names(heard)) : words.nobodyHeard,
    silent.length > 0 ? words.silent(names(silent)) : undefined,
    propositions > 0 ? words.targets(targets, propositions) : undefined,
  ];
  return <p class="lede">{sentences.filter((sentence) => sentence !== undefined).join(' ')}</p>;
}

/** Nothing was out by then: where to go to see something. */
function Empty({ view }: { view: View }): VNode {
  const { words, language } = view.reader;
  const first = nextNews(view);
  const axes = first === undefined ? null : axesAt(view.perspective, first);
  return (
    <p class="lede">
      {words.empty} {first !== undefined && axes !== null && <a href={view.links.hereAt(axes)}>{words.later(dayText(first, language))}</a>}
    </p>
  );
}

function Children({ state, view }: { state: IssueState; view: View }): VNode | null {
  if (state.children.length === 0) return null;
  const { words } = view.reader;
  return (
    <p class="facts">
      <span class="small mute">{words.parts}:</span>
      {state.children.map(({ id, title, names, convergence }) => (
        <span key={id}>
          <a href={view.links.issue(id)}>
            <Told text={title} names={names} view={view} />
          </a>{' '}
          <ConvergenceBadge value={convergence} words={words} />
        </span>
      ))}
    </p>
  );
}
