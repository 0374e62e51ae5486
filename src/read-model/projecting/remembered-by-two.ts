/**
 * What was read or given lately, by two keys, such as a negotiation and an id: where it becomes too much, all is forgotten and read again as
 * it comes. It costs next to nothing to ask, for each event asks a dozen times.
 */
export class RememberedByTwo<A, B, V> {
  private readonly values = new Map<A, Map<B, V>>();
  private count = 0;
  /** What is asked for in a row mostly has the first key alike. */
  private last: { readonly first: A; readonly values: Map<B, V> } | undefined;

  /** @param most left out: it is for who asks to clear it */
  constructor(private readonly most = Infinity) {}

  get size(): number {
    return this.count;
  }

  get(first: A, second: B): V | undefined {
    return this.valuesOf(first).get(second);
  }

  set(first: A, second: B, value: V): void {
    if (this.count >= this.most) this.clear();
    const values = this.valuesOf(first);
    if (!values.has(second)) this.count += 1;
    values.set(second, value);
  }

  delete(first: A, second: B): void {
    if (this.valuesOf(first).delete(second)) this.count -= 1;
  }

  clear(): void {
    this.values.clear();
    this.last = undefined;
    this.count = 0;
  }

  private valuesOf(first: A): Map<B, V> {
    if (this.last?.first === first) return this.last.values;
    let values = this.values.get(first);
    if (values === undefined) this.values.set(first, (values = new Map<B, V>()));
    this.last = { first, values };
    return values;
  }
}
