import type { Named } from '../asking/named.js';
import type { IssueState } from '../asking/issue-shapes.js';
import type { ExpiredStance, Stance, Target } from '../asking/stance-shapes.js';

/** Above these a matrix is folded. */
export const MOST_COLUMNS = 15;
export const MOST_ROWS = 60;

/** A proposition with what each party of the matrix holds on it. */
export interface Row extends Named {
  readonly proposition: string;
  readonly text: string;
  readonly target: Target | undefined;
  readonly cells: readonly Cell[];
}

/** What a party holds on a proposition, or what it held until its time was over; undefined for both is silence. */
export interface Cell {
  readonly party: string;
  readonly stance: Stance | undefined;
  readonly expired: ExpiredStance | undefined;
}

export interface CellInRow {
  readonly row: Row;
  readonly cell: Cell;
}

export interface Matrix {
  /** Parties: the principals first, whether heard or not, then the others, who speaks of most first. */
  readonly columns: readonly string[];
  readonly principals: ReadonlySet<string>;
  /** Rows on which more than one party has a stance, those with one alone, and those on which all that was said is over; each in the order of the answer. */
  readonly several: readonly Row[];
  readonly single: readonly Row[];
  readonly over: readonly Row[];
}

/**
 * The state of an issue as party × proposition.
 * @param expired what was once held where nothing is held any more
 * @param named the principals of the negotiation: an issue may have others, then who is heard or silent tells them
 */
export function matrixOf({ coverage, stances, targets }: IssueState, expired: readonly ExpiredStance[], named: readonly string[]): Matrix {
  const held = stances.filter((stance) => 'proposition' in stance.target);
  const principals = named.length > 0 || coverage.silent.length > 0 ? [...coverage.heard, ...coverage.silent] : [];
  const others = [...new Set([...byStances(held), ...byStances(expired)])].filter((party) => !principals.includes(party));
  const columns = [...byPlace(principals, named), ...others];
  const onProposition = Map.groupBy([...held, ...expired], ({ target }) => propositionOf(target));
  const heldOn = Map.groupBy(held, ({ target }) => propositionOf(target));
  const rows = [...onProposition].map(([proposition, [first]]) => ({
    proposition,
    text: first !== undefined && 'text' in first.target ? first.target.text : '',
    names: first?.target.names,
    target: targets.find((target) => target.proposition === proposition),
    cells: columns.map((party) => ({
      party,
      stance: heldOn.get(proposition)?.find((stance) => stance.party === party),
      expired: expired.find(({ party: other, target }) => other === party && propositionOf(target) === proposition),
    })),
    parties: heldOn.get(proposition)?.length ?? 0,
  }));
  return {
    columns,
    principals: new Set(principals),
    several: rows.filter(({ parties }) => parties > 1),
    single: rows.filter(({ parties }) => parties === 1),
    over: rows.filter(({ parties }) => parties === 0),
  };
}

/** The cell of a name, with its row; ids may hold dots, so the name is looked for, not cut. */
export function cellAt(name: string, { several, single, over }: Matrix): CellInRow | undefined {
  for (const row of [...several, ...single, ...over]) {
    if (!name.endsWith(`.${row.proposition}`)) continue;
    const cell = row.cells.find(({ party }) => cellName(party, row.proposition) === name);
    if (cell !== undefined) return { row, cell };
  }
  return undefined;
}

/** Whether nobody ever said anything. */
export function isEmpty({ several, single, over }: Matrix): boolean {
  return several.length + single.length + over.length === 0;
}

/** What a cell is called in an address. */
export function cellName(party: string, proposition: string): string {
  return `${party}.${proposition}`;
}

function propositionOf(target: Stance['target']): string {
  return 'proposition' in target ? target.proposition : '';
}

/** In the order of the negotiation's principals, others behind them. */
function byPlace(parties: readonly string[], named: readonly string[]): string[] {
  const place = (party: string): number => (named.includes(party) ? named.indexOf(party) : named.length);
  return parties.toSorted((a, b) => place(a) - place(b));
}

/** Who speaks of most first. */
function byStances(stances: readonly Pick<Stance, 'party'>[]): string[] {
  const counts = Map.groupBy(stances, ({ party }) => party);
  return [...counts.entries()].sort(([a, ofA], [b, ofB]) => ofB.length - ofA.length || (a < b ? -1 : 1)).map(([party]) => party);
}
