import type { VNode } from 'preact';
import type { Meeting } from '../asking/meeting-shapes.js';
import type { Cited } from '../asking/cited-answers.js';
import type { View } from '../asking/view.js';
import { Cite } from '../parts/cite.js';
import { Layout } from '../parts/layout.js';
import { byDate } from '../parts/meeting-order.js';
import type { Page } from '../rendering/document.js';
import { MeetingDetails } from './meeting-details.js';
import type { Month } from './month.js';
import { MonthGrid } from './month-grid.js';

export interface MeetingsPageProps {
  readonly view: View;
  readonly meetings: readonly Meeting[];
  readonly month: Month;
  readonly cited: Cited;
}

/** The meetings that were told of: by the days of a month, and one by one. */
export function meetingsPage(props: MeetingsPageProps): Page {
  return { title: `${props.view.reader.words.meetings} · ${props.view.negotiation.title}`, content: <MeetingsPage {...props} /> };
}

function MeetingsPage({ view, meetings, month, cited }: MeetingsPageProps): VNode {
  const { words } = view.reader;
  return (
    <Layout view={view} section="meetings" main="one">
      <section class="card">
        <div class="issuehead">
          <h1>{words.meetings}</h1>
          <p class="small mute">{words.meetingSays}</p>
        </div>
        <MonthGrid meetings={meetings} month={month} view={view} />
        <section class="part">
          <h2>{words.meetingList}</h2>
          {meetings.length === 0 && <p class="mute">{words.noMeeting}</p>}
        </section>
        <ol class="ev">
          {byDate(meetings).map((meeting) => (
            <li key={meeting.id} id={`meeting-${meeting.id}`}>
              <MeetingDetails meeting={meeting} view={view} />
            </li>
          ))}
        </ol>
        <Cite
          view={view}
          cited={cited}
          title={`${view.negotiation.title}: ${words.meetings}`}
          outlets={{
            csv: view.links.csv('meetings', { ...view.fixed }),
            atom: view.links.live('changes.atom'),
            calendar: view.links.live('meetings.ics'),
          }}
        />
      </section>
    </Layout>
  );
}
