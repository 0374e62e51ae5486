import { limits } from '../../http/limits.js';
import type { NearIds } from '../../ports/near-ids.js';
import type { NamedKind } from '../../vocabulary/events/texts.js';

/** Near ids within one request: each id is looked for once, and only a few are, for a fault must not cost more than an answer. */
export class FewLookUps implements NearIds {
  private readonly found = new Map<string, Promise<readonly string[]>>();

  constructor(private readonly near: NearIds) {}

  async like(kind: NamedKind, negotiation: string, id: string): Promise<readonly string[]> {
    const key = `${kind} ${id}`;
    const before = this.found.get(key);
    if (before) return before;
    if (this.found.size >= limits.nearIdLookups) return [];
    const looking = this.near.like(kind, negotiation, id);
    this.found.set(key, looking);
    return looking;
  }
}
