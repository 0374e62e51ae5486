import { scaleUtc } from 'd3-scale';
import type { VNode } from 'preact';
import type { View } from '../asking/view.js';
import type { Day } from '../../vocabulary/day.js';
import { sourceDays } from '../parts/source-days.js';
import { LEFT, MS_PER_DAY, shortened, ticksOf, TOP, WIDTH } from './chart-measures.js';
import type { BarKind } from '../words/report-types.js';
import type { Bar, Lane } from './lanes.js';
import type { LaneTitle } from './lanes-by.js';
import { TickLines } from './tick-lines.js';

const ROW = 17;
const BAR = 13;
const PADDING = 8;
const NARROWEST = 11;
/** What lies long before all sources is drawn at the edge: it would press all else together. */
const DAYS_BEFORE_SOURCES = 21;

const COLOURS: Readonly<Record<BarKind, string>> = {
  stance: '#1f3a5f',
  done: '#1c5a30',
  announced: '#0b5c8f',
  plan: '#5d2a78',
  other: '#5f6b7a',
};

/** Lanes of bars over days. All that it shows stands in the table below it too. */
export function LaneChart({ lanes, titleOf, view }: { lanes: readonly Lane[]; titleOf: (lane: Lane) => LaneTitle; view: View }): VNode {
  const { words, language } = view.reader;
  const bars = lanes.flatMap((lane) => lane.bars);
  const first = Math.max(Math.min(...bars.map(({ from }) => from)) - 1, firstSource(view) - DAYS_BEFORE_SOURCES);
  const last = Math.max(view.day, ...bars.map(({ to }) => to)) + 2;
  const time = scaleUtc([first * MS_PER_DAY, last * MS_PER_DAY], [LEFT, WIDTH]).clamp(true);
  const tops = lanes.map((_, i) => TOP + lanes.slice(0, i).reduce((sum, lane) => sum + heightOf(lane), 0));
  const height = TOP + lanes.reduce((sum, lane) => sum + heightOf(lane), 0);
  const here = time((view.day + 1) * MS_PER_DAY);
  return (
    <>
      <p class="key small mute">
        {(Object.keys(COLOURS) as BarKind[]).map((kind) => (
          <span key={kind}>
            <svg width="12" height="12" aria-hidden="true">
              <rect width="12" height="12" rx="3" fill={COLOURS[kind]} />
            </svg>{' '}
            {words.barKind[kind]}{' '}
          </span>
        ))}
      </p>
      <div class="strip" tabindex={0} role="region" aria-label={words.timeline}>
        <svg
          class="tl"
          viewBox={`0 0 ${String(WIDTH)} ${String(height)}`}
          role="img"
          aria-label={words.timelineChart(lanes.length, bars.length)}
        >
          <TickLines ticks={ticksOf(time, language)} height={height} />
          {lanes.map((lane, i) => (
            <g key={lane.id} transform={`translate(0 ${String(tops[i] ?? 0)})`}>
              <path d={`M0 0H${String(WIDTH)}`} stroke="#d9dde3" />
              <text x="4" y="18" class="lane" lang={titleOf(lane).lang}>
                {shortened(titleOf(lane).text)}
              </text>
              {lane.bars.map((bar, k) => (
                <BarShape key={k} bar={bar} isEarlier={bar.to < first} x={(day) => time(day * MS_PER_DAY)} />
              ))}
            </g>
          ))}
          <path d={`M${here.toFixed(1)} ${String(TOP - 6)}V${String(height)}`} stroke="#b1006e" stroke-width="2" />
        </svg>
      </div>
    </>
  );
}

function BarShape({ bar, isEarlier, x }: { bar: Bar; isEarlier: boolean; x: (day: number) => number }): VNode {
  const from = x(bar.from);
  const width = Math.max(NARROWEST, x(bar.to + 1) - from);
  const y = PADDING + bar.row * ROW;
  const colour = COLOURS[bar.kind];
  const isFilled = !bar.isUndated && !bar.isOpen;
  return (
    <>
      <rect
        x={from.toFixed(1)}
        y={y}
        width={width.toFixed(1)}
        height={BAR}
        rx="3"
        fill={isFilled ? colour : '#fff'}
        stroke={colour}
        stroke-width="1.5"
        stroke-dasharray={bar.isOpen ? '2 3' : bar.isUndated ? '4 2' : undefined}
      />
      {(bar.reports.length > 1 || isEarlier) && (
        <text x={(from + width / 2).toFixed(1)} y={y + 10} text-anchor="middle" class={isFilled ? 'lt' : 'dk'}>
          {isEarlier ? '‹' : bar.reports.length}
        </text>
      )}
    </>
  );
}

/** The first day on which a source may have come out; without one no bar is at the edge. */
function firstSource({ sources }: View): Day {
  const [first] = sourceDays(sources.all);
  return first ?? -Infinity;
}

function heightOf({ rows }: Lane): number {
  return Math.max(2, rows) * ROW + PADDING;
}
