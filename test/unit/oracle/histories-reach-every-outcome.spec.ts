import fc from 'fast-check';
import { foldIssue } from '../../oracle/fold-issue.js';
import { foldMeetings } from '../../oracle/fold-meetings.js';
import { foldPlans } from '../../oracle/fold-plans.js';
import { foldReports } from '../../oracle/fold-reports.js';
import { foldStances } from '../../oracle/fold-stances.js';
import { EVENT_CLASSES } from '../../../src/vocabulary/events/log-event.js';
import { historyAndInstants } from '../../support/histories.js';
import { ISSUES, NEGOTIATION } from '../../support/histories-universe.js';

const EXPECTED = [
  ...Object.keys(EVENT_CLASSES),
  ...['certain', 'possible occurred', 'possible published', 'possible occurred published'],
  ...['weakened', 'strengthened', 'reversed', 'restated', 'contested', 'lapsed', 'named previous', 'derived previous'],
  ...['held', 'cancelled', 'moved', 'confirmed', 'announced', 'elapsed-unreported', 'mentioned'].map((status) => `meeting ${status}`),
  ...['plan current', 'plan superseded'],
  ...['unknown', 'agreed-in-principle', 'rejected', 'mixed', 'opposed', 'open'].map((convergence) => `issue ${convergence}`),
  ...['blocker opposed-target', 'blocker reported', 'stale'],
];

it('the histories reach every outcome of every rule', () => {
  const reached = new Map<string, number>();
  const count = (outcome: string) => reached.set(outcome, (reached.get(outcome) ?? 0) + 1);
  for (const { log, instants } of fc.sample(historyAndInstants({ instants: 1 }), { numRuns: 2000, seed: 42 })) {
    for (const { event } of log) count(event.type);
    for (const at of instants) {
      const reports = foldReports(log, NEGOTIATION, at);
      for (const { certainty, uncertain } of reports) count([certainty, ...uncertain].join(' '));
      for (const { movement, contestedBy, lapsed, previous, evidence } of foldStances(log, NEGOTIATION, at)) {
        const current = reports.find(({ id }) => id === evidence[0])?.content;
        if (movement !== null) count(movement);
        if (contestedBy.length > 0) count('contested');
        if (lapsed !== null) count('lapsed');
        const names = current?.type === 'PositionStated' ? current.data.previous : null;
        if (previous !== null) count(previous.report === names ? 'named previous' : 'derived previous');
      }
      for (const { status } of foldMeetings(log, NEGOTIATION, at)) count(`meeting ${status}`);
      for (const { status } of foldPlans(log, NEGOTIATION, at)) count(`plan ${status}`);
      for (const issue of ISSUES.map((id) => foldIssue(log, NEGOTIATION, id, at))) {
        if (issue === null) continue;
        count(`issue ${issue.convergence}`);
        for (const { kind } of issue.blockers) count(`blocker ${kind}`);
        if (issue.stale) count('stale');
      }
    }
  }
  expect(EXPECTED.filter((outcome) => !reached.has(outcome))).toEqual([]);
});
