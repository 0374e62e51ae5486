import type { VNode } from 'preact';
import type { At } from '../asking/issue-shapes.js';
import type { Report } from '../asking/report-shapes.js';
import type { Cited } from '../asking/cited-answers.js';
import type { Changes } from '../asking/tracker.js';
import type { View } from '../asking/view.js';
import type { WayAsked } from '../asking/way.js';
import { parseDay } from '../../vocabulary/day.js';
import { Cite } from '../parts/cite.js';
import { type Effect, type EffectKind, isQuiet } from '../parts/effect.js';
import { EffectList } from '../parts/effect-list.js';
import { fixedWay } from '../parts/fixed-way.js';
import { IssueTitle } from '../parts/issue-title.js';
import { Layout } from '../parts/layout.js';
import { Told } from '../parts/told.js';
import { WayForm } from '../parts/way-form.js';
import type { Page } from '../rendering/document.js';
import { dateText, dayText } from '../words/dates.js';
import { type Group, GROUPINGS, type Grouping, groupsOf } from './groups.js';

export interface ChangesPageProps {
  readonly view: View;
  readonly asked: WayAsked & { readonly party: string | undefined; readonly group: Grouping };
  readonly changes: Changes;
  readonly effects: readonly Effect[];
  readonly showsQuiet: boolean;
  /** The reports that caused them, by id. */
  readonly reports: ReadonlyMap<string, Report>;
  readonly cited: Cited;
}

/** What changed between two points of an axis, with what caused it. */
export function changesPage(props: ChangesPageProps): Page {
  const { view, changes } = props;
  return {
    title: `${view.reader.words.changes} · ${headingOf(changes, view)} · ${view.negotiation.title}`,
    content: <ChangesPage {...props} />,
  };
}

function ChangesPage({ view, asked, changes, effects, showsQuiet, reports, cited }: ChangesPageProps): VNode {
  const { words } = view.reader;
  const loud = effects.filter((effect) => !isQuiet(effect));
  const quiet = effects.length - loud.length;
  const shown = showsQuiet ? effects : loud;
  return (
    <Layout view={view} section="changes" main="one" hasTimeBar={false}>
      <section class="card">
        <div class="issuehead">
          <h1>{headingOf(changes, view)}</h1>
        </div>
        <WayForm view={view} asked={asked}>
          <label>
            {words.party}{' '}
            <select name="party">
              <option value="">{words.allParties}</option>
              {view.names.all.map(({ id, name }) => (
                <option key={id} value={id} selected={id === asked.party}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <label>
            {words.groupBy}{' '}
            <select name="group">
              {GROUPINGS.map((one) => (
                <option key={one} value={one} selected={one === asked.group}>
                  {words.group[one]}
                </option>
              ))}
            </select>
          </label>
        </WayForm>
        <p class="sumbar">
          {countsOf(loud).map(([kind, count]) => (
            <span key={kind} class="badge one">
              {words.changeCount[kind](count)}
            </span>
          ))}
          {loud.length === 0 && <span>{words.nothingChanged}</span>}
          {quiet > 0 && (
            <span class="small mute">
              {words.quiet(quiet)}. {!showsQuiet && <a href={view.links.here({ quiet: 'all' })}>{words.showQuiet}</a>}
            </span>
          )}
          <a class="small" href={view.links.to('replay', { axis: asked.axis, from: asked.from, to: asked.to, issue: asked.issue })}>
            {words.replay}
          </a>
        </p>
        {changes.hasMore && <p class="notice">{words.moreChanges(changes.items.length)}</p>}
        <ol class="causes">
          {groupsOf(shown, asked.group).map((group) => (
            <li key={group.id}>
              <div class="cause">
                <Heading group={group} by={asked.group} view={view} reports={reports} />
              </div>
              <EffectList effects={group.effects} view={view} />
            </li>
          ))}
        </ol>
        <Cite
          view={view}
          cited={cited}
          title={`${view.negotiation.title}: ${headingOf(changes, view)}`}
          fixed={fixedWay(view, 'changes', asked, changes, { party: asked.party, group: asked.group })}
          outlets={{
            csv: cited.api.replace('/changes?', '/changes.csv?'),
            atom: view.links.live('changes.atom', { issue: asked.issue, party: asked.party }),
          }}
        />
      </section>
    </Layout>
  );
}

function headingOf({ from, to }: Changes, { reader }: View): string {
  const { words, language } = reader;
  const differ = (from?.asOf ?? '') !== to.asOf || (from?.knownBy ?? null) !== to.knownBy;
  const text = (at: At): string => (differ ? dayText(parseDay(at.knownBy ?? at.asOf) ?? 0, language) : at.recordedBy);
  return words.changedBetween(from === null ? words.beginning : text(from), text(to));
}

function countsOf(effects: readonly Effect[]): [EffectKind, number][] {
  return [...Map.groupBy(effects, ({ kind }) => kind).entries()].map(([kind, group]) => [kind, group.length]);
}

interface HeadingProps {
  readonly group: Group;
  readonly by: Grouping;
  readonly view: View;
  readonly reports: ReadonlyMap<string, Report>;
}

function Heading({ group: { id, effects }, by, view, reports }: HeadingProps): VNode {
  const { reader, names, links } = view;
  const { words, language } = reader;
  if (by === 'issue')
    return (
      <h2>
        {id === null ? (
          <IssueTitle of={id} view={view} />
        ) : (
          <a href={links.issue(id)}>
            <IssueTitle of={id} view={view} />
          </a>
        )}
      </h2>
    );
  if (by === 'party') return <h2>{id === null ? words.noParty : <a href={links.to(`parties/${id}`)}>{names.party(id)}</a>}</h2>;
  if (id === null) return <h2>{passedText(effects, view)}</h2>;
  const report = reports.get(id);
  return (
    <>
      <h2>
        <a href={links.report(id)}>{report === undefined ? id : <Told text={report.summary} view={view} />}</a>
      </h2>
      {report !== undefined && (
        <p class="small mute">
          {report.claim.by.length === 0 ? words.theSource : words.list(report.claim.by.map((actor) => names.actor(actor)))} ·{' '}
          {words.form[report.claim.form]} · {report.occurred === null ? words.saidNoDay : dateText(report.occurred.edtf, language, words)} ·{' '}
          {report.source.id}
          {report.source.locator !== null && `, ${report.source.locator}`}
        </p>
      )}
    </>
  );
}

/** What caused a change that no report did. */
function passedText(effects: readonly Effect[], { reader: { words, language } }: View): string {
  const causes = effects.flatMap(({ because }) => because);
  if (causes.some((cause) => 'event' in cause)) return words.entryChanged;
  const days = [...new Set(causes.flatMap((cause) => ('day' in cause && cause.day !== null ? [cause.day] : [])))].sort();
  return days.length === 0 ? words.timePassedNoDay : words.timePassed(words.list(days.map((day) => dayText(parseDay(day) ?? 0, language))));
}
