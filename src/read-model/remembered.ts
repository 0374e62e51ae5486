/** So many are kept; then all are forgotten and read again as they come. */
const KEPT = 50_000;

/** What was read once, by key, as long as it is not too much. */
export class Remembered<T> {
  private readonly values = new Map<string, T>();

  /** @param read gives what is not remembered */
  get(key: string, read: () => T): T {
    const known = this.values.get(key);
    if (known !== undefined || this.values.has(key)) return known as T;
    const value = read();
    this.set(key, value);
    return value;
  }

  /** What is remembered; undefined where nothing is. */
  peek(key: string): T | undefined {
    return this.values.get(key);
  }

  has(key: string): boolean {
    return this.values.has(key);
  }

  set(key: string, value: T): void {
    if (this.values.size >= KEPT) this.values.clear();
    this.values.set(key, value);
  }

  delete(key: string): void {
    this.values.delete(key);
  }

  clear(): void {
    this.values.clear();
  }
}
