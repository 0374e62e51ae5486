import { claimantsOf } from '../../../src/rules/claimants.js';
import type { VisibleReport } from '../../../src/rules/scene.js';
import { type Statement, statementsOf } from '../../../src/rules/statements.js';
import { parseDay } from '../../../src/vocabulary/day.js';
import { windowOf } from '../../../src/vocabulary/edtf-window.js';
import type { Recorded } from '../../../src/vocabulary/events/log-event.js';
import { isReport } from '../../../src/vocabulary/events/log-event.js';
import type { ReportContent } from '../../../src/vocabulary/events/report-content.js';
import type { Modality } from '../../../src/vocabulary/modality.js';
import { position, Story } from '../../support/histories-by-hand.js';

/** Where a report stands; what is left out is as plain as can be. Both windows are EDTF. */
export interface Standing {
  readonly occurred?: string;
  readonly published?: string;
  readonly firstPosition?: number;
  readonly possible?: boolean;
}

/** A report as the rules see it: certain, of 20 January if nothing else is said. */
export function seen(content: ReportContent, standing: Standing = {}): VisibleReport {
  const { published = '2026-01-20', occurred = published, firstPosition = 1, possible = false } = standing;
  return {
    id: content.id,
    content,
    claimants: claimantsOf(content, () => undefined),
    occurred: windowOf(occurred),
    published: windowOf(published),
    occurredAsWritten: occurred,
    isDated: standing.occurred !== undefined,
    firstPosition: BigInt(firstPosition),
    certainty: possible ? 'possible' : 'certain',
    uncertain: possible ? ['published'] : [],
  };
}

/** The content of a report that a story tells. */
export function told(write: (story: Story) => Recorded): ReportContent {
  const { event } = write(new Story());
  if (!isReport(event)) throw new Error(`${event.type} is no report`);
  return event;
}

interface Saying extends Standing {
  /** 0: a claim of the party `b` about `a`. */
  readonly rank?: 0 | 1;
  readonly by?: string[];
  readonly until?: string;
  readonly previous?: string;
}

/** A statement of the party `a` on the proposition `p`. */
export function said(
  id: string,
  modality: Modality,
  { rank = 1, by = rank === 0 ? ['b'] : [], until, previous, ...standing }: Saying = {},
): Statement {
  const [statement] = statementsOf(
    seen(position(id, 'a', modality, { by, ...(until && { until }), ...(previous && { previous }) }), standing),
  );
  if (statement === undefined) throw new Error('a position is a statement');
  return statement;
}

export const idsOf = (statements: readonly Statement[]): string[] => statements.map(({ report }) => report.id);

export function day(text: string): number {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`${text} is no day`);
  return parsed;
}
