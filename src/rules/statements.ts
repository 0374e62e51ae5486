import type { Actor } from '../vocabulary/actor.js';
import type { DayWindow } from '../vocabulary/edtf-window.js';
import { windowOf } from '../vocabulary/edtf-window.js';
import type { Day } from '../vocabulary/day.js';
import type { Form } from '../vocabulary/events/report.js';
import type { Condition } from '../vocabulary/events/position-stated.js';
import { type Modality, weightOf } from '../vocabulary/modality.js';
import { claimedBy } from './claimed-by.js';
import { withoutRepeats } from './order.js';
import { rankOf } from './rank.js';
import type { Visible, VisibleReport } from './scene.js';

/** What a party takes a stance on. */
export interface Target {
  readonly kind: 'proposition' | 'plan';
  readonly id: string;
}

/** One report's word on how one party stands on one target. */
export interface Statement {
  readonly report: Visible;
  readonly party: string;
  readonly target: Target;
  readonly modality: Modality;
  readonly weight: number;
  readonly conditions: readonly Condition[];
  readonly hasConditions: boolean;
  /** The last day on which it may hold; Infinity where it says none. */
  readonly until: Day;
  /** The report that it says it replaces. */
  readonly names: string | null;
  readonly rank: 0 | 1;
  /** Who is named as claimant; empty: the source itself. */
  readonly by: readonly Actor[];
  readonly form: Form;
  /** The id of the source. */
  readonly source: string;
  readonly occurred: DayWindow;
  readonly published: DayWindow;
  readonly firstPosition: bigint;
}

/**
 * The statements of a report: a PositionStated is one, an AgreementSigned one for each signatory and each proposition it
 * names (modality `accepts`, the agreement's conditions). Design 4, "Stance".
 */
export function statementsOf(report: VisibleReport): Statement[] {
  const { content } = report;
  if (content.type === 'PositionStated') {
    const { party, proposition, plan, modality, conditions, until, previous } = content.data;
    const target: Target = proposition === null ? { kind: 'plan', id: plan ?? '' } : { kind: 'proposition', id: proposition };
    return [
      statement(report, party, target, {
        modality,
        conditions,
        until: until === null ? Infinity : windowOf(until.edtf).hi,
        names: previous,
      }),
    ];
  }
  if (content.type === 'AgreementSigned') {
    const { signatories, propositions, conditions } = content.data;
    return withoutRepeats(signatories.map(({ party }) => party)).flatMap((party) =>
      withoutRepeats(propositions).map((id) =>
        statement(report, party, { kind: 'proposition', id }, { modality: 'accepts', conditions, until: Infinity, names: null }),
      ),
    );
  }
  return [];
}

function statement(
  report: VisibleReport,
  party: string,
  target: Target,
  said: Pick<Statement, 'modality' | 'conditions' | 'until' | 'names'>,
): Statement {
  const { occurred, published, firstPosition, content, claimants } = report;
  const rank = rankOf(content, claimants, party);
  return {
    ...said,
    report,
    party,
    target,
    weight: weightOf(said.modality),
    hasConditions: said.conditions.length > 0,
    rank,
    by: claimedBy(content),
    form: content.claim.form,
    source: content.source.id,
    occurred,
    published,
    firstPosition,
  };
}
