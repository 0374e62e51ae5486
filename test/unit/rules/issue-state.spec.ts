import { issueState, reportsOfIssue } from '../../../bench/refold/issue-from-reports.js';
import { position } from '../../support/histories-by-hand.js';
import { sceneOf } from './scene-of.js';
import { seen, told } from './seen.js';

const stated = (id: string, party: string, modality: 'demands' | 'rejects', proposition: string) =>
  seen(position(id, party, modality, { proposition }));

describe('the state of an issue', () => {
  it('is undefined where the issue is not registered', () => {
    expect(issueState(sceneOf(), 'unknown')).toBeUndefined();
  });

  it('is empty where no report is visible', () => {
    expect(issueState(sceneOf(), 'i')).toEqual({
      id: 'i',
      title: 'Issue',
      parent: null,
      convergence: 'unknown',
      coverage: { targets: 0, propositions: 0, heard: [], silent: [] },
      targets: [],
      stances: [],
      agreements: [],
      meetings: [],
      plans: [],
      assessments: [],
      blockers: [],
      lastEvidence: null,
      stale: false,
    });
  });

  it('has its targets by their verdict, with their text, and the opposed ones as blockers', () => {
    const state = issueState(
      sceneOf(stated('1', 'a', 'demands', 'p'), stated('2', 'b', 'rejects', 'p'), stated('3', 'a', 'demands', 'q')),
      'i',
    );
    expect(state).toMatchObject({ convergence: 'opposed', targets: [{ proposition: 'p', text: 'text of p', verdict: 'opposed' }] });
    expect(state?.blockers).toMatchObject([{ kind: 'opposed-target', proposition: 'p', summary: 'text of p' }]);
    expect(state?.stances.map(({ party, target }) => [target, party])).toMatchObject([
      [{ proposition: 'p' }, 'a'],
      [{ proposition: 'p' }, 'b'],
      [{ proposition: 'q' }, 'a'],
    ]);
  });

  it('leaves out stances on its children and on plans', () => {
    const onPlan = seen(position('2', 'a', 'rejects', { plan: 'one', issues: ['i'] }));
    expect(issueState(sceneOf(stated('1', 'a', 'demands', 'x'), onPlan), 'i')?.stances).toEqual([]);
  });

  it('leaves out the stances of a report that merely lists it, on another issue', () => {
    const listing = seen(position('1', 'a', 'demands', { proposition: 'x', issues: ['i'] }));
    expect(issueState(sceneOf(listing), 'i')).toMatchObject({ stances: [], lastEvidence: { report: '1' } });
  });

  it('counts its own principals, where it names some', () => {
    const state = issueState(
      sceneOf(stated('1', 'a', 'demands', 'x'), stated('2', 'b', 'demands', 'x'), stated('3', 'c', 'rejects', 'x')),
      'j',
    );
    expect(state).toMatchObject({ parent: 'i', convergence: 'agreed-in-principle', blockers: [] });
  });

  it('lists agreements and assessments, the strongest first', () => {
    const reports = ['2026-01-02', '2026-01-04', '2026-01-03'].flatMap((occurred) => [
      seen(
        told((story) => story.agreement(`signed-${occurred}`, ['a'], ['p'])),
        { occurred },
      ),
      seen(
        told((story) => story.assessment(`assessed-${occurred}`, { about: { issue: 'i' } }, { by: ['b'] })),
        { occurred, possible: true },
      ),
    ]);
    const state = issueState(sceneOf(...reports), 'i');
    expect(state?.agreements.map(({ report }) => report)).toEqual(['signed-2026-01-04', 'signed-2026-01-03', 'signed-2026-01-02']);
    expect(state?.agreements[0]).toMatchObject({
      document: { title: 'Memorandum' },
      signatories: [{ party: 'a' }],
      propositions: ['p'],
      conditions: [],
      certainty: 'certain',
    });
    expect(state?.assessments.map(({ report }) => report)).toEqual(['assessed-2026-01-04', 'assessed-2026-01-03', 'assessed-2026-01-02']);
    expect(state?.assessments[0]).toMatchObject({ by: ['b'], about: { issue: 'i' }, measure: null, certainty: 'possible' });
  });

  it('lists the meetings and plans that its reports name, by what all reports say of them', () => {
    const announcing = seen(
      told((story) => story.meeting('MeetingAnnounced', 'announced', { scheduledFor: '2026-02-01' }, { issues: ['i'] })),
      { occurred: '2026-01-02' },
    );
    const cancelling = seen(
      told((story) => story.meeting('MeetingRevised', 'elsewhere', { change: 'cancelled' })),
      { occurred: '2026-01-03' },
    );
    const points = [
      { number: 1, text: 'of i', propositions: ['p'] },
      { number: 2, text: 'of j', propositions: ['x'] },
    ];
    const tabling = seen(told((story) => story.plan('tabled', { plan: 'one', points })));
    expect(issueState(sceneOf(announcing, cancelling, tabling), 'i')).toMatchObject({
      meetings: [{ id: 'm', title: 'Meeting', status: 'cancelled', evidence: ['elsewhere'] }],
      plans: [{ id: 'one', title: 'Plan one', status: 'current', points: [points[0]] }],
    });
  });

  it('is closed to a blocker that a report of another issue resolves', () => {
    const blocking = seen(told((story) => story.assessment('b', { blocker: true, about: { issue: 'i' } })));
    const resolving = seen(told((story) => story.assessment('r', { resolves: 'b', about: { issue: 'j' } })));
    expect(issueState(sceneOf(blocking), 'i')?.blockers).toMatchObject([{ kind: 'reported', report: 'b' }]);
    expect(issueState(sceneOf(blocking, resolving), 'i')?.blockers).toEqual([]);
  });
});

it('the reports of an issue are those that list it or name a proposition of it', () => {
  const scene = sceneOf(
    stated('1', 'a', 'demands', 'p'),
    stated('2', 'a', 'demands', 'x'),
    seen(position('3', 'a', 'demands', { plan: 'one', issues: ['i'] })),
  );
  expect(reportsOfIssue(scene, 'i').map(({ id }) => id)).toEqual(['1', '3']);
});
