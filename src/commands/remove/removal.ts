import { type Removal, takesBack } from '../../vocabulary/events/report-corrections.js';
import { Refusal } from '../../vocabulary/refusal.js';
import { sameContent } from '../../vocabulary/same-content.js';
import type { Request } from '../writing/decider.js';
import { type Precondition, requireRevision } from '../writing/precondition.js';
import { standingRemoval } from '../writing/standing-removal.js';
import type { State } from '../writing/state.js';

/** A retraction or a withdrawal, or what takes it back. */
export interface RemovalRequest<R extends Removal = Removal> extends Request {
  readonly removal: R;
  readonly precondition: Precondition;
  /**
   * Which removals count as the same one sent again: the latest; or, in an import that brings it for the nth time, the nth same one
   * too, wherever it stands.
   */
  readonly repeats: 'latest' | number;
}

/** What may be removed, with every removal and what took it back, oldest first. */
interface Removable<R extends Removal> extends State {
  readonly removals: readonly R[];
}

/**
 * What stands can be removed, and what is removed taken back, any number of times. Design 4, "In force".
 * @throws Refusal `report-retracted`, `source-withdrawn`, `nothing-to-undo`, `revision-required`, `stale-revision`, `not-a-revision`
 */
export function decideRemoval<R extends Removal>(
  { removal, repeats, ...command }: RemovalRequest<R>,
  state: Removable<R> | undefined,
): R[] {
  if (state === undefined) throw new Refusal('not-found', `There is no ${nounOf(removal)} "${command.id}".`);
  const { removals, last } = state;
  if (isRepeated(removals, removal, repeats)) return [];
  if (takesBack(removal) === (standingRemoval(removals) === null)) throw outOfPlace(removal);
  requireRevision(command.precondition, last.revision);
  return [removal];
}

function isRepeated<R extends Removal>(removals: readonly R[], removal: R, repeats: RemovalRequest['repeats']): boolean {
  const same = removals.filter((one) => sameContent(one, removal));
  if (repeats !== 'latest' && same.length >= repeats) return true;
  return same.length > 0 && same.at(-1) === removals.at(-1);
}

function outOfPlace({ type, id }: Removal): Refusal {
  switch (type) {
    case 'ReportRetracted':
      return new Refusal('report-retracted', `The report "${id}" is retracted already; a reinstatement takes that back.`);
    case 'SourceWithdrawn':
      return new Refusal('source-withdrawn', `The source "${id}" is withdrawn already; a readmission takes that back.`);
    case 'ReportReinstated':
      return new Refusal('nothing-to-undo', `The report "${id}" is not retracted.`);
    case 'SourceReadmitted':
      return new Refusal('nothing-to-undo', `The source "${id}" is not withdrawn.`);
  }
}

function nounOf({ type }: Removal): string {
  return type === 'ReportRetracted' || type === 'ReportReinstated' ? 'report' : 'source';
}
