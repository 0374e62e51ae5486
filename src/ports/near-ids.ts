import type { NamedKind } from '../vocabulary/events/texts.js';

/** Tells which ids look like one that does not exist: what a person may have meant. */
export abstract class NearIds {
  /** @returns up to three ids, nearest first; none where nothing is near, or where looking would take too long */
  abstract like(kind: NamedKind, negotiation: string, id: string): Promise<readonly string[]>;
}
