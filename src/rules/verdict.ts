export type Verdict = 'opposed' | 'agreed' | 'rejected' | 'open';

/** What is counted on a target. */
export interface Count {
  readonly weights: readonly number[];
  /** Whether any of the counted stances has conditions. */
  readonly hasConditions: boolean;
  /** Whether there are principals, and each of them is counted. */
  readonly isComplete: boolean;
}

/**
 * How those who are counted stand to each other on one proposition. Without principals, or where one of them is not counted, nothing
 * is agreed or rejected. Design 4, "Convergence".
 * @returns `conditional` where conditions alone keep it from `agreed`
 */
export function verdictOf({ weights, hasConditions, isComplete }: Count): { verdict: Verdict; conditional: boolean } {
  const largest = Math.max(...weights);
  const smallest = Math.min(...weights);
  if (largest >= 1 && smallest <= -1 && largest - smallest >= 3) return { verdict: 'opposed', conditional: false };
  if (isComplete && smallest >= 2)
    return hasConditions ? { verdict: 'open', conditional: true } : { verdict: 'agreed', conditional: false };
  if (isComplete && largest <= -1) return { verdict: 'rejected', conditional: false };
  return { verdict: 'open', conditional: false };
}
