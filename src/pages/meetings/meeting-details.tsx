import type { VNode } from 'preact';
import type { Meeting, Told } from '../asking/meeting-shapes.js';
import type { View } from '../asking/view.js';
import { MeetingBadge } from '../parts/badges.js';
import { languageOfText } from '../parts/told.js';
import { dateText } from '../words/dates.js';

const TEXTS = ['place', 'purpose', 'outcome', 'durationMinutes', 'reason'] as const;

/** One meeting: what became of it, all that was told of it (every value that differs), who came and who was expected. */
export function MeetingDetails({ meeting, view }: { meeting: Meeting; view: View }): VNode {
  const { reader, names, links } = view;
  const { words, language } = reader;
  const { details, attendance } = meeting;
  const came = attendance.filter(({ as }) => as === 'attended');
  const expected = attendance.filter(({ as }) => as === 'expected');
  const people = (list: Meeting['attendance']): string =>
    words.list(list.map(({ actor, role }) => names.actor(actor) + (role === null ? '' : ` (${role})`)));
  return (
    <>
      <p class="small mute">{meeting.when === null ? words.noDate : dateText(meeting.when, language, words)}</p>
      <h3 lang={languageOfText(view, meeting.names)}>{meeting.title}</h3>
      <p>
        <MeetingBadge status={meeting.status} words={words} />
        {meeting.certainty === 'possible' && <span class="small mute"> {words.dateUncertain}</span>}
        {meeting.contestedBy.map(({ report, says }) => (
          <span key={report} class="small">
            {' '}
            · <a href={links.report(report)}>{words.saysOtherwise[says]}</a>
          </span>
        ))}
      </p>
      <dl class="facts-list">
        <Values
          name={words.details.format}
          values={details.format.map(({ value, evidence }) => ({ value: words.meetingFormat[value], evidence }))}
          view={view}
        />
        <Values
          name={words.details.level}
          values={details.level.map(({ value, evidence }) => ({ value: words.meetingLevel[value], evidence }))}
          view={view}
        />
        {TEXTS.map((field) => (
          <Values
            key={field}
            name={words.details[field]}
            values={details[field].map(({ value, evidence }) => ({ value: String(value), evidence }))}
            lang={languageOfText(view)}
            view={view}
          />
        ))}
        <Values
          name={words.details.hosts}
          values={details.hosts.map(({ value, evidence }) => ({ value: words.list(value.map((actor) => names.actor(actor))), evidence }))}
          view={view}
        />
        {details.schedule.length > 1 && (
          <Values
            name={words.details.schedule}
            values={details.schedule.map(({ value, evidence }) => ({ value: dateText(value, language, words), evidence }))}
            view={view}
          />
        )}
        {came.length > 0 && (
          <Values name={words.attended} values={[{ value: people(came), evidence: [] }]} lang={languageOfText(view)} view={view} />
        )}
        {expected.length > 0 && (
          <Values name={words.expected} values={[{ value: people(expected), evidence: [] }]} lang={languageOfText(view)} view={view} />
        )}
      </dl>
      <p class="small mute">
        {meeting.evidence.map((id, i) => (
          <span key={id}>
            {i > 0 && ' · '}
            <a href={links.report(id)}>{meeting.evidence.length > 1 ? `${words.report} ${String(i + 1)}` : words.report}</a>
          </span>
        ))}
      </p>
    </>
  );
}

interface ValuesProps {
  readonly name: string;
  readonly values: readonly Told<string>[];
  /** Of the values, where it is not that of the page. */
  readonly lang?: string | undefined;
  readonly view: View;
}

/** A field with every different value that was told; of several, the latest first, each leads to its report. */
function Values({ name, values, lang, view }: ValuesProps): VNode | null {
  if (values.length === 0) return null;
  return (
    <div>
      <dt>
        {name}
        {values.length > 1 && ` (${view.reader.words.contested})`}
      </dt>
      <dd lang={lang}>
        {values.map(({ value, evidence: [first] }, i) => (
          <span key={value}>
            {i > 0 && ' / '}
            {first === undefined || values.length === 1 ? value : <a href={view.links.report(first)}>{value}</a>}
          </span>
        ))}
      </dd>
    </div>
  );
}
