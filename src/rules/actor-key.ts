import type { Actor } from '../vocabulary/actor.js';
import { withoutRepeats } from './order.js';

/** What tells an actor from all others: an id, or a name and a party. */
export function actorKey(actor: Actor): string {
  return JSON.stringify(typeof actor === 'string' ? actor : [actor.name, actor.party]);
}

/** What tells some actors from others, in whatever order, and however often, they are named. */
export function actorsKey(actors: readonly Actor[]): string {
  return JSON.stringify(withoutRepeats(actors.map(actorKey)).sort());
}
