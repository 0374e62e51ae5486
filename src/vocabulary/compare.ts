/**
 * The order of two numbers, positions or texts: below 0, 0 or above 0.
 * Positions are bigint and open ends infinite: subtracting would throw or give NaN.
 */
export function compare<T extends number | bigint | string>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
