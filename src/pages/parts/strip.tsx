import { scaleUtc } from 'd3-scale';
import type { VNode } from 'preact';
import type { Meeting, Source } from '../asking/shapes.js';
import type { View } from '../asking/view.js';
import type { Day } from '../../vocabulary/day.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import { sameLookOn } from '../asking/looking.js';
import { sourcesOut } from './source-days.js';
import { dayInWords, dayText } from '../words/dates.js';

const WIDTH = 1_392;
const MS_PER_DAY = 86_400_000;
const TICKS = 9;
const MARGIN_DAYS = 3;
const NARROWEST = 7;
/** Stands in an address for the day that the handle is moved to. */
const NO_DAY = '0000-00-00';

type Scale = (day: Day) => number;

/** All days that are known of as a strip: sources as wide as the window in which they may have come out, meetings, and the day shown. */
export function Strip({ view }: { view: View }): VNode | null {
  const { reader, sources, meetings, day } = view;
  const { words, language } = reader;
  const dated = meetings.filter(({ when }) => middleOf(when) !== undefined);
  const days = [...sources.flatMap(({ published }) => endsOf(published.edtf)), ...dated.flatMap(({ when }) => endsOf(when))];
  if (days.length === 0) return null;
  // The day that is shown widens the strip only where it lies outside: a hand on the handle finds it as wide as before.
  const first = Math.min(day, Math.min(...days) - MARGIN_DAYS);
  const last = Math.max(day, Math.max(...days) + MARGIN_DAYS);
  const axes = sameLookOn(view.looking, NO_DAY);
  const time = scaleUtc([first * MS_PER_DAY, (last + 1) * MS_PER_DAY], [0, WIDTH]);
  const x: Scale = (at) => time(at * MS_PER_DAY);
  const here = x(day + 1);
  return (
    <>
      <div
        class="strip"
        tabindex={0}
        role="region"
        aria-label={words.strip}
        data-first={first}
        data-last={last}
        data-day={day}
        data-href={axes === null ? undefined : view.links.hereAt(axes)}
        data-out={sources.map(({ published }) => windowOf(published.edtf).lo).join(' ')}
        data-of={words.sourcesOut('#', sources.length)}
        data-text={[
          dayInWords(day, language),
          words.sourcesOut(String(sourcesOut(sources, view.negotiation.at.knownBy)), sources.length),
        ].join(', ')}
      >
        <svg viewBox={`0 0 ${String(WIDTH)} 74`} role="img" aria-label={words.stripSays(sources.length, dated.length)}>
          <defs>
            <pattern id="hidden" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="6" height="6" fill="#f3f5f7" />
              <rect width="2" height="6" fill="#e2e6eb" />
            </pattern>
          </defs>
          <rect x="0" y="20" width={WIDTH} height="36" rx="4" fill="#eef1f5" />
          <rect class="hidden" x={here.toFixed(1)} y="20" width={Math.max(0, WIDTH - here)} height="36" fill="url(#hidden)" />
          {time.ticks(TICKS).map((tick) => (
            <g key={tick.getTime()}>
              <path d={`M${time(tick).toFixed(1)} 20v36`} stroke="#ccd3db" />
              <text x={(time(tick) + 3).toFixed(1)} y="70" class="tick">
                {dayText(tick.getTime() / MS_PER_DAY, reader.language)}
              </text>
            </g>
          ))}
          {sources.map((source) => (
            <SourceBar key={source.id} source={source} x={x} day={day} />
          ))}
          {dated.map((meeting) => (
            <Diamond key={meeting.id} meeting={meeting} x={x} />
          ))}
          <g class="handle" transform={`translate(${here.toFixed(1)} 0)`}>
            <path d="M0 10v50" stroke="#b1006e" stroke-width="2.5" />
            <circle r="8" cy="10" fill="#b1006e" />
            <circle class="grip" r="22" cy="22" fill="none" pointer-events="all" />
          </g>
        </svg>
      </div>
      <p class="key small mute" aria-hidden="true">
        ▮ {words.stripKey.source} ◆ {words.stripKey.held} ◇ {words.stripKey.planned} <span class="dashd">◇</span> {words.stripKey.elapsed} ▨{' '}
        {words.stripKey.hidden}
      </p>
    </>
  );
}

function SourceBar({ source, x, day }: { source: Source; x: Scale; day: Day }): VNode | null {
  const { lo, hi } = windowOf(source.published.edtf);
  if (!Number.isFinite(lo) || !Number.isFinite(hi)) return null;
  const from = x(lo);
  const width = Math.max(NARROWEST, x(hi + 1) - from);
  return (
    <rect x={from.toFixed(1)} y="40" width={width.toFixed(1)} height="14" rx="3" fill={lo <= day ? '#1f3a5f' : '#fff'} stroke="#1f3a5f" />
  );
}

function Diamond({ meeting, x }: { meeting: Meeting; x: Scale }): VNode {
  const at = x((middleOf(meeting.when) ?? 0) + 0.5);
  const d = `M${at.toFixed(1)} 23l6 6-6 6-6-6z`;
  if (meeting.status === 'held') return <path d={d} fill="#1c5a30" />;
  if (meeting.status === 'elapsed-unreported') return <path d={d} fill="#fff" stroke="#a3370f" stroke-width="2" stroke-dasharray="3 2" />;
  return <path d={d} fill="#fff" stroke="#0b5c8f" stroke-width="2" />;
}

function endsOf(edtf: string | null): Day[] {
  if (edtf === null) return [];
  const { lo, hi } = windowOf(edtf);
  return [lo, hi].filter((day) => Number.isFinite(day));
}

/** Where a date is drawn: between its ends, or at the one it has. */
function middleOf(edtf: string | null): Day | undefined {
  const ends = endsOf(edtf);
  const [first, last = first] = ends;
  return first === undefined || last === undefined ? undefined : Math.floor((first + last) / 2);
}
