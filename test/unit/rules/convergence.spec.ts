import { convergence, principalsOf } from '../../../src/rules/convergence.js';
import type { Registry } from '../../../src/rules/scene.js';
import type { Entries } from '../../../src/vocabulary/events/registry-entries.js';

describe('convergence', () => {
  it.each<[Parameters<typeof convergence>[0], ReturnType<typeof convergence>]>([
    [[], 'unknown'],
    [['agreed'], 'agreed-in-principle'],
    [['agreed', 'rejected'], 'agreed-in-principle'],
    [['rejected'], 'rejected'],
    [['rejected', 'rejected'], 'rejected'],
    [['opposed', 'agreed'], 'mixed'],
    [['opposed', 'agreed', 'open', 'rejected'], 'mixed'],
    [['opposed'], 'opposed'],
    [['opposed', 'open'], 'opposed'],
    [['opposed', 'rejected'], 'opposed'],
    [['open'], 'open'],
    [['open', 'agreed'], 'open'],
    [['open', 'rejected'], 'open'],
    [['open', 'agreed', 'rejected'], 'open'],
  ])('of the verdicts %j is %s', (verdicts, expected) => {
    expect(convergence(verdicts)).toBe(expected);
  });
});

describe('the principals of an issue', () => {
  const registry = (issue: string[], negotiation: string[]): Registry => {
    const entry: Entries['issue'] = { title: 'Issue', parent: null, description: null, principals: issue };
    return {
      negotiation: { title: 'Talks', opened: null, description: null, principals: negotiation, staleAfterDays: 30 },
      issue: new Map([['i', entry]]),
      proposition: new Map(),
      plan: new Map(),
      meeting: new Map(),
    };
  };

  it.each([
    ['are its own', ['a'], ['b', 'c'], ['a']],
    ['are those of the negotiation where it names none', [], ['b', 'c'], ['b', 'c']],
    ['are none where neither names any', [], [], []],
  ])('%s', (_, issue, negotiation, expected) => {
    expect(principalsOf(registry(issue, negotiation), 'i')).toEqual(expected);
  });
});
