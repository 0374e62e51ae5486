/**
 * The first place of a stretch at which something holds, found by halving: wherever it holds, it holds at every place behind.
 * @returns `to` where it holds nowhere
 */
export function firstWhere(from: number, to: number, holds: (place: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The same for numbers in order: the first row whose first number is not below a value.
 * It has a loop of its own, for what is asked for each report of an answer has no time for calls.
 * @param width the numbers of a row @returns `to` where all are below
 */
export function firstNotBelow(numbers: Int32Array, value: number, from = 0, to = numbers.length, width = 1): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle * width] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
