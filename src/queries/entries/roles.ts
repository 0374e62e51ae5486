import type { Certainty } from '../../vocabulary/axes.js';
import type { RoleData } from '../../vocabulary/events/other-reports.js';
import { byStrength, descending } from '../../rules/order.js';
import type { VisibleReport } from '../../rules/scene.js';

export interface RoleView extends Omit<RoleData, 'person'> {
  readonly occurred: string;
  readonly certainty: Certainty;
  readonly evidence: readonly string[];
}

/** The changes of role that are reported of a person, latest first. */
export function rolesOf(person: string, reports: readonly VisibleReport[]): RoleView[] {
  return descending(reports, byStrength).flatMap(({ id, content, certainty, occurredAsWritten }) => {
    if (content.type !== 'RoleChanged' || content.data.person !== person) return [];
    const { party, role, change, reason } = content.data;
    return [{ party, role, change, reason, occurred: occurredAsWritten, certainty, evidence: [id] }];
  });
}
