import { scaleUtc } from 'd3-scale';
import type { VNode } from 'preact';
import type { View } from '../asking/view.js';
import type { Periods } from '../asking/weeks.js';
import { LEFT, MS_PER_DAY, shortened, ticksOf, TOP, WIDTH } from './chart-measures.js';
import type { LaneTitle } from './lanes-by.js';
import type { PeriodLane } from './period-lanes.js';
import { TickLines } from './tick-lines.js';

const LANE = 34;
const HIGHEST = 26;

export interface PeriodChartProps {
  readonly periods: Periods;
  readonly lanes: readonly PeriodLane[];
  readonly titleOf: (lane: PeriodLane) => LaneTitle;
  readonly view: View;
}

/** Of very many reports lanes of weeks or months, each as high as the number of its reports. The table below says the same. */
export function PeriodChart({ periods: { per, items }, lanes, titleOf, view }: PeriodChartProps): VNode {
  const { words, language } = view.reader;
  const first = items[0]?.start ?? view.day;
  const last = Math.max(view.day + 1, items.at(-1)?.end ?? 0);
  const time = scaleUtc([first * MS_PER_DAY, last * MS_PER_DAY], [LEFT, WIDTH]);
  const x = (day: number): number => time(day * MS_PER_DAY);
  const most = Math.max(1, ...lanes.flatMap(({ reports }) => reports));
  const height = TOP + lanes.length * LANE;
  return (
    <>
      <p class="lede issuehead">{words.weeklySays[per](most)}</p>
      <div class="strip" tabindex={0} role="region" aria-label={words.timeline}>
        <svg
          class="tl"
          viewBox={`0 0 ${String(WIDTH)} ${String(height)}`}
          role="img"
          aria-label={words.timelineChart(lanes.length, lanes.length * items.length)}
        >
          <TickLines ticks={ticksOf(time, language)} height={height} />
          {lanes.map((lane, i) => {
            const base = TOP + (i + 1) * LANE - 4;
            return (
              <g key={i}>
                <path d={`M0 ${String(base)}H${String(WIDTH)}`} stroke="#d9dde3" />
                <text x="4" y={base - 9} class="lane" lang={titleOf(lane).lang}>
                  {shortened(titleOf(lane).text)}
                </text>
                <path fill="#1f3a5f" d={barsOf(lane, items, { x, base, most })} />
              </g>
            );
          })}
        </svg>
      </div>
    </>
  );
}

/** All bars of a lane as one shape. */
function barsOf(
  { reports }: PeriodLane,
  items: Periods['items'],
  { x, base, most }: { x: (day: number) => number; base: number; most: number },
): string {
  return items
    .map(({ start, end }, i) => {
      const count = reports[i] ?? 0;
      if (count === 0) return '';
      const [from, to] = [x(start), x(end)];
      const height = Math.max(1, (HIGHEST * count) / most);
      const width = Math.max(1, to - from - 1);
      return `M${from.toFixed(1)} ${String(base)}v-${height.toFixed(1)}h${width.toFixed(1)}v${height.toFixed(1)}z`;
    })
    .join('');
}
