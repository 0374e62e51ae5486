import type { Grounds, IsWanted, Strand } from '../../rules/grounds.js';
import type { Placed } from '../../rules/order.js';
import type { Statement } from '../../rules/statements.js';
import { isHeard } from '../../rules/voice.js';
import { isCounted } from '../../rules/visibility.js';
import { toColumn } from '../tables/columns.js';
import { STATEMENT } from '../tables/list-kinds.js';
import { rankOfStrand, weightOfStrand } from '../tables/statement-head.js';
import type { Index } from './opened-lists.js';
import { type Held, PackedStatement } from './packed-statement.js';
import { type PairStatements, type PlaceKey, ROW_SHIFT } from './pair-statements.js';
import type { Point } from './point.js';

/** What a stance rests on, read from the list of its pair as far as the rules ask. */
export class PackedGrounds implements Grounds {
  readonly strands: readonly Strand[];

  constructor(
    private readonly index: Index,
    private readonly point: Point,
    private readonly pair: PairStatements,
    private readonly held: Held,
  ) {
    this.strands = pair.strands.map((strand) => new PackedStrand(this, pair, point, strand));
  }

  namedBy(statement: Statement): Statement | undefined {
    const { named } = statement as PackedStatement;
    if (named === 0) return undefined;
    const [found] = this.counted(this.pair.placesNamed(named));
    return found;
  }

  naming(statement: Statement): Statement[] {
    const places = this.pair.placesNaming((statement as PackedStatement).reportNumber);
    return places.length === 0 ? [] : this.counted(places);
  }

  /** The statement at a place, if it is counted at the point. */
  at(place: number): PackedStatement | undefined {
    const { pair, point } = this;
    const { rows } = pair;
    const at = place << ROW_SHIFT;
    // Which version counts for K and R is told there.
    if ((rows[at + STATEMENT.rFrom] as number) > point.r || point.r >= (rows[at + STATEMENT.rTo] as number)) return undefined;
    if ((rows[at + STATEMENT.kFrom] as number) > point.k || point.k > (rows[at + STATEMENT.kTo] as number)) return undefined;
    if (point.leftOut?.has(rows[at + STATEMENT.content] as number) === true) return undefined;
    const statement = new PackedStatement(this.index, point, this.held, pair, place);
    if (!isHeard(statement.rank, rows[at + STATEMENT.by] !== 0, point.at)) return undefined;
    return isCounted(statement.occurred, statement.published, point.at) ? statement : undefined;
  }

  private counted(places: readonly number[]): PackedStatement[] {
    return places.map((place) => this.at(place)).filter((statement) => statement !== undefined);
  }
}

/** A stretch of the list of a pair. */
class PackedStrand implements Strand {
  readonly rank: 0 | 1;
  readonly weight: number;
  private readonly from: number;
  /** What begins after D is not visible: it stands behind this. */
  private readonly to: number;

  constructor(
    private readonly grounds: PackedGrounds,
    private readonly pair: PairStatements,
    private readonly point: Point,
    strand: number,
  ) {
    this.rank = rankOfStrand(strand);
    this.weight = weightOfStrand(strand);
    this.from = pair.startOf(strand);
    this.to = pair.firstFrom(this.from, pair.startOf(strand + 1), point.d + 1);
  }

  strongest(isWanted: IsWanted, below?: Placed): Statement | undefined {
    const { pair, from, grounds } = this;
    const { k, r } = this.point;
    let place = below === undefined ? this.to : pair.placeOf(from, this.to, keyOf(below));
    while ((place = pair.nextBelow(from, place, k, r)) >= 0) {
      const statement = grounds.at(place);
      if (statement !== undefined && isWanted(statement)) return statement;
    }
    return undefined;
  }

  weakest(isWanted: IsWanted, above?: Placed): Statement | undefined {
    const { pair, to, grounds } = this;
    const { k, r } = this.point;
    let place = this.placeAbove(above);
    while ((place = pair.nextAbove(place, to, k, r)) >= 0) {
      const statement = grounds.at(place);
      if (statement !== undefined && !isSame(statement, above) && isWanted(statement)) return statement;
      place += 1;
    }
    return undefined;
  }

  strongestEnding(isWanted: IsWanted, above?: Placed): Statement | undefined {
    const { pair, grounds } = this;
    let place = pair.endingBelow(this.from, this.to);
    // Mostly none has an end, or all begin before the day: then it need not be looked for.
    if (place < 0 || (above !== undefined && pair.beginsBefore(place, toColumn(above.occurred.lo)))) return undefined;
    for (const from = this.placeAbove(above); place >= from; place = pair.endingBelow(from, place)) {
      const statement = grounds.at(place);
      if (statement !== undefined && !isSame(statement, above) && isWanted(statement)) return statement;
    }
    return undefined;
  }

  /** The first place that is not weaker. */
  private placeAbove(above: Placed | undefined): number {
    return above === undefined ? this.from : this.pair.placeOf(this.from, this.to, keyOf(above));
  }
}

/** Whether they are of one report. */
function isSame(statement: Placed, other: Placed | undefined): boolean {
  return statement.firstPosition === other?.firstPosition;
}

function keyOf({ occurred, published, firstPosition }: Placed): PlaceKey {
  return [toColumn(occurred.lo), toColumn(occurred.hi), toColumn(published.hi), Number(firstPosition)];
}
