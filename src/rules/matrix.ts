import { compare } from '../vocabulary/compare.js';
import { weightOf } from '../vocabulary/modality.js';
import type { IssueState, TargetView } from './issue-state.js';
import { withoutRepeats } from './order.js';
import { principalsOf } from './principals.js';
import type { Registry } from './scene.js';
import type { StanceView } from './stance-view.js';

/** What one party holds on the proposition of a row. */
export interface Cell extends Omit<StanceView, 'target'> {
  readonly weight: number;
  readonly contested: boolean;
}

/** A proposition on which anybody holds anything. What tells how the counted stances stand to each other is empty where it is no target. */
export interface Row extends Omit<TargetView, 'verdict' | 'certainty'> {
  readonly issue: string;
  readonly verdict: TargetView['verdict'] | null;
  readonly certainty: TargetView['certainty'] | null;
  /** By party. */
  readonly cells: readonly Cell[];
}

export interface Column {
  readonly party: string;
  /** Whether it is a principal of one of the issues. */
  readonly principal: boolean;
}

export type MatrixIssue = Pick<IssueState, 'id' | 'title' | 'names' | 'parent' | 'convergence' | 'coverage' | 'stale' | 'lastEvidence'> & {
  readonly principals: readonly string[];
};

/** Propositions by parties, of some issues together. */
export interface Matrix {
  readonly issues: readonly MatrixIssue[];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

const NO_TARGET = { verdict: null, conditional: false, for: [], against: [], claimed: [], contested: false, certainty: null, evidence: [] };

/**
 * The states of issues as one matrix, in their order. Columns: the principals as the issues name them, silent ones too, then whoever
 * else holds something, by id. Rows: by issue, then by proposition. Design 4, "Stance" and "Convergence".
 */
export function matrixOf(states: readonly IssueState[], registry: Registry): Matrix {
  const issues = states.map((state) => issueOf(state, registry));
  const principals = withoutRepeats(issues.flatMap((issue) => issue.principals));
  const parties = withoutRepeats(states.flatMap(({ stances }) => stances.map(({ party }) => party)));
  const others = parties.filter((party) => !principals.includes(party)).sort(compare);
  return {
    issues,
    columns: [...principals.map((party) => ({ party, principal: true })), ...others.map((party) => ({ party, principal: false }))],
    rows: states.flatMap(rowsOf),
  };
}

function issueOf({ id, title, names, parent, convergence, coverage, stale, lastEvidence }: IssueState, registry: Registry): MatrixIssue {
  return { id, title, ...(names && { names }), parent, principals: principalsOf(registry, id), convergence, coverage, stale, lastEvidence };
}

function rowsOf({ id: issue, stances, targets }: IssueState): Row[] {
  const rows = Map.groupBy(stances, ({ target }) => ('proposition' in target ? target.proposition : ''));
  return [...rows].map(([proposition, onIt]) => {
    const target = targets.find((one) => one.proposition === proposition);
    const text = onIt.flatMap((stance) => ('text' in stance.target ? [stance.target.text] : []))[0] ?? proposition;
    return { issue, ...(target ?? { proposition, text, ...NO_TARGET }), cells: onIt.map(cellOf) };
  });
}

function cellOf({ target: _, ...stance }: StanceView): Cell {
  const { party, modality, ...rest } = stance;
  return { party, modality, weight: weightOf(modality), contested: stance.contestedBy.length > 0, ...rest };
}
