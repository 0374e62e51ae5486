import { principalsOf } from '../../../src/rules/principals.js';
import type { Registry } from '../../../src/rules/scene.js';
import type { Entries } from '../../../src/vocabulary/events/registry-entries.js';
import { REGISTRY } from './scene-of.js';

describe('the principals of an issue', () => {
  const registry = (issue: string[], negotiation: string[]): Registry => {
    const entry: Entries['issue'] = { title: 'Issue', parent: null, description: null, principals: issue };
    return { ...REGISTRY, negotiation: { ...REGISTRY.negotiation, principals: negotiation }, issue: new Map([['i', entry]]) };
  };

  it.each([
    ['are its own', ['a'], ['b', 'c'], ['a']],
    ['are those of the negotiation where it names none', [], ['b', 'c'], ['b', 'c']],
    ['are none where neither names any', [], [], []],
  ])('%s', (_, issue, negotiation, expected) => {
    expect(principalsOf(registry(issue, negotiation), 'i')).toEqual(expected);
  });
});
