import { type Convergence, convergence } from '../../../src/rules/convergence.js';
import type { Verdict } from '../../../src/rules/verdict.js';

describe('convergence', () => {
  it.each<[Verdict[], propositions: number, Convergence]>([
    [[], 0, 'unknown'],
    [[], 1, 'one-sided'],
    [[], 3, 'one-sided'],
    [['agreed'], 1, 'agreed-in-principle'],
    [['agreed', 'rejected'], 2, 'agreed-in-principle'],
    // What only one side speaks of is not agreed.
    [['agreed'], 2, 'open'],
    [['agreed', 'rejected'], 3, 'open'],
    [['rejected'], 1, 'rejected'],
    [['rejected', 'rejected'], 2, 'rejected'],
    [['rejected'], 2, 'rejected'],
    [['opposed', 'agreed'], 2, 'mixed'],
    [['opposed', 'agreed'], 3, 'mixed'],
    [['opposed', 'agreed', 'open', 'rejected'], 4, 'mixed'],
    [['opposed'], 1, 'opposed'],
    [['opposed'], 2, 'opposed'],
    [['opposed', 'open'], 2, 'opposed'],
    [['opposed', 'rejected'], 2, 'opposed'],
    [['open'], 1, 'open'],
    [['open', 'agreed'], 2, 'open'],
    [['open', 'rejected'], 2, 'open'],
    [['open', 'agreed', 'rejected'], 3, 'open'],
  ])('of the verdicts %j, with %d propositions of which anybody speaks, is %s', (verdicts, propositions, expected) => {
    expect(convergence(verdicts, propositions)).toBe(expected);
  });
});
