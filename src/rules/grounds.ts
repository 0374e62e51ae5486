import { byDates, byStrength, descending, type Placed } from './order.js';
import type { Statement } from './statements.js';

/**
 * What the stance of one party on one target rests on: its visible statements, in the order of strength, looked at only as far as a rule
 * asks. An array gives it, and so does an index that holds far more than can be looked at. Design 4, "Stance".
 */
export interface Grounds {
  /** The statements of one rank and one weight; each combination once, in any order. */
  readonly strands: readonly Strand[];
  /** The visible statement of the report that one names as its previous, whether that counts or not. */
  namedBy(statement: Statement): Statement | undefined;
  /** The visible statements that name the report of one as their previous, whether that counts or not. */
  naming(statement: Statement): Iterable<Statement>;
}

export interface Strand {
  readonly rank: 0 | 1;
  readonly weight: number;
  /** The strongest of those that are wanted. @param below only statements that are weaker than this */
  strongest(isWanted: IsWanted, below?: Placed): Statement | undefined;
  /** The weakest of those that are wanted. @param above only statements that are stronger than this */
  weakest(isWanted: IsWanted, above?: Placed): Statement | undefined;
  /** The strongest of those that are wanted and have an end, expired or not. @param above only statements that are stronger than this */
  strongestEnding(isWanted: IsWanted, above?: Placed): Statement | undefined;
}

export type IsWanted = (statement: Statement) => boolean;

/** @param statements all visible ones of one party on one target */
export function groundsFrom(statements: readonly Statement[]): Grounds {
  const strands = [...Map.groupBy(statements, ({ rank, weight }) => `${String(rank)} ${String(weight)}`).values()];
  return {
    strands: strands.flatMap(strandOf),
    namedBy: ({ names }) => (names === null ? undefined : statements.find(({ report }) => report.id === names)),
    naming: ({ report }) => statements.filter(({ names }) => names === report.id),
  };
}

function strandOf(statements: readonly Statement[]): Strand[] {
  const [first] = statements;
  if (first === undefined) return [];
  const strongestFirst = descending(statements, byStrength);
  return [
    {
      rank: first.rank,
      weight: first.weight,
      strongest: (isWanted, below) => strongestFirst.find((one) => isBelow(one, below) && isWanted(one)),
      weakest: (isWanted, above) => strongestFirst.findLast((one) => isAbove(one, above) && isWanted(one)),
      strongestEnding: (isWanted, above) => strongestFirst.find((one) => one.until !== Infinity && isAbove(one, above) && isWanted(one)),
    },
  ];
}

function isBelow(one: Statement, below: Placed | undefined): boolean {
  return below === undefined || byDates(one, below) < 0;
}

function isAbove(one: Statement, above: Placed | undefined): boolean {
  return above === undefined || byDates(one, above) > 0;
}

/** A statement looked up by where it stands; undefined where it is not among them. */
export function statementIn({ strands }: Grounds, at: Placed & Pick<Statement, 'rank' | 'weight'>): Statement | undefined {
  const strand = strands.find(({ rank, weight }) => rank === at.rank && weight === at.weight);
  // Positions are whole numbers: nothing else stands between it and this.
  const found = strand?.strongest(() => true, { ...at, firstPosition: at.firstPosition + 1n });
  return found?.firstPosition === at.firstPosition ? found : undefined;
}
