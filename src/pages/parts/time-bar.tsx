import type { VNode } from 'preact';
import { LOOKS, sameLookAt } from '../asking/looking.js';
import type { View } from '../asking/view.js';
import { type Day, formatDay } from '../../vocabulary/day.js';
import { dayText, dayWithWeekday } from '../words/dates.js';
import { Play } from './play.js';
import { nextDay, previousDay, sourceDays, sourcesOut } from './source-days.js';
import { Strip } from './strip.js';

/** Which point in time a page shows, and the way to another one: a form and links, all of it in the address. */
export function TimeBar({ view }: { view: View }): VNode {
  const { reader, looking, negotiation, sources, day } = view;
  const { words, language } = reader;
  const reports = words.reportCount(negotiation.counts.reports ?? 0);
  return (
    <section class="timebar" aria-label={words.pointInTime}>
      <div class="row">
        <p class="date">
          {dayWithWeekday(day, language)}
          <small>
            {words.lookSays[looking]} · {words.sourcesOut(String(sourcesOut(sources, negotiation.at.knownBy)), sources.length)} · {reports}
          </small>
        </p>
        <form class="row" method="get" action={reader.path}>
          <Kept view={view} />
          <fieldset class="seg">
            <legend class="vh">{words.howToLook}</legend>
            {LOOKS.map((look) => (
              <label key={look}>
                <input type="radio" name="look" value={look} checked={look === looking || (look === 'known' && !isLook(looking))} />
                {words.look[look]}
              </label>
            ))}
          </fieldset>
          <label class="small mute">
            {words.day} <input type="date" name="day" value={formatDay(day)} required />
          </label>
          <button class="btn primary">{words.show}</button>
        </form>
        <Jumps view={view} />
        <ThreeDates view={view} />
      </div>
      <Strip view={view} />
    </section>
  );
}

function isLook(looking: View['looking']): boolean {
  return (LOOKS as readonly string[]).includes(looking);
}

/** What else the page was asked for: a form sends its fields alone. */
function Kept({ view }: { view: View }): VNode {
  const { on: _o, asOf: _a, knownBy: _k, recordedBy: _r, certainty: _c, look: _l, day: _d, ...own } = view.reader.query;
  return (
    <>
      {Object.entries(own).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** To the days before and after on which a source came out, or may have. */
function Jumps({ view }: { view: View }): VNode | null {
  const { sources, day, looking } = view;
  const days = sourceDays(sources);
  const known = sameLookAt(looking, day);
  if (known === null || days.length === 0) return null;
  const { words } = view.reader;
  return (
    <p class="jumps steps">
      <Jump view={view} day={previousDay(days, day)} rel="prev" label={words.earlier} arrow="◀" />
      <Jump view={view} day={nextDay(days, day)} rel="next" label={words.later} arrow="▶" />
      <Play words={words} />
    </p>
  );
}

interface JumpProps {
  readonly view: View;
  readonly day: Day | undefined;
  readonly rel: 'prev' | 'next';
  readonly label: (day: string) => string;
  readonly arrow: string;
}

function Jump({ view, day, rel, label, arrow }: JumpProps): VNode | null {
  if (day === undefined) return null;
  const axes = sameLookAt(view.looking, day);
  const text = dayText(day, view.reader.language);
  return axes === null ? null : (
    <a class="btn" rel={rel} href={view.links.hereAt(axes)} aria-label={label(text)}>
      {rel === 'prev' ? `${arrow} ${text}` : `${text} ${arrow}`}
    </a>
  );
}

/** The three dates of a question, for those who know them. */
function ThreeDates({ view }: { view: View }): VNode {
  const { reader, negotiation } = view;
  const { words } = reader;
  const { asOf, knownBy, recordedBy, certainty } = negotiation.at;
  return (
    <details class="expert">
      <summary>{words.threeDates}</summary>
      <form class="row" method="get" action={reader.path}>
        <Kept view={view} />
        <label>
          {words.occurredBy} <input type="date" name="asOf" value={asOf} />
        </label>
        <label>
          {words.publishedBy} <input type="date" name="knownBy" value={knownBy ?? ''} />
        </label>
        <label>
          {words.recordedBy}{' '}
          <input type="text" name="recordedBy" value={reader.query.recordedBy ?? ''} placeholder={recordedBy} size={14} />
        </label>
        <label>
          {words.certaintyOfDates}{' '}
          <select name="certainty">
            <option value="">{words.everything}</option>
            <option value="certain" selected={certainty === 'certain'}>
              {words.certainOnly}
            </option>
          </select>
        </label>
        <button class="btn">{words.show}</button>
      </form>
    </details>
  );
}
