/** The value below which a share of all values lies. @param share 0 to 1 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const place = Math.min(sorted.length - 1, Math.floor(share * sorted.length));
  return sorted[place] ?? NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
