/**
 * What was read or given lately, by key: where it becomes too much, all is forgotten and read again as it comes. Other than `recent` it
 * costs next to nothing to ask: it is for what each event asks a dozen times.
 */
export class Remembered<K, V> {
  private readonly values = new Map<K, V>();

  constructor(private readonly most: number) {}

  get(key: K): V | undefined {
    return this.values.get(key);
  }

  set(key: K, value: V): void {
    if (this.values.size >= this.most) this.values.clear();
    this.values.set(key, value);
  }

  delete(key: K): void {
    this.values.delete(key);
  }

  clear(): void {
    this.values.clear();
  }
}
