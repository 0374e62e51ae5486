import { retractReport, type RetractReportRequest } from '../../../src/commands/retract-report/retract-report.js';
import { ANY_REVISION, NO_PRECONDITION, type Precondition } from '../../../src/commands/writing/precondition.js';
import type { ReportRetracted } from '../../../src/vocabulary/events/report-corrections.js';
import { position } from '../../support/histories-by-hand.js';
import { reportedDate } from '../../support/histories-registry.js';
import { REQUEST, specify } from '../../support/specify.js';

const given = specify(retractReport);

const posted = position('r', 'a', 'demands');
const byPublisher: ReportRetracted = {
  type: 'ReportRetracted',
  negotiation: 'n',
  id: 'r',
  reason: 'source',
  published: reportedDate('2026-01-09'),
  note: null,
};
const byUs: ReportRetracted = { ...byPublisher, reason: 'coding', published: null };
const retract = (retraction: ReportRetracted, precondition: Precondition = ANY_REVISION): RetractReportRequest => {
  return { ...REQUEST, id: 'r', retraction, precondition };
};
const seenAt = (revision: string): Precondition => ({ ifMatch: [revision], strayTags: [], onlyIfNew: false });

describe('a retraction', () => {
  it('is recorded', () =>
    given(posted)
      .when(retract(byPublisher, seenAt('0')))
      .then(byPublisher));
  it('repeated appends nothing', () => given(posted, byPublisher).when(retract(byPublisher)).then());
  it('repeated appends nothing, whatever revision it names, or none', async () => {
    await given(posted, byPublisher)
      .when(retract(byPublisher, seenAt('0')))
      .then();
    await given(posted, byPublisher).when(retract(byPublisher, NO_PRECONDITION)).then();
  });
});

describe('a retraction is refused', () => {
  it('where there is no such report', () => given().when(retract(byUs)).refused('not-found'));
  it('after another one', () => given(posted, byPublisher).when(retract(byUs)).refused('report-retracted'));
  it('after another one that differs in its note alone', () =>
    given(posted, byUs)
      .when(retract({ ...byUs, note: 'twice' }))
      .refused('report-retracted'));
  it('without a revision', () => given(posted).when(retract(byUs, NO_PRECONDITION)).refused('revision-required'));
  it('with a revision that is gone', () =>
    given(posted)
      .when(retract(byUs, seenAt('1')))
      .refused('stale-revision'));
});

it('a retraction goes to the stream of its report and names nothing else', () => {
  expect(retractReport.stream(retract(byUs))).toBe('report-n.r');
  expect(retractReport.subjects(retract(byUs))).toContainEqual({ kind: 'report', id: 'r' });
  expect(retractReport.references(retract(byUs))).toEqual([]);
});
