import type { Grounds } from '../../rules/grounds.js';
import type { Target } from '../../rules/statements.js';
import { compare } from '../../vocabulary/compare.js';
import type { Index } from './opened-lists.js';
import { PackedGrounds } from './packed-grounds.js';
import type { Point } from './point.js';

/** Gives what stances rest on. */
export class GroundsReader {
  constructor(
    private readonly index: Index,
    private readonly negotiation: string,
    private readonly point: Point,
  ) {}

  /** Of every party on some targets, or of one party; by target as given, then by party. */
  on(kind: Target['kind'], ids: readonly string[], party?: string): Grounds[] {
    return ids.flatMap((id) => [...this.onTarget({ kind, id }, party)]);
  }

  /** Of each party on one target, by party; read as it is asked for. */
  *onTarget(target: Target, party?: string): Generator<Grounds> {
    for (const one of this.partiesOn(target, party)) yield this.of(one, target);
  }

  /** The parties that ever said something on a target, in order. */
  partiesOn({ kind, id }: Target, party?: string): { readonly party: string; readonly list: number }[] {
    const { names, file } = this.index;
    const target = names.numberOf(kind, this.negotiation, id);
    if (target === undefined) return [];
    const only = party === undefined ? undefined : (names.numberOf('party', this.negotiation, party) ?? -1);
    return file
      .all<{ second: number; list: number }>('SELECT second, list FROM pair WHERE first = ?', target)
      .filter(({ second }) => only === undefined || second === only)
      .map(({ second, list }) => ({ party: names.idOf(second), list }))
      .sort((a, b) => compare(a.party, b.party));
  }

  private of({ party, list }: { readonly party: string; readonly list: number }, target: Target): Grounds {
    return new PackedGrounds(this.index, this.point, this.index.pairs.pair(list, this.point.r), { party, target });
  }
}
