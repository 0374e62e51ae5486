import type { VNode } from 'preact';
import { dayText } from '../words/dates.js';
import type { PeriodChartProps } from './period-chart.js';
import type { LaneTitle } from './lanes-by.js';
import type { PeriodLane } from './period-lanes.js';

/** The numbers of the chart; each lane leads to what it is of. */
export function PeriodTable({
  periods: { per, items },
  lanes,
  titleOf,
  hrefOf,
  view,
}: PeriodChartProps & { readonly hrefOf: (lane: PeriodLane) => string | undefined }): VNode {
  const { words, language } = view.reader;
  return (
    <details>
      <summary>{words.sameAsTable}</summary>
      <div class="scroll" tabindex={0} role="region" aria-label={words.sameAsTable}>
        <table class="pairs periods">
          <thead>
            <tr>
              <th scope="col">{words.period[per]}</th>
              {lanes.map((lane, i) => (
                <th key={i} scope="col">
                  <Title title={titleOf(lane)} href={hrefOf(lane)} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map(({ start }, row) => (
              <tr key={start}>
                <th scope="row">{dayText(start, language)}</th>
                {lanes.map(({ reports }, i) => (
                  <td key={i} class="num">
                    {reports[row]}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}

function Title({ title: { text, lang }, href }: { title: LaneTitle; href: string | undefined }): VNode {
  return href === undefined ? (
    <span lang={lang}>{text}</span>
  ) : (
    <a href={href} lang={lang}>
      {text}
    </a>
  );
}
