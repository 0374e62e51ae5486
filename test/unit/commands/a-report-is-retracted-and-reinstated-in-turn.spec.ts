import { ANY_REVISION, NO_PRECONDITION, type Precondition } from '../../../src/commands/writing/precondition.js';
import type { RemovalRequest } from '../../../src/commands/remove/removal.js';
import { removeReport } from '../../../src/commands/remove/remove-report.js';
import type {
  ReportCorrected,
  ReportReinstated,
  ReportRemoval,
  ReportRetracted,
} from '../../../src/vocabulary/events/report-corrections.js';
import { position } from '../../support/histories-by-hand.js';
import { reportedDate } from '../../support/histories-registry.js';
import { REQUEST, specify } from '../../support/specify.js';

const given = specify(removeReport);

const of = { negotiation: 'n', id: 'r', note: null };
const posted = position('r', 'a', 'demands');
const byPublisher: ReportRetracted = { ...of, type: 'ReportRetracted', reason: 'source', published: reportedDate('2026-01-09') };
const byUs: ReportRetracted = { ...of, type: 'ReportRetracted', reason: 'coding', published: null };
const standsByIt: ReportReinstated = { ...of, type: 'ReportReinstated', reason: 'source', published: reportedDate('2026-01-16') };
const ourMistake: ReportReinstated = { ...of, type: 'ReportReinstated', reason: 'coding', published: null };
const correction: ReportCorrected = { ...of, type: 'ReportCorrected', reason: 'coding', published: null, note: 'n', report: posted };

const send = (removal: ReportRemoval, precondition: Precondition = ANY_REVISION): RemovalRequest<ReportRemoval> => {
  return { ...REQUEST, removal, precondition, repeats: 'latest' };
};
const bring = (removal: ReportRemoval, repeats: number): RemovalRequest<ReportRemoval> => ({ ...send(removal), repeats });
const seenAt = (revision: string): Precondition => ({ ifMatch: [revision], strayTags: [], onlyIfNew: false });

describe('a retraction', () => {
  it('is recorded', () =>
    given(posted)
      .when(send(byPublisher, seenAt('0')))
      .then(byPublisher));
  it('is recorded behind a correction', () =>
    given(posted, correction)
      .when(send(byPublisher, seenAt('1')))
      .then(byPublisher));
  it('is recorded again after a reinstatement, the same one too', async () => {
    await given(posted, byPublisher, standsByIt)
      .when(send(byUs, seenAt('2')))
      .then(byUs);
    await given(posted, byPublisher, standsByIt)
      .when(send(byPublisher, seenAt('2')))
      .then(byPublisher);
  });
});

describe('a reinstatement', () => {
  it('is recorded, whoever retracted the report and whoever takes that back', async () => {
    for (const retraction of [byPublisher, byUs]) {
      for (const reinstatement of [standsByIt, ourMistake]) {
        await given(posted, retraction)
          .when(send(reinstatement, seenAt('1')))
          .then(reinstatement);
      }
    }
  });
  it('is recorded again after another retraction', () =>
    given(posted, byPublisher, standsByIt, byPublisher)
      .when(send(standsByIt, seenAt('3')))
      .then(standsByIt));
});

describe('what is repeated appends nothing', () => {
  it.each<[string, ReportRemoval[], ReportRemoval]>([
    ['a retraction', [byPublisher], byPublisher],
    ['a reinstatement', [byPublisher, standsByIt], standsByIt],
    ['a second retraction', [byUs, ourMistake, byPublisher], byPublisher],
  ])('%s, whatever revision it names, or none', async (_, before, repeated) => {
    for (const precondition of [seenAt('0'), seenAt('99'), ANY_REVISION, NO_PRECONDITION]) {
      await given(posted, ...before)
        .when(send(repeated, precondition))
        .then();
    }
  });
  it('though the report was corrected since', () =>
    given(posted, byUs, ourMistake, correction).when(send(ourMistake, NO_PRECONDITION)).then());
});

describe('an import', () => {
  it('repeats each that stands, in their order', async () => {
    const all = [byPublisher, standsByIt, byPublisher];
    await given(posted, ...all)
      .when(bring(byPublisher, 1))
      .then();
    await given(posted, ...all)
      .when(bring(standsByIt, 1))
      .then();
    await given(posted, ...all)
      .when(bring(byPublisher, 2))
      .then();
  });
  it('goes on where it was cut off', async () => {
    await given(posted, byPublisher).when(bring(standsByIt, 1)).then(standsByIt);
    await given(posted, byPublisher, standsByIt).when(bring(byPublisher, 2)).then(byPublisher);
  });
});

describe('refused is', () => {
  it('either where there is no such report', async () => {
    await given().when(send(byUs)).refused('not-found');
    await given().when(send(ourMistake)).refused('not-found');
  });
  it('a retraction of what is retracted, be it other in its note alone', async () => {
    await given(posted, byPublisher).when(send(byUs)).refused('report-retracted');
    await given(posted, byUs)
      .when(send({ ...byUs, note: 'twice' }))
      .refused('report-retracted');
    await given(posted, byUs, ourMistake, byPublisher).when(send(byUs)).refused('report-retracted');
  });
  it('a reinstatement of what was never retracted', () => given(posted, correction).when(send(ourMistake)).refused('nothing-to-undo'));
  it('a reinstatement of what is reinstated', () => given(posted, byUs, ourMistake).when(send(standsByIt)).refused('nothing-to-undo'));
  it.each<[string, ReportRemoval[], ReportRemoval]>([
    ['a retraction', [], byUs],
    ['a reinstatement', [byUs], ourMistake],
  ])('%s without a revision, or with one that is gone', async (_, before, removal) => {
    await given(posted, ...before)
      .when(send(removal, NO_PRECONDITION))
      .refused('revision-required');
    await given(posted, ...before)
      .when(send(removal, seenAt('7')))
      .refused('stale-revision');
  });
});

it('both go to the stream of their report and name nothing else', () => {
  for (const removal of [byUs, ourMistake]) {
    expect(removeReport.stream(send(removal))).toBe('report-n.r');
    expect(removeReport.subjects(send(removal))).toContainEqual({ kind: 'report', id: 'r' });
    expect(removeReport.references(send(removal))).toEqual([]);
  }
});
