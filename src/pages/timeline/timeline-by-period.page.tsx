import type { VNode } from 'preact';
import type { Cited } from '../asking/cited-answers.js';
import type { View } from '../asking/view.js';
import type { Periods } from '../asking/weeks.js';
import { Cite } from '../parts/cite.js';
import { Layout } from '../parts/layout.js';
import type { Page } from '../rendering/document.js';
import { laneTitle, type LanesBy, type LaneTitle } from './lanes-by.js';
import { PeriodChart } from './period-chart.js';
import type { PeriodLane } from './period-lanes.js';
import { PeriodTable } from './period-table.js';
import { TimelineFilters } from './timeline-filters.js';

export interface TimelineByPeriodProps {
  readonly view: View;
  readonly periods: Periods;
  readonly drawn: readonly PeriodLane[];
  readonly issue: string | undefined;
  readonly lanes: LanesBy;
  readonly cited: Cited;
}

/** When what was reported happened, of very many reports: how many there are of each week or month, by lanes, and the same as a table. */
export function timelineByPeriodPage(props: TimelineByPeriodProps): Page {
  const { view } = props;
  return { title: `${view.reader.words.timeline} · ${view.negotiation.title}`, content: <TimelineByPeriod {...props} /> };
}

function TimelineByPeriod({ view, periods, drawn, issue, lanes, cited }: TimelineByPeriodProps): VNode {
  const { words } = view.reader;
  const titleOf = ({ of }: PeriodLane): LaneTitle =>
    of === 'others' ? { text: words.otherLanes } : laneTitle(lanes, of === 'none' ? undefined : of.id, view);
  const hrefOf = ({ of }: PeriodLane): string | undefined => {
    if (typeof of === 'string' || of.id === issue) return undefined;
    if (lanes === 'issue') return view.links.here({ issue: of.id });
    return lanes === 'source' ? view.links.source(of.id) : view.links.to(`parties/${encodeURIComponent(of.id)}`);
  };
  const chart = { periods, lanes: drawn, titleOf, view };
  return (
    <Layout view={view} section="timeline" main="one">
      <section class="card">
        <div class="issuehead">
          <h1>{words.timeline}</h1>
        </div>
        <TimelineFilters view={view} issue={issue} lanes={lanes} />
        <PeriodChart {...chart} />
        <PeriodTable {...chart} hrefOf={hrefOf} />
        <Cite
          view={view}
          cited={cited}
          title={`${view.negotiation.title}: ${words.timeline}`}
          outlets={{
            csv: view.links.csv('reports', { issue, ...view.fixed }),
            atom: view.links.live('changes.atom', { issue }),
          }}
        />
      </section>
    </Layout>
  );
}
