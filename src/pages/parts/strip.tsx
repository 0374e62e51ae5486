import { scaleUtc } from 'd3-scale';
import type { VNode } from 'preact';
import type { Source } from '../asking/entry-shapes.js';
import type { MeetingBrief } from '../asking/meeting-shapes.js';
import type { View } from '../asking/view.js';
import type { PeriodOfReports, Periods } from '../asking/weeks.js';
import type { Day } from '../../vocabulary/day.js';
import { windowOf } from '../../vocabulary/edtf-window.js';
import { axesOn } from '../asking/perspective.js';
import { sourcesOut } from './source-days.js';
import { dayInWords, dayText } from '../words/dates.js';

const WIDTH = 1_392;
const MS_PER_DAY = 86_400_000;
const TICKS = 9;
const MARGIN_DAYS = 3;
const NARROWEST = 7;
const BASE = 54;
const HIGHEST = 18;
/** Stands in an address for the day that the handle is moved to. */
const NO_DAY = '0000-00-00';

type Scale = (day: Day) => number;

/**
 * All days that are known of as a strip: sources as wide as the window in which they may have come out, meetings, and the day shown. Of
 * very many sources a bar a week, as high as what came out then.
 */
export function Strip({ view }: { view: View }): VNode | null {
  const { reader, sources, weeks, meetings, day } = view;
  const { words, language } = reader;
  const dated = meetings.filter(({ when }) => middleOf(when) !== undefined);
  const drawn =
    weeks === undefined
      ? sources.all.flatMap(({ published }) => endsOf(published.edtf))
      : weeks.items.flatMap(({ start, end }) => [start, end - 1]);
  const days = [...drawn, ...dated.flatMap(({ when }) => endsOf(when))];
  if (days.length === 0) return null;
  // The day that is shown widens the strip only where it lies outside: a hand on the handle finds it as wide as before.
  const first = Math.min(day, Math.min(...days) - MARGIN_DAYS);
  const last = Math.max(day, Math.max(...days) + MARGIN_DAYS);
  const axes = axesOn(view.perspective, NO_DAY);
  const time = scaleUtc([first * MS_PER_DAY, (last + 1) * MS_PER_DAY], [0, WIDTH]);
  const x: Scale = (at) => time(at * MS_PER_DAY);
  const here = x(day + 1);
  const most = weeks === undefined ? 0 : mostIn(weeks);
  const outOf = sources.areListed ? (out: string) => words.sourcesOut(out, sources.total) : undefined;
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
        data-out={sources.all.map(({ published }) => windowOf(published.edtf).lo).join(' ')}
        data-of={outOf?.('#')}
        data-text={[dayInWords(day, language), outOf?.(String(sourcesOut(sources.all, view.negotiation.at.knownBy).length))]
          .filter((part) => part !== undefined)
          .join(', ')}
      >
        <svg
          viewBox={`0 0 ${String(WIDTH)} 74`}
          role="img"
          aria-label={weeks === undefined ? words.stripSays(sources.total, dated.length) : words.stripOfPeriods[weeks.per](most)}
        >
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
          {weeks === undefined
            ? sources.all.map((source) => <SourceBar key={source.id} source={source} x={x} day={day} />)
            : weeks.items.map((week) => <PeriodBar key={week.start} period={week} most={most} x={x} day={day} />)}
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
        ▮ {weeks === undefined ? words.stripKey.source : words.stripKey[weeks.per]} ◆ {words.stripKey.held} ◇ {words.stripKey.planned}{' '}
        <span class="dashd">◇</span> {words.stripKey.elapsed} ▨ {words.stripKey.hidden}
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

/** As high as the most that any has; the part behind the day that is shown is hollow. */
function PeriodBar({
  period: { start, end, reports },
  most,
  x,
  day,
}: {
  period: PeriodOfReports;
  most: number;
  x: Scale;
  day: Day;
}): VNode {
  const height = Math.max(1, (HIGHEST * reports) / most);
  const [from, to] = [x(start), x(end)];
  return (
    <rect
      x={from.toFixed(1)}
      y={(BASE - height).toFixed(1)}
      width={Math.max(1, to - from - 1).toFixed(1)}
      height={height.toFixed(1)}
      fill={start <= day ? '#1f3a5f' : '#fff'}
      stroke="#1f3a5f"
    />
  );
}

function mostIn({ items }: Periods): number {
  return Math.max(1, ...items.map(({ reports }) => reports));
}

function Diamond({ meeting, x }: { meeting: MeetingBrief; x: Scale }): VNode {
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
