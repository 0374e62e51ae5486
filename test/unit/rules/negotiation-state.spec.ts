import { negotiationBlockers, unassignedState } from '../../../src/rules/negotiation-state.js';
import { position, type Told } from '../../support/histories-by-hand.js';
import { sceneOf } from './scene-of.js';
import { seen, told } from './seen.js';

const blocking = (id: string, about: { issue: string } | { plan: string } | null) =>
  seen(told((story) => story.assessment(id, { blocker: true, about })));

describe('what stands on no issue', () => {
  it('are the stances on plans', () => {
    const { stances } = unassignedState(sceneOf(seen(position('1', 'a', 'demands')), seen(position('2', 'a', 'rejects', { plan: 'one' }))));
    expect(stances).toMatchObject([{ party: 'a', target: { plan: 'one', title: 'Plan one' }, modality: 'rejects' }]);
  });

  const announced = (id: string, rest: Told = {}) =>
    seen(told((story) => story.meeting('MeetingAnnounced', id, { scheduledFor: '2026-02-01' }, rest)));

  it('are the meetings that no report ties to an issue', () => {
    expect(unassignedState(sceneOf(announced('1'))).meetings).toMatchObject([{ id: 'm', title: 'Meeting', status: 'announced' }]);
    expect(unassignedState(sceneOf(announced('1'), announced('2', { issues: ['i'] }))).meetings).toEqual([]);
  });

  it('are the plans that no report ties to an issue, with all their points', () => {
    const points = [{ number: 1, text: 'of nothing', propositions: [] }];
    const tabling = seen(told((story) => story.plan('t', { plan: 'one', points })));
    expect(unassignedState(sceneOf(tabling)).plans).toMatchObject([{ id: 'one', title: 'Plan one', points }]);
    const tying = seen(position('p', 'a', 'rejects', { plan: 'one', issues: ['i'] }));
    expect(unassignedState(sceneOf(tabling, tying)).plans).toEqual([]);
  });
});

describe('the blockers of the negotiation', () => {
  it('are those of reports that name no issue', () => {
    const scene = sceneOf(blocking('none', null), blocking('plan', { plan: 'one' }), blocking('issue', { issue: 'i' }));
    expect(negotiationBlockers(scene)).toMatchObject([{ report: 'none' }, { report: 'plan' }]);
    expect(unassignedState(scene).blockers).toEqual(negotiationBlockers(scene));
  });

  it('are closed by a report of any issue', () => {
    const resolving = seen(told((story) => story.assessment('r', { resolves: 'none', about: { issue: 'i' } })));
    expect(negotiationBlockers(sceneOf(blocking('none', null), resolving))).toEqual([]);
  });
});
