import type { Actor } from '../../src/vocabulary/actor.js';
import { compare } from '../../src/vocabulary/compare.js';
import { windowOf } from '../../src/vocabulary/edtf-window.js';
import type { Condition } from '../../src/vocabulary/events/position-stated.js';
import type { ReportContent } from '../../src/vocabulary/events/report-content.js';
import { type Modality, weightOf } from '../../src/vocabulary/modality.js';
import { byStrength } from './order.js';
import type { StateAt } from './state-at.js';
import type { VisibleReport } from './visible-reports.js';
import { claimantsOf, rankOf, type Voice, voiceOf } from './voice.js';

/** What a party takes a stance on. */
export interface Target {
  readonly kind: 'plan' | 'proposition';
  readonly id: string;
}

/** One visible report that says what a party holds on a target. */
export interface Statement {
  readonly report: VisibleReport;
  readonly voice: Voice;
  readonly rank: 0 | 1;
  readonly modality: Modality;
  readonly weight: number;
  readonly conditions: readonly Condition[];
  readonly isExpired: boolean;
  /** The report that it says it replaces. */
  readonly previous: string | null;
}

/** A statement as answers show it. */
export interface Said {
  readonly report: string;
  readonly modality: Modality;
  readonly voice: Voice;
  readonly by: readonly Actor[];
  readonly form: string;
  readonly source: string;
}

/** All statements of a party on a target. Design 4, "Stance". */
export function statementsOf(state: StateAt, party: string, target: Target): Statement[] {
  return state.reports.flatMap((report) => {
    const { content } = report;
    if (!partiesOf(content).includes(party) || !targetsOf(content).some((named) => isSame(named, target))) return [];
    const { until, ...said } = whatIsSaid(content);
    const isExpired = until !== null && windowOf(until).hi < state.at.asOf;
    const voice = voiceOf(state, report, party);
    if (state.at.voices?.includes(voice) === false) return [];
    return [{ ...said, report, voice, rank: rankOf(voice), weight: weightOf(said.modality), isExpired }];
  });
}

/** Whose word a statement is, who is named for it, in what form and in which source: no statement is shown without. */
export function said({ report: { id, content }, modality, voice }: Statement): Said {
  return { report: id, modality, voice, by: structuredClone(claimantsOf(content)), form: content.claim.form, source: content.source.id };
}

/** The parties whose stance a report tells. */
export function partiesOf(content: ReportContent): readonly string[] {
  if (content.type === 'PositionStated') return [content.data.party];
  if (content.type === 'AgreementSigned') return content.data.signatories.map(({ party }) => party);
  return [];
}

/** What a report tells a stance on. */
export function targetsOf(content: ReportContent): readonly Target[] {
  if (content.type === 'AgreementSigned') return content.data.propositions.map((id) => ({ kind: 'proposition', id }));
  if (content.type !== 'PositionStated') return [];
  const { plan, proposition } = content.data;
  if (plan !== null) return [{ kind: 'plan', id: plan }];
  return proposition === null ? [] : [{ kind: 'proposition', id: proposition }];
}

export function isSame(a: Target, b: Target): boolean {
  return a.kind === b.kind && a.id === b.id;
}

/** The weaker first: the rank, then the order of reports. */
export function byRankAndStrength(a: Statement, b: Statement): number {
  return compare(a.rank, b.rank) || byStrength(a.report, b.report);
}

interface WhatIsSaid {
  readonly modality: Modality;
  readonly conditions: readonly Condition[];
  readonly until: string | null;
  readonly previous: string | null;
}

function whatIsSaid(content: ReportContent): WhatIsSaid {
  if (content.type === 'AgreementSigned') {
    return { modality: 'accepts', conditions: content.data.conditions, until: null, previous: null };
  }
  if (content.type !== 'PositionStated') throw new Error(`${content.type} states no position`);
  const { modality, conditions, until, previous } = content.data;
  return { modality, conditions, until: until?.edtf ?? null, previous };
}
