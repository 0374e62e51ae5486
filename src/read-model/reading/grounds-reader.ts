import type { Grounds } from '../../rules/grounds.js';
import type { Target } from '../../rules/statements.js';
import { compare } from '../../vocabulary/compare.js';
import { select, whereKey } from '../tables/row-sql.js';
import type { Paired } from './kept-pairs.js';
import type { Index } from './opened-lists.js';
import { PackedGrounds } from './packed-grounds.js';
import type { Point } from './point.js';

const LIST_OF = select('pair', ['list'], whereKey('pair'));

/** A party that ever said something on a target, and the list of what it said. */
interface PartyOnTarget {
  readonly party: string;
  readonly list: number;
}

/** Pairs that are kept, by party: as long as they are. */
const inOrder = new WeakMap<readonly Paired[], readonly PartyOnTarget[]>();

/** Gives what stances rest on. */
export class GroundsReader {
  constructor(
    private readonly index: Index,
    private readonly negotiation: string,
    private readonly point: Point,
  ) {}

  /** Of every party on some targets, or of some parties; by target as given, then by party. */
  on(kind: Target['kind'], ids: readonly string[], parties?: readonly string[]): Grounds[] {
    const found: Grounds[] = [];
    for (const id of ids) {
      const target = { kind, id };
      for (const one of this.partiesOn(target, parties)) found.push(this.of(one, target));
    }
    return found;
  }

  /** Of each party on one target, by party; read as it is asked for. */
  *onTarget(target: Target, parties?: readonly string[]): Generator<Grounds> {
    for (const one of this.partiesOn(target, parties)) yield this.of(one, target);
  }

  /** Of one party on one target; undefined where it never said anything on it. */
  ofParty(party: string, target: Target): Grounds | undefined {
    const { names, file } = this.index;
    const first = names.numberOf(target.kind, this.negotiation, target.id);
    const second = names.numberOf('party', this.negotiation, party);
    if (first === undefined || second === undefined) return undefined;
    const pair = file.get(LIST_OF, first, second);
    return pair && this.of({ party, list: pair.list }, target);
  }

  /** The contents that ever said how one of some parties, or any, stands on a target; in no order, some more than once. */
  *contentsOn(target: Target, parties?: readonly string[]): Generator<number> {
    for (const { list } of this.partiesOn(target, parties)) {
      const { rows } = this.index.pairs.pair(list, this.point.r);
      for (let place = 0; place < rows.count; place += 1) yield rows.content(place);
    }
  }

  /** The parties that ever said something on a target, in order. */
  partiesOn({ kind, id }: Target, parties?: readonly string[]): readonly PartyOnTarget[] {
    const { names, pairs } = this.index;
    const target = names.numberOf(kind, this.negotiation, id);
    if (target === undefined) return [];
    const all = this.inOrder(pairs.of(target, this.point.r));
    return parties === undefined ? all : all.filter(({ party }) => parties.includes(party));
  }

  private inOrder(pairs: readonly Paired[]): readonly PartyOnTarget[] {
    let known = inOrder.get(pairs);
    if (known === undefined) {
      const { names } = this.index;
      known = pairs.map(({ second, list }) => ({ party: names.idOf(second), list })).sort((a, b) => compare(a.party, b.party));
      inOrder.set(pairs, known);
    }
    return known;
  }

  /** Of a party on a target, by the list of what it said. */
  of({ party, list }: PartyOnTarget, target: Target): Grounds {
    return new PackedGrounds(this.index, this.point, this.index.pairs.pair(list, this.point.r), { party, target });
  }
}
