import type { Visible, VisibleReport } from '../../rules/scene.js';
import { claimantsOf } from '../../rules/claimants.js';
import { partyWhenRecorded } from '../../rules/party-when-recorded.js';
import { certaintyOf, uncertainAxes } from '../../rules/visibility.js';
import type { ReportContent } from '../../vocabulary/events/report-content.js';
import type { Index } from './opened-lists.js';
import type { Point } from './point.js';
import type { Seen } from './counted-contents.js';

/** Where a report stands as it is seen at a point. @param id of the report, where it is known */
export function visibleOf(index: Index, seen: Seen, { at }: Pick<Point, 'at'>, id = index.subjectOf(seen.report)): Visible {
  const { report, occurred, published, written } = seen;
  const uncertain = uncertainAxes(occurred, published, at);
  return {
    id,
    occurred,
    published,
    occurredAsWritten: index.names.idOf(Math.abs(written)),
    isDated: written > 0,
    firstPosition: BigInt(report),
    certainty: certaintyOf(uncertain),
    uncertain,
  };
}

/** The same with what the report says. */
export function visibleReport(index: Index, seen: Seen, point: Point): VisibleReport {
  const content = index.content(seen.content);
  return { ...visibleOf(index, seen, point, content.id), content, claimants: claimantsIn(index, content, seen.report, point.r) };
}

/** A person in a report. */
interface PersonInReport {
  readonly negotiation: string;
  readonly person: string;
  /** The number of the report, and of the last event that is asked of. */
  readonly report: number;
  readonly r: number;
}

/** The parties whose own words a content gives; a person's is the one registered when the report was first recorded. Design 4, "Recorded". */
export function claimantsIn(index: Index, content: ReportContent, report: number, r: number): string[] | null {
  const { negotiation } = content;
  return claimantsOf(content, (person) => partyInReport(index, { negotiation, person, report, r }));
}

/** The party for which a person speaks in a report. @returns null for none, undefined where the id is no person's */
export function partyInReport({ entries }: Index, { negotiation, person, report, r }: PersonInReport): string | null | undefined {
  const partyBy = (event: number | undefined) => (event === undefined ? undefined : entries.entry<'person'>(event).party);
  return partyWhenRecorded(
    {
      by: (event) => partyBy(entries.event('person', negotiation, person, event)),
      first: () => partyBy(entries.firstEvent('person', negotiation, person, r)),
    },
    report,
  );
}
