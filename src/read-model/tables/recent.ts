import { LRUCache } from 'lru-cache';

/** Keeps what was asked for lately, up to so many entries: its memory grows as it fills, for most files are small. */
export function recent<K extends string | number, V extends object | number | string>(entries: number): LRUCache<K, V> {
  return new LRUCache<K, V>({ maxSize: entries, sizeCalculation: () => 1 });
}
