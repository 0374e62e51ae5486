/**
 * What was read or given lately, by negotiation and id: where it becomes too much, all is forgotten and read again as it comes. It costs
 * next to nothing to ask, for each event asks a dozen times.
 */
export class RememberedById<V> {
  private readonly negotiations = new Map<string, Map<string, V>>();
  private count = 0;
  /** Events of one negotiation mostly follow each other. */
  private last: { readonly negotiation: string; readonly ids: Map<string, V> } | undefined;

  constructor(private readonly most: number) {}

  get(negotiation: string, id: string): V | undefined {
    return this.idsOf(negotiation).get(id);
  }

  set(negotiation: string, id: string, value: V): void {
    if (this.count >= this.most) this.clear();
    this.idsOf(negotiation).set(id, value);
    this.count += 1;
  }

  delete(negotiation: string, id: string): void {
    this.idsOf(negotiation).delete(id);
  }

  clear(): void {
    this.negotiations.clear();
    this.last = undefined;
    this.count = 0;
  }

  private idsOf(negotiation: string): Map<string, V> {
    if (this.last?.negotiation === negotiation) return this.last.ids;
    let ids = this.negotiations.get(negotiation);
    if (ids === undefined) this.negotiations.set(negotiation, (ids = new Map<string, V>()));
    this.last = { negotiation, ids };
    return ids;
  }
}
