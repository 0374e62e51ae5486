import type { VNode } from 'preact';
import type { Step } from '../asking/change-shapes.js';
import type { Cited } from '../asking/cited-answers.js';
import type { Changes } from '../asking/tracker.js';
import type { View } from '../asking/view.js';
import type { WayAsked } from '../asking/way.js';
import { parseDay } from '../../vocabulary/day.js';
import { Cite } from '../parts/cite.js';
import type { Effect } from '../parts/effect.js';
import { EffectList } from '../parts/effect-list.js';
import { fixedWay } from '../parts/fixed-way.js';
import { Layout } from '../parts/layout.js';
import { Play } from '../parts/play.js';
import { languageOfText } from '../parts/told.js';
import { WayForm } from '../parts/way-form.js';
import type { Page } from '../rendering/document.js';
import { dateText, dayText } from '../words/dates.js';

export interface ReplayPageProps {
  readonly view: View;
  readonly asked: WayAsked;
  /** Undefined where nothing happened on the way. */
  readonly step: Step | undefined;
  readonly number: number;
  readonly steps: number;
  /** Whether the way has more steps than are counted. */
  readonly isCutOff: boolean;
  readonly effects: readonly Effect[];
  /** What the whole way changed, from where to where. */
  readonly changes: Changes;
  readonly cited: Cited;
}

/** How the state came about: one step a page. */
export function replayPage(props: ReplayPageProps): Page {
  const { words } = props.view.reader;
  return { title: `${words.replay} ${String(props.number)} · ${props.view.negotiation.title}`, content: <ReplayPage {...props} /> };
}

function ReplayPage({ view, asked, step, number, steps, isCutOff, effects, changes, cited }: ReplayPageProps): VNode {
  const { reader, links } = view;
  const { words } = reader;
  return (
    <Layout view={view} section="changes" main="one" hasTimeBar={false}>
      <section class="card">
        <div class="issuehead">
          <h1>{words.replay}</h1>
        </div>
        <WayForm view={view} asked={asked} />
        {step === undefined ? (
          <p class="lede issuehead">{words.noStep}</p>
        ) : (
          <>
            <section class="part">
              <p class="jumps steps">
                {number > 1 && (
                  <a class="btn" rel="prev" href={links.here({ step: String(number - 1) })}>
                    ◀ {words.previousStep}
                  </a>
                )}{' '}
                {number < steps && (
                  <a class="btn primary" rel="next" href={links.here({ step: String(number + 1) })}>
                    {words.nextStep} ▶
                  </a>
                )}{' '}
                {number < steps && <Play words={words} />}
              </p>
              <p>
                <progress value={number} max={steps} aria-label={words.replay} /> {words.stepOf(number, steps)}
              </p>
              {isCutOff && <p class="small mute">{words.stepsShown(steps)}</p>}
            </section>
            <section class="part">
              <Cause step={step} view={view} />
              {effects.length === 0 ? <p class="mute">{words.changesNothing}</p> : <EffectList effects={effects} view={view} />}
            </section>
          </>
        )}
        <Cite
          view={view}
          cited={cited}
          title={`${view.negotiation.title}: ${words.replay} ${String(number)}`}
          fixed={fixedWay(view, 'replay', asked, changes, { step: String(number) })}
          outlets={{
            csv: cited.api.replace('/changes?', '/changes.csv?'),
            atom: view.links.live('changes.atom', { issue: asked.issue }),
          }}
        />
      </section>
    </Layout>
  );
}

/** What happened: a report came, an entry changed, or time passed. */
function Cause({ step, view }: { step: Step; view: View }): VNode {
  const { reader, links } = view;
  const { words, language } = reader;
  const { day, position, cause, report } = step;
  const when = typeof day === 'string' ? dayText(parseDay(day) ?? 0, language) : position === undefined ? '' : `@${position}`;
  if ('report' in cause) {
    return (
      <>
        <p class="small mute">{when}</p>
        <h2>
          <a href={links.report(cause.report)} lang={report == null ? undefined : languageOfText(view)}>
            {report?.summary ?? cause.report}
          </a>
        </h2>
        {report != null && (
          <p class="small mute">
            {report.source} · {report.occurred === null ? words.saidNoDay : dateText(report.occurred, language, words)}
          </p>
        )}
      </>
    );
  }
  return <h2>{'event' in cause ? `${words.entryChanged} (${when})` : words.timePassed(when)}</h2>;
}
