import { correctReport, type CorrectReportRequest } from '../../../src/commands/correct-report/correct-report.js';
import { ANY_REVISION, NO_PRECONDITION } from '../../../src/commands/writing/precondition.js';
import type { ReportCorrected, ReportReinstated, ReportRetracted } from '../../../src/vocabulary/events/report-corrections.js';
import type { Modality } from '../../../src/vocabulary/modality.js';
import { position } from '../../support/histories-by-hand.js';
import { REQUEST, specify } from '../../support/specify.js';

const given = specify(correctReport);

const correction = (modality: Modality, note = 'misread'): ReportCorrected => {
  return {
    type: 'ReportCorrected',
    negotiation: 'n',
    id: 'r',
    reason: 'coding',
    published: null,
    note,
    report: position('r', 'a', modality),
  };
};
const correct = (correcting: ReportCorrected, rest: Partial<CorrectReportRequest> = {}): CorrectReportRequest => {
  return { ...REQUEST, id: 'r', correction: correcting, precondition: ANY_REVISION, repeats: 'latest', statedId: null, ...rest };
};

const posted = position('r', 'a', 'demands');
const first = correction('rejects');
const second = correction('objects');
const retracted: ReportRetracted = { type: 'ReportRetracted', negotiation: 'n', id: 'r', reason: 'coding', published: null, note: null };
const reinstated: ReportReinstated = { ...retracted, type: 'ReportReinstated' };
const bringing = (times: number): Partial<CorrectReportRequest> => ({ repeats: times });
const seenAt = (revision: string): Partial<CorrectReportRequest> => ({
  precondition: { ifMatch: [revision], strayTags: [], onlyIfNew: false },
});

describe('a correction', () => {
  it('is recorded behind the report', () => given(posted).when(correct(first)).then(first));
  it('is recorded behind another one', () =>
    given(posted, first)
      .when(correct(second, seenAt('1')))
      .then(second));
  it('may state the id of its report', () =>
    given(posted)
      .when(correct(first, { statedId: 'r' }))
      .then(first));
  it('is recorded after a reinstatement', () =>
    given(posted, retracted, reinstated)
      .when(correct(first, seenAt('2')))
      .then(first));
  it('may go back to what was before', () => given(posted, first, second).when(correct(first)).then(first));
});

describe('a repeated correction appends nothing', () => {
  it('where it is the latest one', () => given(posted, first).when(correct(first)).then());
  it('whatever revision it names', () =>
    given(posted, first)
      .when(correct(first, seenAt('7')))
      .then());
  it('though no revision is named', () =>
    given(posted, first)
      .when(correct(first, { precondition: NO_PRECONDITION }))
      .then());
  it('after a reinstatement too', () =>
    given(posted, first, retracted, reinstated)
      .when(correct(first, seenAt('1')))
      .then());
  it('in an import, which may bring an earlier one', () =>
    given(posted, first, second)
      .when(correct(first, bringing(1)))
      .then());
  it('in an import, after a retraction too', () =>
    given(posted, first, retracted)
      .when(correct(first, bringing(1)))
      .then());
  it('in an import that brings it twice, where it stands twice', () =>
    given(posted, first, second, first)
      .when(correct(first, bringing(2)))
      .then());
});

describe('an import that brings a correction once more than it stands', () => {
  it('records it', () =>
    given(posted, first, second)
      .when(correct(first, bringing(2)))
      .then(first));
  it('records it not where it is the latest one', () =>
    given(posted, first)
      .when(correct(first, bringing(2)))
      .then());
  it('is refused where the report is retracted', () =>
    given(posted, first, retracted)
      .when(correct(first, bringing(2)))
      .refused('report-retracted'));
});

describe('a correction is refused', () => {
  it('where there is no such report', () => given().when(correct(first)).refused('not-found'));
  it('where its content is of another report', () =>
    given(posted)
      .when(correct(first, { statedId: 'other' }))
      .refused('invalid-body', { pointer: '#/report/id', code: 'other-id' }));
  it('where the report is retracted', () => given(posted, retracted).when(correct(first)).refused('report-retracted'));
  it('where the report is retracted again', () =>
    given(posted, retracted, reinstated, retracted).when(correct(first)).refused('report-retracted'));
  it('where the report is retracted, though it repeats the latest one', () =>
    given(posted, first, retracted).when(correct(first)).refused('report-retracted'));
  it('without a revision', () =>
    given(posted)
      .when(correct(first, { precondition: NO_PRECONDITION }))
      .refused('revision-required'));
  it('with a revision that is gone', () =>
    given(posted, first)
      .when(correct(second, seenAt('0')))
      .refused('stale-revision'));
  it('where only its note differs from the latest one, and the revision is gone', () =>
    given(posted, first)
      .when(correct(correction('rejects', 'other'), seenAt('0')))
      .refused('stale-revision'));
});

it('a correction goes to the stream of its report, and names what its content names', () => {
  const command = correct(first);
  expect(correctReport.stream(command)).toBe('report-n.r');
  expect(correctReport.subjects(command)).toEqual([
    { kind: 'negotiation', id: 'n' },
    { kind: 'report', id: 'r' },
  ]);
  expect(correctReport.references(command)).toContainEqual(
    expect.objectContaining({ kind: 'party', id: 'a', pointer: '#/report/data/party' }),
  );
});
