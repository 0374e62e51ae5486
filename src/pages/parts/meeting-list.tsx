import type { VNode } from 'preact';
import type { MeetingBrief } from '../asking/meeting-shapes.js';
import type { View } from '../asking/view.js';
import { dateText } from '../words/dates.js';
import { MeetingBadge } from './badges.js';
import { byDate } from './meeting-order.js';
import { Told } from './told.js';

/** Meetings in their order in time, a line each: when, which, and what became of it. */
export function MeetingList({ meetings, view }: { meetings: readonly MeetingBrief[]; view: View }): VNode {
  const { words, language } = view.reader;
  return (
    <ul class="mt">
      {byDate(meetings).map(({ id, title, names, status, when, certainty }) => (
        <li key={id}>
          <span class="d">{dateText(when, language, words)}</span>
          <span>
            <a href={view.links.meeting(id)}>
              <Told text={title} names={names} view={view} />
            </a>
            {certainty === 'possible' && <span class="small mute"> · {words.dateUncertain}</span>}
          </span>
          <MeetingBadge status={status} words={words} />
        </li>
      ))}
    </ul>
  );
}
