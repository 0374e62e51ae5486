import fc from 'fast-check';
import { foldIssue } from '../../oracle/fold-issue.js';
import { foldMeetings } from '../../oracle/fold-meetings.js';
import { foldPlans } from '../../oracle/fold-plans.js';
import { foldReports } from '../../oracle/fold-reports.js';
import { foldStances } from '../../oracle/fold-stances.js';
import type { At } from '../../../src/vocabulary/axes.js';
import { EVENT_CLASSES, type Recorded } from '../../../src/vocabulary/events/log-event.js';
import { historyAndInstants } from '../../support/histories.js';
import { ISSUES, NEGOTIATION } from '../../support/histories-universe.js';

const EXPECTED = [
  ...Object.keys(EVENT_CLASSES),
  ...['certain', 'possible occurred', 'possible published', 'possible occurred published'],
  ...['weakened', 'strengthened', 'reversed', 'restated', 'toward', 'away', 'contested', 'lapsed'],
  ...['named previous', 'derived previous', 'since a superseded one', 'since by then', 'since as written of the source'],
  ...['own', 'source', 'other', 'guess'].map((voice) => `voice ${voice}`),
  ...['held', 'cancelled', 'moved', 'confirmed', 'announced', 'elapsed-unreported', 'mentioned'].map((status) => `meeting ${status}`),
  ...['cancelled contests', 'on contests', 'narrowed schedule', 'attended', 'expected', 'contested place'],
  ...['plan current', 'plan superseded', 'point of two accounts', 'point without a number', 'contested point count', 'contested authors'],
  ...['unknown', 'one-sided', 'agreed-in-principle', 'rejected', 'mixed', 'opposed', 'open'].map((convergence) => `issue ${convergence}`),
  ...['conditional', 'claimed', 'silent', 'uncovered'],
  ...['blocker opposed-target', 'blocker reported', 'stale'],
];

it('the histories reach every outcome of every rule', () => {
  const reached = new Set<string>();
  for (const { log, instants } of fc.sample(historyAndInstants({ instants: 1 }), { numRuns: 2000, seed: 42 })) {
    for (const { event } of log) reached.add(event.type);
    for (const at of instants) {
      for (const outcome of [
        ...ofReports(log, at),
        ...ofStances(log, at),
        ...ofMeetings(log, at),
        ...ofPlans(log, at),
        ...ofIssues(log, at),
      ]) {
        reached.add(outcome);
      }
    }
  }
  expect(EXPECTED.filter((outcome) => !reached.has(outcome))).toEqual([]);
});

/** The outcomes that hold. */
function only(outcomes: Record<string, boolean>): string[] {
  return Object.keys(outcomes).filter((outcome) => outcomes[outcome]);
}

function ofReports(log: readonly Recorded[], at: At): string[] {
  return foldReports(log, NEGOTIATION, at).map(({ certainty, uncertain }) => [certainty, ...uncertain].join(' '));
}

function ofStances(log: readonly Recorded[], at: At): string[] {
  const reports = new Map(foldReports(log, NEGOTIATION, at).map(({ id, content }) => [id, content]));
  const nameIn = (id: string | undefined) => {
    const content = reports.get(id ?? '');
    return content?.type === 'PositionStated' ? content.data.previous : null;
  };
  return foldStances(log, NEGOTIATION, at).flatMap((stance) => {
    const { movement, direction, contestedBy, lapsed, previous, evidence, since, voice } = stance;
    const [current, last] = evidence;
    return [
      `voice ${voice}`,
      ...[movement, direction].filter((each) => each !== null),
      ...only({
        contested: contestedBy.length > 0,
        lapsed: lapsed !== null,
        'named previous': previous !== null && previous.report === nameIn(current),
        'derived previous': previous !== null && previous.report !== nameIn(current),
        'since a superseded one': last !== undefined && evidence.some((id) => nameIn(id) === last && id !== last),
        'since by then': since.startsWith('../'),
        'since as written of the source': since.endsWith('/..') && reports.get(last ?? current ?? '')?.occurred === null,
      }),
    ];
  });
}

function ofMeetings(log: readonly Recorded[], at: At): string[] {
  return foldMeetings(log, NEGOTIATION, at).flatMap(({ status, contestedBy, attendance, details, scheduledFor, evidence }) => {
    const latest = details.schedule.find((schedule) => schedule.evidence[0] === evidence[0]);
    return [
      `meeting ${status}`,
      ...contestedBy.map(({ says }) => `${says} contests`),
      ...attendance.map((entry) => entry.as),
      ...only({
        'narrowed schedule': status === 'announced' && latest !== undefined && latest.value !== scheduledFor,
        'contested place': details.place.length > 1,
      }),
    ];
  });
}

function ofPlans(log: readonly Recorded[], at: At): string[] {
  return foldPlans(log, NEGOTIATION, at).flatMap(({ status, points, pointCount, by }) => [
    `plan ${status}`,
    ...only({
      'point of two accounts': points.some(({ evidence }) => evidence.length > 1),
      'point without a number': points.some(({ number }) => number === null),
      'contested point count': pointCount.length > 1,
      'contested authors': by.length > 1,
    }),
  ]);
}

function ofIssues(log: readonly Recorded[], at: At): string[] {
  return ISSUES.map((id) => foldIssue(log, NEGOTIATION, id, at)).flatMap((issue) => {
    if (issue === null) return [];
    const { convergence, blockers, stale, targets, coverage } = issue;
    return [
      `issue ${convergence}`,
      ...blockers.map(({ kind }) => `blocker ${kind}`),
      ...only({
        stale,
        conditional: targets.some((target) => target.conditional),
        claimed: targets.some(({ claimed }) => claimed.length > 0),
        silent: coverage.silent.length > 0,
        uncovered: coverage.targets > 0 && coverage.targets < coverage.propositions,
      }),
    ];
  });
}
