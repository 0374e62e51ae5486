import type { Named } from '../asking/named.js';
import type { IssueState, Stance, Target } from '../asking/shapes.js';

/** Above these a matrix is folded. */
export const MOST_COLUMNS = 15;
export const MOST_ROWS = 60;

/** A proposition with what each party of the matrix holds on it; null is silence. */
export interface Row extends Named {
  readonly proposition: string;
  readonly text: string;
  readonly target: Target | undefined;
  readonly cells: readonly (Stance | null)[];
}

export interface Matrix {
  /** Parties: the principals first, whether heard or not, then the others, who speaks of most first. */
  readonly columns: readonly string[];
  readonly principals: ReadonlySet<string>;
  /** Rows on which more than one party has a stance, then those with one alone; both in the order of the answer. */
  readonly several: readonly Row[];
  readonly single: readonly Row[];
}

/**
 * The state of an issue as party × proposition.
 * @param named the principals of the negotiation: an issue may have others, then who is heard or silent tells them
 */
export function matrixOf({ coverage, stances, targets }: IssueState, named: readonly string[]): Matrix {
  const onPropositions = stances.filter((stance) => 'proposition' in stance.target);
  const principals = named.length > 0 || coverage.silent.length > 0 ? [...coverage.heard, ...coverage.silent] : [];
  const columns = [...byPlace(principals, named), ...byStances(onPropositions).filter((party) => !principals.includes(party))];
  const rows = [...Map.groupBy(onPropositions, (stance) => propositionOf(stance)).entries()].map(([proposition, group]) => ({
    proposition,
    text: textOf(group[0]),
    names: group[0]?.target.names,
    target: targets.find((target) => target.proposition === proposition),
    cells: columns.map((party) => group.find((stance) => stance.party === party) ?? null),
    parties: group.length,
  }));
  return {
    columns,
    principals: new Set(principals),
    several: rows.filter(({ parties }) => parties > 1),
    single: rows.filter(({ parties }) => parties === 1),
  };
}

/** What a cell is called in an address. */
export function cellName(party: string, proposition: string): string {
  return `${party}.${proposition}`;
}

/** The stance of a cell by its name; ids may hold dots, so the name is looked for, not cut. */
export function stanceAt(cell: string, stances: readonly Stance[]): Stance | undefined {
  return stances.find((stance) => 'proposition' in stance.target && cellName(stance.party, stance.target.proposition) === cell);
}

function propositionOf({ target }: Stance): string {
  return 'proposition' in target ? target.proposition : '';
}

function textOf(stance: Stance | undefined): string {
  return stance !== undefined && 'text' in stance.target ? stance.target.text : '';
}

/** In the order of the negotiation's principals, others behind them. */
function byPlace(parties: readonly string[], named: readonly string[]): string[] {
  const place = (party: string): number => (named.includes(party) ? named.indexOf(party) : named.length);
  return parties.toSorted((a, b) => place(a) - place(b));
}

function byStances(stances: readonly Stance[]): string[] {
  const counts = Map.groupBy(stances, ({ party }) => party);
  return [...counts.entries()].sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1)).map(([party]) => party);
}
