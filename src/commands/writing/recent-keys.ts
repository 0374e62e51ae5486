/** A set of so many keys at the most: the older half is forgotten at once when it is full. */
export class RecentKeys {
  private older = new Set<string>();
  private newer = new Set<string>();

  constructor(private readonly most: number) {}

  has(key: string): boolean {
    return this.newer.has(key) || this.older.has(key);
  }

  add(key: string): void {
    this.newer.add(key);
    if (this.newer.size < this.most / 2) return;
    [this.older, this.newer] = [this.newer, new Set()];
  }
}
