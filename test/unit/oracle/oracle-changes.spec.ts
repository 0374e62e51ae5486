import { foldChanges } from '../../oracle/fold-changes.js';
import { on, Story } from '../../support/histories-by-hand.js';

const changes = (story: Story, from: ReturnType<typeof on> | null, to = on('2026-01-31')) =>
  foldChanges(story.log, 'n', from, to).map(({ issue, path, inOneEvidence }) => [issue, path, inOneEvidence]);

it('from the empty state everything that is there has come', () => {
  const story = new Story({ principals: ['a', 'b'] });
  story.position('for', 'a', 'demands');
  story.position('against', 'b', 'rejects');
  story.agreement('signed', ['c'], ['q']);
  story.plan('tabled', { plan: 'one' });
  story.meeting('MeetingHeld', 'held', {}, { issues: ['i'] });
  story.assessment('stuck', { blocker: true });
  story.position('on-plan', 'a', 'accepts', { plan: 'one' });
  expect(changes(story, null)).toEqual([
    [null, 'blockers/stuck', ['stuck']],
    [null, 'plans/one', ['on-plan', 'tabled']],
    [null, 'stances/a/plan:one', ['on-plan']],
    ['i', 'agreements/signed', ['signed']],
    ['i', 'blockers/p', ['against', 'for']],
    ['i', 'convergence', ['against', 'for']],
    ['i', 'meetings/m', ['held']],
    ['i', 'stances/a/proposition:p', ['for']],
    ['i', 'stances/b/proposition:p', ['against']],
    ['i', 'stances/c/proposition:q', ['signed']],
  ]);
});

it('a verdict has changed by the one report that moved it', () => {
  const story = new Story({ principals: ['a', 'b'] });
  story.position('for', 'a', 'demands', { occurred: '2026-01-01' });
  story.position('against', 'b', 'rejects', { occurred: '2026-01-01' });
  story.position('softer', 'b', 'accepts', { occurred: '2026-01-03' });
  expect(changes(story, on('2026-01-02'))).toEqual([
    ['i', 'blockers/p', ['against', 'for']],
    ['i', 'convergence', ['against', 'softer']],
    ['i', 'stances/b/proposition:p', ['softer']],
  ]);
});

it('an issue that grows stale has changed, a blocker that grows older has not', () => {
  const story = new Story({ staleAfterDays: 10 });
  story.assessment('stuck', { blocker: true, about: { issue: 'i' } });
  expect(foldChanges(story.log, 'n', on('2026-01-06'), on('2026-01-16'))).toMatchObject([
    { issue: 'i', path: 'stale', before: false, after: true, inOneEvidence: [] },
  ]);
});

it('a blocker that is told of another time has changed', () => {
  const story = new Story();
  const before = story.assessment('stuck', { blocker: true, about: { issue: 'i' } });
  story.source('early', '2026-01-03', 'changed');
  expect(changes(story, on('2026-01-31', { recordedBy: before.position }))).toEqual([['i', 'blockers/stuck', []]]);
});

it('of one issue only its own changes are told', () => {
  const story = new Story();
  story.define('issue', 'j', { title: 'Other', parent: 'i', description: null, principals: [] });
  story.assessment('here', { blocker: true, about: { issue: 'i' } });
  story.assessment('there', { blocker: true, about: { issue: 'j' } });
  expect(foldChanges(story.log, 'n', null, on('2026-01-05'), 'j').map(({ path }) => path)).toEqual(['blockers/there']);
});
