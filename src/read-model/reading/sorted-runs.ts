import type { QuestionTurns } from './question-turns.js';

/** So many are sorted in one piece: some 2 ms. */
const RUN = 2_000;

/**
 * Many things in order, others having their turn while they are sorted: short runs are, and are merged as the first ones are asked for.
 * @throws QuestionDropped, QuestionTooDear
 */
export async function sortedInRuns<T>(things: readonly T[], order: (a: T, b: T) => number, turns: QuestionTurns): Promise<Iterable<T>> {
  const runs: T[][] = [];
  for (let from = 0; from < things.length; from += RUN) {
    runs.push(things.slice(from, from + RUN).sort(order));
    await turns.worked();
  }
  return runs.length === 1 ? (runs[0] as T[]) : merged(runs, order);
}

function* merged<T>(runs: readonly (readonly T[])[], order: (a: T, b: T) => number): Generator<T> {
  const next = runs.map(() => 0);
  const firstOf = (run: number): T | undefined => runs[run]?.[next[run] as number];
  for (;;) {
    let least = -1;
    for (let run = 0; run < runs.length; run += 1) {
      const first = firstOf(run);
      if (first !== undefined && (least < 0 || order(first, firstOf(least) as T) < 0)) least = run;
    }
    if (least < 0) return;
    yield firstOf(least) as T;
    next[least] = (next[least] as number) + 1;
  }
}
