import { faultsOfQuery } from '../../http/faults.js';
import { changesQuestion, type ChangesQuestion } from '../../queries/changes/changes.query.js';
import { Refusal } from '../../vocabulary/refusal.js';
import type { PageQuestion } from './page-question.js';

export const WAY_AXES = ['published', 'occurred', 'recorded'] as const;
export type WayAxis = (typeof WAY_AXES)[number];

/** The question of a way along one axis, as a page has it. */
export interface WayAsked {
  readonly axis: WayAxis;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly issue: string | undefined;
  /** Its stances and what it signed alone; a replay tells all. */
  readonly party?: string | undefined;
}

/**
 * The same question as the API takes it: along an axis, the axes that from and to set are left out.
 * @throws Refusal `invalid-query` where from or to is none of the axis
 */
export function wayOf(
  { axis, from, to, issue, party }: WayAsked,
  { asOf, knownBy, on, recordedBy, certainty }: PageQuestion,
): ChangesQuestion {
  const others =
    axis === 'recorded' ? { asOf, knownBy, on } : axis === 'occurred' ? { knownBy: knownBy ?? on, recordedBy } : { recordedBy };
  const result = changesQuestion.safeParse({ axis, from, to, issue, party, certainty, ...others });
  if (result.success) return result.data;
  throw new Refusal('invalid-query', 'The way is not one of this axis.', faultsOfQuery(result.error.issues));
}
