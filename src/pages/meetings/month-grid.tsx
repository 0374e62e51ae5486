import type { VNode } from 'preact';
import type { Meeting } from '../asking/meeting-shapes.js';
import type { View } from '../asking/view.js';
import { parseDay } from '../../vocabulary/day.js';
import { MeetingBadge } from '../parts/badges.js';
import { languageOfText } from '../parts/told.js';
import { monthText, weekdayNames } from '../words/dates.js';
import { byDay, type Month, monthsFrom, weeksOf } from './month.js';

/** A month, week by week, with what was held or is scheduled on its days. */
export function MonthGrid({ meetings, month, view }: { meetings: readonly Meeting[]; month: Month; view: View }): VNode {
  const { reader, links } = view;
  const { words, language } = reader;
  const first = parseDay(`${month}-01`) ?? 0;
  const on = byDay(meetings, month);
  return (
    <section class="part">
      <h2>{monthText(first, language)}</h2>
      <p class="jumps">
        <a class="btn" rel="prev" href={links.here({ month: monthsFrom(month, -1) })}>
          ◀ {monthText(parseDay(`${monthsFrom(month, -1)}-01`) ?? 0, language)}
        </a>{' '}
        <a class="btn" rel="next" href={links.here({ month: monthsFrom(month, 1) })}>
          {monthText(parseDay(`${monthsFrom(month, 1)}-01`) ?? 0, language)} ▶
        </a>
      </p>
      <div class="scroll" tabindex={0} role="region" aria-label={words.monthGrid}>
        <table class="month">
          <caption class="vh">{words.monthGrid}</caption>
          <thead>
            <tr>
              {weekdayNames(language).map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(month).map((week, i) => (
              <tr key={i}>
                {week.map((day, weekday) => (
                  <td key={weekday} class={day === view.day ? 'today' : undefined}>
                    {day !== null && <span class="n">{day - first + 1}</span>}
                    {day !== null &&
                      (on.get(day) ?? []).map((meeting) => (
                        <p key={meeting.id}>
                          <a href={`#meeting-${meeting.id}`} lang={languageOfText(view, meeting.names)}>
                            {meeting.title}
                          </a>{' '}
                          <MeetingBadge status={meeting.status} words={words} />
                        </p>
                      ))}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
