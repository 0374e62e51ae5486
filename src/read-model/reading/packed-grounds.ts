import type { Grounds, Strand } from '../../rules/grounds.js';
import type { Statement } from '../../rules/statements.js';
import { isHeard } from '../../rules/voice.js';
import { isCounted } from '../../rules/visibility.js';
import type { Index } from './opened-lists.js';
import { type Held, type HeldAt, PackedStatement } from './packed-statement.js';
import { PackedStrand, type StrandsAt } from './packed-strand.js';
import type { Limits, PairStatements } from './pair-statements.js';
import type { Point } from './point.js';

/** What a stance rests on, read from the list of its pair as far as the rules ask. */
export class PackedGrounds implements Grounds, HeldAt, StrandsAt {
  readonly strands: readonly Strand[];
  readonly limits: Limits;
  private knownLastDayOfEnding: number | undefined;

  constructor(
    readonly index: Index,
    readonly point: Point,
    readonly pair: PairStatements,
    readonly held: Held,
  ) {
    this.limits = pair.limitsAt(point);
    this.strands = pair.strands.map((strand) => new PackedStrand(this, strand));
  }

  get lastDayOfEnding(): number {
    return (this.knownLastDayOfEnding ??= this.pair.lastDayOfEnding(this.point.d));
  }

  namedBy(statement: Statement): Statement | undefined {
    const { named } = statement as PackedStatement;
    if (named === 0) return undefined;
    const [found] = this.counted(this.pair.placesNamed(named));
    return found;
  }

  naming(statement: Statement): Statement[] {
    const { isNamed, reportNumber } = statement as PackedStatement;
    return isNamed ? this.counted(this.pair.placesNaming(reportNumber)) : [];
  }

  /** The statement at a place, if it is counted at the point. */
  at(place: number): PackedStatement | undefined {
    const { point } = this;
    const { rows } = this.pair;
    // Which version counts for K and R is told there.
    if (!rows.countsAt(place, point.k, point.r)) return undefined;
    if (point.leftOut?.has(rows.content(place)) === true) return undefined;
    const statement = new PackedStatement(this, place);
    // Mostly all voices are asked for: then who is named is not looked at.
    if (point.at.voices !== undefined && !isHeard(statement.rank, rows.by(place) !== 0, point.at)) return undefined;
    return isCounted(statement.occurred, statement.published, point.at) ? statement : undefined;
  }

  private counted(places: readonly number[]): PackedStatement[] {
    return places.map((place) => this.at(place)).filter((statement) => statement !== undefined);
  }
}
