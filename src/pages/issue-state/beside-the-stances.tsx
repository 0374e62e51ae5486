import type { VNode } from 'preact';
import type { IssueState } from '../asking/issue-shapes.js';
import type { View } from '../asking/view.js';
import { Blockers } from '../parts/blockers.js';
import { MeetingList } from '../parts/meeting-list.js';
import { Told } from '../parts/told.js';
import { dateText } from '../words/dates.js';

/** What an issue has beside its stances: what blocks it, what was signed, what is said of it, its meetings and plans. */
export function BesideTheStances({ state, view }: { state: IssueState; view: View }): VNode {
  const { words } = view.reader;
  return (
    <>
      {state.blockers.length > 0 && (
        <section class="part">
          <h2>{words.blockers}</h2>
          <Blockers blockers={state.blockers} view={view} />
        </section>
      )}
      <Agreements state={state} view={view} />
      <Assessments state={state} view={view} />
      {state.meetings.length > 0 && (
        <section class="part">
          <h2>{words.meetings}</h2>
          <MeetingList meetings={state.meetings} view={view} />
        </section>
      )}
      {state.plans.length > 0 && (
        <section class="part">
          <h2>{words.plans}</h2>
          <ul>
            {state.plans.map(({ id, title, names, status }) => (
              <li key={id}>
                <a href={`${view.links.to('plans')}#plan-${id}`}>
                  <Told text={title} names={names} view={view} />
                </a>{' '}
                · {words.planStatus[status]}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Agreements({ state, view }: { state: IssueState; view: View }): VNode | null {
  const { words, language } = view.reader;
  if (state.agreements.length === 0) return null;
  return (
    <section class="part">
      <h2>{words.agreements}</h2>
      <ul>
        {state.agreements.map(({ report, document, when, signatories }) => (
          <li key={report}>
            <a href={view.links.report(report)}>
              <Told text={document.title} view={view} />
            </a>{' '}
            · {dateText(when, language, words)} · {words.signedBy(words.list(signatories.map(({ party }) => view.names.party(party))))}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Each for itself: "90 per cent" of what, by whom. They are never merged. */
function Assessments({ state, view }: { state: IssueState; view: View }): VNode | null {
  const { words } = view.reader;
  if (state.assessments.length === 0) return null;
  return (
    <section class="part">
      <h2>{words.assessments}</h2>
      <ul>
        {state.assessments.map(({ report, summary, by, measure }) => (
          <li key={report}>
            <a href={view.links.report(report)}>
              <Told text={summary} view={view} />
            </a>
            <span class="small mute">
              {' '}
              · {by.length === 0 ? words.theSource : words.list(by.map((actor) => view.names.actor(actor)))}
              {measure !== null && (
                <>
                  {' '}
                  · <Told text={`${String(measure.value)} ${measure.unit}: ${measure.of}`} view={view} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
