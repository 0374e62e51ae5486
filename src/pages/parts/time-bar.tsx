import type { VNode } from 'preact';
import type { ChangingDay } from '../asking/changing-day.js';
import { axesAt, DAY_PERSPECTIVES, isOfDay } from '../asking/perspective.js';
import type { View } from '../asking/view.js';
import { formatDay } from '../../vocabulary/day.js';
import { dayText, dayWithWeekday } from '../words/dates.js';
import { Play } from './play.js';
import { sourcesOut } from './source-days.js';
import { Strip } from './strip.js';

/** Which point in time a page shows, and the way to another one: a form and links, all of it in the address. */
export function TimeBar({ view }: { view: View }): VNode {
  const { reader, perspective, negotiation, sources, day } = view;
  const { words, language } = reader;
  const reports = words.reportCount(negotiation.counts.reports ?? 0);
  return (
    <section class="timebar" aria-label={words.pointInTime}>
      <div class="row">
        <p class="date">
          {dayWithWeekday(day, language)}
          <small>
            {words.perspectiveSays[perspective]} ·{' '}
            {sources.areListed && `${words.sourcesOut(String(sourcesOut(sources.all, negotiation.at.knownBy).length), sources.total)} · `}
            {reports}
          </small>
        </p>
        <form class="row" method="get" action={reader.path}>
          <Kept view={view} />
          <fieldset class="seg">
            <legend class="vh">{words.perspectiveOnDay}</legend>
            {DAY_PERSPECTIVES.map((one) => (
              <label key={one}>
                <input type="radio" name="perspective" value={one} checked={one === (isOfDay(perspective) ? perspective : 'known')} />
                {words.perspective[one]}
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

/** What else the page was asked for: a form sends its fields alone. */
function Kept({ view }: { view: View }): VNode {
  const { on: _o, asOf: _a, knownBy: _k, recordedBy: _r, certainty: _c, perspective: _p, day: _d, ...own } = view.reader.query;
  return (
    <>
      {Object.entries(own).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** To the days before and after on which something changed, with how much. */
function Jumps({ view }: { view: View }): VNode | null {
  const { changing, day, reader } = view;
  if (changing.length === 0) return null;
  return (
    <p class="jumps steps">
      <Jump view={view} to={changing.findLast((other) => other.day < day)} rel="prev" />
      <Jump view={view} to={changing.find((other) => other.day > day)} rel="next" />
      <Play words={reader.words} />
    </p>
  );
}

function Jump({ view, to, rel }: { view: View; to: ChangingDay | undefined; rel: 'prev' | 'next' }): VNode | null {
  const axes = to === undefined ? null : axesAt(view.perspective, to.day);
  if (to === undefined || axes === null) return null;
  const { words, language } = view.reader;
  const text = dayText(to.day, language);
  const label = rel === 'prev' ? words.earlierChange(text) : words.laterChange(text);
  const count = to.count === undefined ? '' : `, ${to.counted === 'changes' ? words.changesOfDay(to.count) : words.reportCount(to.count)}`;
  return (
    <a class="btn" rel={rel} href={view.links.hereAt(axes)} aria-label={label + count}>
      {rel === 'prev' && '◀ '}
      {text} {to.count !== undefined && <small>{to.counted === 'changes' ? to.count : words.reportCount(to.count)}</small>}
      {rel === 'next' && ' ▶'}
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
