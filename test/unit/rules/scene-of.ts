import type { Registry, Scene, VisibleReport } from '../../../src/rules/scene.js';
import { on } from '../../support/histories-by-hand.js';

const issue = (title: string, principals: string[] = [], parent: string | null = null) => ({
  title,
  parent,
  description: null,
  principals,
});

/** The issues `i` and its child `j`, the propositions `p` and `q` of `i` and `x` of `j`, the plan `one`, the meeting `m`. */
export const REGISTRY: Registry = {
  negotiation: { title: 'Talks', opened: null, description: null, principals: [], staleAfterDays: 30 },
  issue: new Map([
    ['i', issue('Issue')],
    ['j', issue('Child', ['a', 'b'], 'i')],
  ]),
  proposition: new Map([
    ['p', { issue: 'i', text: 'text of p' }],
    ['q', { issue: 'i', text: 'text of q' }],
    ['x', { issue: 'j', text: 'text of x' }],
  ]),
  plan: new Map([['one', { title: 'Plan one', aliases: [] }]]),
  meeting: new Map([['m', { title: 'Meeting', aliases: [] }]]),
};

/** What is visible at the end of 31 January 2026. */
export function sceneOf(...reports: VisibleReport[]): Scene {
  return { at: on('2026-01-31'), registry: REGISTRY, reports };
}
