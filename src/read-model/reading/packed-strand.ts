import type { IsWanted, Strand } from '../../rules/grounds.js';
import { byDates, type Placed } from '../../rules/order.js';
import type { Statement } from '../../rules/statements.js';
import { toColumn } from '../tables/columns.js';
import { rankOfStrand, weightOfStrand } from '../tables/statement-head.js';
import type { PackedStatement } from './packed-statement.js';
import type { PairStatements, PairStrand, PlaceKey } from './pair-statements.js';
import type { Point } from './point.js';

/** The statement at a place, if it is counted. */
type At = (place: number) => PackedStatement | undefined;

/** A strand of a pair at a point. Whatever a rule asks of it, mostly its strongest statement is the answer: that one is remembered. */
export class PackedStrand implements Strand {
  readonly rank: 0 | 1;
  readonly weight: number;
  private knownTo = -1;
  /** The strongest one; null: it was not looked for. */
  private first: PackedStatement | undefined | null = null;

  constructor(
    private readonly pair: PairStatements,
    private readonly point: Point,
    private readonly stretch: PairStrand,
    private readonly at: At,
  ) {
    this.rank = rankOfStrand(stretch.strand);
    this.weight = weightOfStrand(stretch.strand);
  }

  /** What begins after D is not visible: it stands behind this. Not every strand is asked. */
  private get to(): number {
    if (this.knownTo < 0) this.knownTo = this.pair.firstFrom(this.stretch, this.point.d + 1);
    return this.knownTo;
  }

  strongest(isWanted: IsWanted, below?: Placed): Statement | undefined {
    let statement = this.first === null ? (this.first = this.nextBelow(this.to)) : this.first;
    if (statement !== undefined && below !== undefined && byDates(statement, below) >= 0) {
      statement = this.nextBelow(this.pair.placeOf(this.stretch, statement.place, keyOf(below)));
    }
    while (statement !== undefined && !isWanted(statement)) statement = this.nextBelow(statement.place);
    return statement;
  }

  weakest(isWanted: IsWanted, above?: Placed): Statement | undefined {
    const { pair, to } = this;
    const { k, r } = this.point;
    let place = this.placeAbove(above);
    while ((place = pair.nextAbove(place, to, k, r)) >= 0) {
      const statement = this.at(place);
      if (statement !== undefined && !isSame(statement, above) && isWanted(statement)) return statement;
      place += 1;
    }
    return undefined;
  }

  strongestEnding(isWanted: IsWanted, above?: Placed): Statement | undefined {
    const { pair, stretch } = this;
    let ending = pair.lastEnding(stretch, this.point.d);
    // Mostly none has an end, or all begin before the day: then it need not be looked for.
    if (ending < stretch.endingFrom) return undefined;
    if (above !== undefined && pair.endingBeginsBefore(ending, toColumn(above.occurred.lo))) return undefined;
    const from = this.placeAbove(above);
    for (; ending >= stretch.endingFrom; ending -= 1) {
      const place = pair.placeOfEnding(ending);
      if (place < from) return undefined;
      const statement = this.at(place);
      if (statement !== undefined && !isSame(statement, above) && isWanted(statement)) return statement;
    }
    return undefined;
  }

  /** The strongest statement below a place. */
  private nextBelow(to: number): PackedStatement | undefined {
    const { from } = this.stretch;
    const { k, r } = this.point;
    for (let place = this.pair.nextBelow(from, to, k, r); place >= 0; place = this.pair.nextBelow(from, place, k, r)) {
      const statement = this.at(place);
      if (statement !== undefined) return statement;
    }
    return undefined;
  }

  /** The first place that is not weaker. */
  private placeAbove(above: Placed | undefined): number {
    return above === undefined ? this.stretch.from : this.pair.placeOf(this.stretch, this.to, keyOf(above));
  }
}

/** Whether they are of one report. */
function isSame(statement: Placed, other: Placed | undefined): boolean {
  return statement.firstPosition === other?.firstPosition;
}

function keyOf({ occurred, published, firstPosition }: Placed): PlaceKey {
  return [toColumn(occurred.lo), toColumn(occurred.hi), toColumn(published.hi), Number(firstPosition)];
}
