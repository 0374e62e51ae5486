const TITLE = 'State of the largest issue, in process';

/**
 * How long the state of the largest issue took with another version, in milliseconds (p50).
 * @param printed what the benchmark of that version printed
 * @param reports the size of the log, as it is printed
 * @param mix the name of the mix of (D, K, R)
 * @returns undefined where it was not measured there
 */
export function earlierState(printed: string, reports: string, mix: string): number | undefined {
  const [, table = ''] = printed.split(TITLE);
  for (const line of table.split('\n')) {
    const [, ofSize, ofMix, p50] = line.split('|').map((cell) => cell.trim());
    if (ofSize === reports && ofMix === mix) return Number(p50?.replaceAll(',', ''));
  }
  return undefined;
}
