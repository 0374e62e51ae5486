import type { NameKind } from '../tables/names.js';
import type { Index } from './opened-lists.js';

const FIRSTS = 'SELECT DISTINCT first FROM pair WHERE second IN (SELECT value FROM json_each(?))';

/** The ids of a kind that ever had a list together with one of some others. @param seconds the numbers of the names of those others */
export function idsPairedWith({ file, names }: Index, kind: NameKind, seconds: readonly number[]): string[] {
  if (seconds.length === 0) return [];
  const rows = file.all<{ first: number }>(FIRSTS, JSON.stringify(seconds));
  return rows.flatMap(({ first }) => (names.kindOf(first) === kind ? [names.idOf(first)] : []));
}
