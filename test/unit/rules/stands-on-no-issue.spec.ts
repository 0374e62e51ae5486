import { standsOnNoIssue } from '../../../src/rules/stands-on-no-issue.js';
import { position } from '../../support/histories-by-hand.js';
import { REGISTRY } from './scene-of.js';
import { told } from './seen.js';

const about = (subject: { issue: string } | { plan: string } | { proposition: string } | null) =>
  told((story) => story.assessment('r', { blocker: true, about: subject }));

it.each([
  ['that is about nothing', true, about(null)],
  ['about a plan', true, about({ plan: 'one' })],
  ['about an issue', false, about({ issue: 'i' })],
  ['about a proposition of an issue', false, about({ proposition: 'p' })],
  ['about a proposition that is not registered', true, about({ proposition: 'unknown' })],
  ['that states a position on a plan', true, position('r', 'a', 'rejects', { plan: 'one' })],
  ['that lists an issue', false, position('r', 'a', 'rejects', { plan: 'one', issues: ['i'] })],
])('a report %s; stands on no issue: %s', (_, stands, content) => {
  expect(standsOnNoIssue(content, REGISTRY)).toBe(stands);
});
