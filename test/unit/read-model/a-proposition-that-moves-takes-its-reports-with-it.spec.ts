import { ReportsHandler, ReportsQuery } from '../../../src/queries/reports/reports.query.js';
import { Asking } from '../../../src/queries/asking/asking.js';
import { SystemClock } from '../../../src/ports/clock.js';
import { SceneReader } from '../../../src/read-model/reading/scene-reader.js';
import type { At } from '../../../src/vocabulary/axes.js';
import type { Recorded } from '../../../src/vocabulary/events/log-event.js';
import { on, position, Story } from '../../support/histories-by-hand.js';
import { asStored, IndexedLog } from '../../support/indexed-log.js';
import { query, Views } from '../../support/views.js';

/** An issue that a proposition of the story has, or moves to. */
type Issue = 'i' | 'other';

/**
 * Reports of each kind on the proposition `p`, which is of the first issue and moves to the others behind them, as it can where two
 * nodes write at once. The first of them and what comes after are the same whatever the issues are, at the same positions.
 */
function story(first: Issue, ...moves: Issue[]): { log: readonly Recorded[]; moved: bigint[] } {
  const told = new Story();
  told.define('issue', 'other', { title: 'Other', parent: null, description: null, principals: [] });
  told.define('proposition', 'p', { issue: first, text: 'text of p' }, 'changed');
  told.position('demand', 'a', 'demands', { occurred: '2026-01-01', meeting: 'm' });
  told.position('of-both', 'b', 'rejects', { occurred: '2026-01-02', issues: ['i'] });
  told.agreement('signed', ['c'], ['p', 'q']);
  told.plan('tabled', { plan: 'one', points: [{ number: 1, text: 'first', propositions: ['p'] }] });
  told.assessment('blocks', { about: { proposition: 'p' }, blocker: true });
  told.position('corrected', 'c', 'supports', { proposition: 'q' });
  told.correct('2026-01-15', position('corrected', 'c', 'objects'));
  told.position('returns', 'a', 'rejects', { occurred: '2026-01-20' });
  told.remove('ReportRetracted', 'returns', null);
  const moved = moves.map((issue) => told.define('proposition', 'p', { issue, text: 'text of p' }, 'changed').position);
  told.position('later', 'a', 'proposes', { occurred: '2026-01-03' });
  told.correct('2026-01-10', position('demand', 'a', 'open-to', { occurred: '2026-01-01' }));
  told.remove('ReportRetracted', 'of-both', '2026-01-18');
  told.restore('ReportReinstated', 'returns', null);
  told.source('early', '2026-01-04', 'changed');
  return { log: told.log, moved };
}

/** All answers that ask for issues, or tell them. */
async function answers(indexed: IndexedLog, at: At): Promise<unknown> {
  const views = new Views(indexed.readModel);
  const reports = new ReportsHandler(new Asking(indexed.readModel, new SystemClock()));
  const reportsOf = async (issue: Issue): Promise<unknown> =>
    (await reports.execute(new ReportsQuery('n', { ...query(at), issue, limit: '500' }))).body;
  return {
    i: await views.issue('n', 'i', at),
    other: await views.issue('n', 'other', at),
    issues: await views.issues('n', at),
    stances: await views.stances('n', at),
    meetings: await views.meetings('n', at),
    plans: await views.plans('n', at),
    blockers: await views.blockers('n', at),
    reports: [await reportsOf('i'), await reportsOf('other')],
  };
}

const POINTS = [on('2026-02-01'), on('2026-02-01', { certainty: 'certain' }), on('2026-01-12', { knownBy: '2026-01-12' })];

/** The answers at some points, as recorded by each position of a log. */
async function allAnswers(log: readonly Recorded[]): Promise<Map<bigint, unknown[]>> {
  using indexed = new IndexedLog(log);
  const all = new Map<bigint, unknown[]>();
  for (const { position: recordedBy } of log.slice(-12)) {
    const given = POINTS.map(async (at) => answers(indexed, { ...at, recordedBy }));
    all.set(recordedBy, await Promise.all(given));
  }
  return all;
}

it('its reports are of the issue that it has by then, in every answer', async () => {
  const { log, moved } = story('i', 'other');
  const [stayed, arrived] = [await allAnswers(story('i', 'i').log), await allAnswers(story('other', 'other').log)];
  const given = await allAnswers(log);
  expect(given.size).toBe(12);
  for (const [at, answered] of given) expect(answered).toEqual((at < (moved[0] ?? 0n) ? stayed : arrived).get(at));
  expect(stayed).not.toEqual(arrived);
});

it('they follow it each time that it moves, and back again', async () => {
  const { log, moved } = story('i', 'other', 'i', 'other', 'i');
  const [stayed, arrived] = [
    await allAnswers(story('i', 'i', 'i', 'i', 'i').log),
    await allAnswers(story('other', 'other', 'other', 'other', 'other').log),
  ];
  for (const [at, answered] of await allAnswers(log)) {
    const isAway = moved.filter((one) => one <= at).length % 2 === 1;
    expect(answered).toEqual((isAway ? arrived : stayed).get(at));
  }
});

it('what was asked before it moves is answered the same behind it', async () => {
  const { log, moved } = story('i', 'other');
  const isBefore = ({ position: recorded }: Recorded): boolean => recorded < (moved[0] ?? 0n);
  const at = { ...on('2026-02-01'), recordedBy: log.findLast(isBefore)?.position ?? 0n };
  using whole = new IndexedLog(log);
  using indexed = new IndexedLog(log.filter(isBefore));
  // Of the lists of the issue some are known from then on, others are not.
  new SceneReader(indexed.readModel.rows, 'n', at).reportsNaming('issue', ['other'], ['MeetingHeld']);
  indexed.readModel.apply(asStored(log.filter((recorded) => !isBefore(recorded))));
  expect(await answers(indexed, at)).toEqual(await answers(whole, at));
});
