import { postReport } from '../../../src/commands/post-report/post-report.js';
import type { ReportContent } from '../../../src/vocabulary/events/report-content.js';
import type { ReportCorrected } from '../../../src/vocabulary/events/report-corrections.js';
import { reportedDate } from '../../support/histories-registry.js';
import { position } from '../../support/histories-by-hand.js';
import { REQUEST, specify } from '../../support/specify.js';

const given = specify(postReport);
const post = (report: ReportContent) => ({ ...REQUEST, report });

const demands = position('r', 'a', 'demands');
const rejects = position('r', 'a', 'rejects');
const corrected = (report: ReportContent): ReportCorrected => {
  return {
    type: 'ReportCorrected',
    negotiation: 'n',
    id: 'r',
    reason: 'source',
    published: reportedDate('2026-01-09'),
    note: 'erratum',
    report,
  };
};

describe('a report', () => {
  it('is recorded', () => given().when(post(demands)).then(demands));

  it('is recorded though it contradicts another one', () =>
    given(position('other', 'a', 'rejects'))
      .when(post(demands))
      .then(demands));

  it('is recorded once, however often it comes', () => given(demands).when(post(demands)).then());

  it('is the same whatever the order of its fields', () => {
    const reversed = Object.fromEntries(Object.entries(demands).reverse()) as unknown as ReportContent;
    return given(demands).when(post(reversed)).then();
  });

  it('with the content in force repeats a corrected report', () => given(demands, corrected(rejects)).when(post(rejects)).then());

  it('with the first content repeats a corrected report too', () => given(demands, corrected(rejects)).when(post(demands)).then());

  it('that is retracted is still the same report', () =>
    given(demands, { type: 'ReportRetracted', negotiation: 'n', id: 'r', reason: 'coding', published: null, note: null })
      .when(post(demands))
      .then());
});

describe('other content under a used id is refused', () => {
  it('with where the id stands', () => given(demands).when(post(rejects)).refused('id-in-use', { pointer: '#/id', code: 'id-in-use' }));

  it('where it is that of a correction which another one followed', () =>
    given(demands, corrected(rejects), corrected(position('r', 'a', 'objects')))
      .when(post(rejects))
      .refused('id-in-use', {}));

  it('where only the words around it differ', () =>
    given(demands)
      .when(post({ ...demands, summary: 'other words' } as ReportContent))
      .refused('id-in-use', {}));
});

it('a report is appended to a stream of its own, which must not exist', async () => {
  expect(postReport.stream(post(demands))).toBe('report-n.r');
  expect(postReport.subjects(post(demands))).toEqual([{ kind: 'negotiation', id: 'n' }]);
});
