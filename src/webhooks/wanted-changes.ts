import { hash } from 'node:crypto';
import type { AgreementView } from '../rules/agreement-views.js';
import type { Change } from '../rules/replay/change.js';
import type { Step } from '../rules/replay/step.js';
import type { ChangeKind, Filter } from './webhook.js';

const DIGITS = 12;

/** A change as it is told: CloudEvents 1.0, structured as JSON. */
export interface ChangeEvent {
  readonly specversion: '1.0';
  /**
   * The webhook, the position, the place of the change in its step, and some digits of a hash of its cause: a receiver knows by it what it has
   * got already. Where a log is restored positions come again, for other causes.
   */
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  readonly datacontenttype: 'application/json';
  readonly data: object;
}

/**
 * The changes of a step that a webhook is told of, in their order.
 * @param webhook its id
 * @param source the URL of the negotiation
 */
export function wantedChanges(
  { position = '0', cause, report = null, changes }: Step,
  webhook: string,
  filter: Filter,
  source: string,
): ChangeEvent[] {
  return changes.flatMap((change, i) => (isWanted(change, filter) ? [eventOf(change, i)] : []));

  function eventOf(change: Change, place: number): ChangeEvent {
    return {
      specversion: '1.0',
      id: `${webhook}.${position}.${String(place)}.${hash('sha256', JSON.stringify(cause)).slice(0, DIGITS)}`,
      source,
      type: `negotiation.${kindOf(change)}.changed`,
      subject: change.issue === null ? change.path : `issues/${change.issue}/${change.path}`,
      datacontenttype: 'application/json',
      data: { position, cause, report, change },
    };
  }
}

function isWanted(change: Change, { issue, party, kinds }: Filter): boolean {
  if (issue !== null && change.issue !== issue) return false;
  if (kinds.length > 0 && !kinds.includes(kindOf(change))) return false;
  return party === null || isOfParty(change, party);
}

function kindOf({ path }: Change): ChangeKind {
  return path.split('/', 1)[0] as ChangeKind;
}

function isOfParty({ path, before, after }: Change, party: string): boolean {
  if (path.startsWith('stances/')) return path.split('/')[1] === party;
  if (!path.startsWith('agreements/')) return false;
  return [before, after].some((agreement) => (agreement as AgreementView | null)?.signatories.some((one) => one.party === party));
}
