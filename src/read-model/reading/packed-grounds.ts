import type { Grounds, Strand } from '../../rules/grounds.js';
import type { Placed } from '../../rules/order.js';
import type { Statement } from '../../rules/statements.js';
import { isHeard } from '../../rules/voice.js';
import { isCounted } from '../../rules/visibility.js';
import { OPEN_END, toColumn } from '../tables/columns.js';
import { STATEMENT } from '../tables/list-kinds.js';
import { rankOfStrand, STRANDS, weightOfStrand } from '../tables/statement-head.js';
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
    const strands: Strand[] = [];
    for (let strand = STRANDS - 1; strand >= 0; strand -= 1) {
      if (pair.startOf(strand) < pair.startOf(strand + 1)) strands.push(new PackedStrand(this, pair, point, strand));
    }
    this.strands = strands;
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
    this.to = pair.placeOf(this.from, pair.startOf(strand + 1), [point.d + 1, -OPEN_END, -OPEN_END, 0]);
  }

  *strongestFirst(below?: Placed): Generator<Statement> {
    const { pair, from, grounds } = this;
    const { k, r } = this.point;
    let place = below === undefined ? this.to : pair.placeOf(from, this.to, keyOf(below));
    while ((place = pair.nextBelow(from, place, k, r)) >= 0) {
      const statement = grounds.at(place);
      if (statement !== undefined) yield statement;
    }
  }

  *weakestFirst(above?: Placed): Generator<Statement> {
    const { pair, to, grounds } = this;
    const { k, r } = this.point;
    let place = above === undefined ? this.from : pair.placeOf(this.from, to, keyOf(above));
    while ((place = pair.nextAbove(place, to, k, r)) >= 0) {
      const statement = grounds.at(place);
      if (statement !== undefined && statement.firstPosition !== above?.firstPosition) yield statement;
      place += 1;
    }
  }

  *endingStrongestFirst(): Generator<Statement> {
    for (const place of this.pair.endingBelow(this.from, this.to)) {
      const statement = this.grounds.at(place);
      if (statement !== undefined) yield statement;
    }
  }
}

function keyOf({ occurred, published, firstPosition }: Placed): PlaceKey {
  return [toColumn(occurred.lo), toColumn(occurred.hi), toColumn(published.hi), Number(firstPosition)];
}
