import { type Count, type Verdict, verdictOf } from '../../../src/rules/verdict.js';

const COMPLETE = { hasConditions: false, isComplete: true };
const INCOMPLETE = { hasConditions: false, isComplete: false };
const CONDITIONAL = { hasConditions: true, isComplete: true };

const CASES: readonly [weights: number[], Omit<Count, 'weights'>, Verdict, conditional: boolean][] = [
  [[1, -2], COMPLETE, 'opposed', false],
  [[2, -1], COMPLETE, 'opposed', false],
  [[3, -3], INCOMPLETE, 'opposed', false],
  [[3, 0, -1], COMPLETE, 'opposed', false],
  [[3, -3], CONDITIONAL, 'opposed', false],
  // Not three apart.
  [[1, -1], COMPLETE, 'open', false],
  // Three apart, but nobody against, or nobody for.
  [[3, 0], COMPLETE, 'open', false],
  [[0, -3], COMPLETE, 'open', false],
  [[2, 2], COMPLETE, 'agreed', false],
  [[3, 2], COMPLETE, 'agreed', false],
  [[2, 1], COMPLETE, 'open', false],
  [[2, 3], INCOMPLETE, 'open', false],
  [[2, 2], CONDITIONAL, 'open', true],
  // Conditions are not all that keeps it from agreed.
  [[2, 1], CONDITIONAL, 'open', false],
  [[2, 2], { hasConditions: true, isComplete: false }, 'open', false],
  [[-1, -1], COMPLETE, 'rejected', false],
  [[-3, -1], COMPLETE, 'rejected', false],
  [[-1, -2], CONDITIONAL, 'rejected', false],
  [[-1, 0], COMPLETE, 'open', false],
  [[-2, -3], INCOMPLETE, 'open', false],
  [[0, 0], COMPLETE, 'open', false],
];

describe('the verdict', () => {
  it.each(CASES)('on the weights %j, %j, is %s; conditional: %s', (weights, rest, verdict, conditional) => {
    expect(verdictOf({ weights, ...rest })).toEqual({ verdict, conditional });
  });
});
