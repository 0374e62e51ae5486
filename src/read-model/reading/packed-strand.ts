import type { IsWanted, Strand } from '../../rules/grounds.js';
import { byDates, type Placed } from '../../rules/order.js';
import type { Statement } from '../../rules/statements.js';
import { toColumn } from '../tables/columns.js';
import { rankOfStrand, weightOfStrand } from '../tables/statement-head.js';
import type { PackedStatement } from './packed-statement.js';
import type { Limits, PairStatements, PairStrand, PlaceKey } from './pair-statements.js';
import type { Point } from './point.js';

/** The strands of a pair at a point. */
export interface StrandsAt {
  readonly pair: PairStatements;
  readonly point: Point;
  readonly limits: Limits;
  /** The last day up to D on which a statement with an end begins, of all strands; −Infinity for none. */
  readonly lastDayOfEnding: number;
  /** The statement at a place, if it is counted. */
  at(place: number): PackedStatement | undefined;
}

/** A strand of a pair at a point. Whatever a rule asks of it, mostly its strongest statement is the answer: that one is remembered. */
export class PackedStrand implements Strand {
  readonly rank: 0 | 1;
  readonly weight: number;
  private knownTo = -1;
  /** The strongest one; null: it was not looked for. */
  private first: PackedStatement | undefined | null = null;

  constructor(
    private readonly on: StrandsAt,
    private readonly stretch: PairStrand,
  ) {
    this.rank = rankOfStrand(stretch.strand);
    this.weight = weightOfStrand(stretch.strand);
  }

  /** What begins after D is not visible: it stands behind this. Not every strand is asked. */
  private get to(): number {
    if (this.knownTo < 0) this.knownTo = this.on.pair.firstFrom(this.stretch, this.on.point.d + 1);
    return this.knownTo;
  }

  strongest(isWanted: IsWanted, below?: Placed): Statement | undefined {
    let statement = this.first === null ? (this.first = this.nextBelow(this.to)) : this.first;
    if (statement !== undefined && below !== undefined && byDates(statement, below) >= 0) {
      statement = this.nextBelow(this.on.pair.placeOf(this.stretch, statement.place, keyOf(below)));
    }
    while (statement !== undefined && !isWanted(statement)) statement = this.nextBelow(statement.place);
    return statement;
  }

  weakest(isWanted: IsWanted, above?: Placed): Statement | undefined {
    const { on, to } = this;
    let place = this.placeAbove(above);
    while ((place = on.pair.nextAbove(place, to, on.limits)) >= 0) {
      const statement = on.at(place);
      if (statement !== undefined && !isSame(statement, above) && isWanted(statement)) return statement;
      place += 1;
    }
    return undefined;
  }

  strongestEnding(isWanted: IsWanted, above?: Placed): Statement | undefined {
    const { on, stretch } = this;
    const { pair } = on;
    // Mostly none has an end, or all begin before the day, in whatever strand: then it need not be looked for.
    if (stretch.endingFrom === stretch.endingTo) return undefined;
    if (above !== undefined && on.lastDayOfEnding < toColumn(above.occurred.lo)) return undefined;
    let ending = pair.lastEnding(stretch, on.point.d);
    if (ending < stretch.endingFrom) return undefined;
    if (above !== undefined && pair.endingBeginsBefore(ending, toColumn(above.occurred.lo))) return undefined;
    const from = this.placeAbove(above);
    for (; ending >= stretch.endingFrom; ending -= 1) {
      const place = pair.placeOfEnding(ending);
      if (place < from) return undefined;
      if (!pair.mayBeVisible(place, on.limits)) continue;
      const statement = on.at(place);
      if (statement !== undefined && !isSame(statement, above) && isWanted(statement)) return statement;
    }
    return undefined;
  }

  /** The strongest statement below a place. */
  private nextBelow(to: number): PackedStatement | undefined {
    const { on } = this;
    const { from } = this.stretch;
    for (let place = on.pair.nextBelow(from, to, on.limits); place >= 0; place = on.pair.nextBelow(from, place, on.limits)) {
      const statement = on.at(place);
      if (statement !== undefined) return statement;
    }
    return undefined;
  }

  /** The first place that is not weaker. */
  private placeAbove(above: Placed | undefined): number {
    return above === undefined ? this.stretch.from : this.on.pair.placeOf(this.stretch, this.to, keyOf(above));
  }
}

/** Whether they are of one report. */
function isSame(statement: Placed, other: Placed | undefined): boolean {
  return statement.firstPosition === other?.firstPosition;
}

function keyOf({ occurred, published, firstPosition }: Placed): PlaceKey {
  return {
    oLo: toColumn(occurred.lo),
    oHi: toColumn(occurred.hi),
    pHi: toColumn(published.hi),
    report: Number(firstPosition),
  };
}
