import type { Answer } from '../../../src/http/answer.js';
import { Clock } from '../../../src/ports/clock.js';
import { Asking } from '../../../src/queries/asking/asking.js';
import { ChangesHandler, ChangesQuery } from '../../../src/queries/changes/changes.query.js';
import { EntriesHandler, EntriesQuery, type ListedKind } from '../../../src/queries/entries/entries.query.js';
import { IssueStateHandler, IssueStateQuery } from '../../../src/queries/issue-state/issue-state.query.js';
import { IssuesHandler, IssuesQuery } from '../../../src/queries/issues/issues.query.js';
import { MeetingsHandler, MeetingsQuery } from '../../../src/queries/meetings/meetings.query.js';
import { PlansHandler, PlansQuery } from '../../../src/queries/plans/plans.query.js';
import { ReportsHandler, ReportsQuery } from '../../../src/queries/reports/reports.query.js';
import { SearchHandler, SearchQuery } from '../../../src/queries/search/search.query.js';
import { ExpiredStancesHandler, ExpiredStancesQuery } from '../../../src/queries/stances/expired-stances.query.js';
import { StancesHandler, StancesQuery } from '../../../src/queries/stances/stances.query.js';
import { ReadModel } from '../../../src/read-model/read-model.js';
import { formatDay } from '../../../src/vocabulary/day.js';
import { countLookUps, type LookUps } from '../../support/count-look-ups.js';
import { Story } from '../../support/histories-by-hand.js';
import { asStored } from '../../support/indexed-log.js';
import { folder } from './files.js';

const FIRST_DAY = 20_100;
const FEW = 20;
const MANY = 400;
const EVENTS_EACH = 11;
const MORE_PIECES = Math.ceil(((MANY - FEW) * EVENTS_EACH) / 64);

/**
 * On each of so many issues, on a day of its own, a proposition with what two parties say of it; a meeting, a plan, a person, a party and a
 * source each. What one party says of the last two propositions is over.
 */
function storyOf(many: number): Story {
  const story = new Story();
  for (let i = 0; i < many; i += 1) {
    const [id, day] = [String(i).padStart(4, '0'), formatDay(FIRST_DAY + i)];
    story.define('issue', `issue-${id}`, { title: `Issue ${id}`, parent: null, description: null, principals: [] });
    story.define('proposition', `proposition-${id}`, { issue: `issue-${id}`, text: `text of ${id}` });
    story.define('person', `person-${id}`, { name: `Person ${id}`, party: 'a', role: null, aliases: [] });
    story.define('party', `party-${id}`, { name: `Party ${id}`, kind: 'state', aliases: [] });
    story.define('plan', `z-${id}`, { title: `Plan ${id}`, aliases: [] });
    story.define('meeting', `meeting-${id}`, { title: `Meeting ${id}`, aliases: [] });
    story.source(`source-${id}`, day);
    const [source, issues] = [`source-${id}`, [`issue-${id}`]];
    story.position(`held-${id}`, 'a', 'demands', { source, proposition: `proposition-${id}` });
    const until = i < many - 2 ? {} : { until: formatDay(FIRST_DAY + i + 1) };
    story.position(`said-${id}`, 'b', 'rejects', { source, proposition: `proposition-${id}`, ...until });
    story.meeting('MeetingHeld', `meets-${id}`, {}, { source, issues, meeting: `meeting-${id}` });
    story.plan(`tables-${id}`, { plan: `z-${id}` }, { source, issues });
  }
  return story;
}

class NoClock extends Clock {
  now(): number {
    return 0;
  }
}

type Ask = (asking: Asking) => Promise<Answer>;
const PAGE = { asOf: '2026-03-01', limit: '1' };
const entries =
  (kind: ListedKind): Ask =>
  (asking) =>
    new EntriesHandler(asking).execute(new EntriesQuery('n', kind, PAGE));
const reports =
  (asked: object): Ask =>
  (asking) =>
    new ReportsHandler(asking).execute(new ReportsQuery('n', { ...PAGE, ...asked }));
const changes =
  (asked: object): Ask =>
  (asking) =>
    new ChangesHandler(asking).execute(new ChangesQuery('n', { limit: PAGE.limit, ...asked }));
const stateOfAnIssue: Ask = (asking) => new IssueStateHandler(asking).execute(new IssueStateQuery('n', 'i', { asOf: PAGE.asOf }));

/**
 * Each with what is asked before it: which issue lies below which is read once. A list that is narrowed asks what has to be of it of pieces
 * of 64 events and more, and reads no text of them.
 */
const LISTS: readonly { readonly of: string; readonly ask: Ask; readonly before?: Ask; readonly isNarrowed?: true }[] = [
  { of: 'issues', ask: (asking) => new IssuesHandler(asking).execute(new IssuesQuery('n', PAGE)), before: stateOfAnIssue },
  { of: 'stances', ask: (asking) => new StancesHandler(asking).execute(new StancesQuery('n', PAGE)) },
  { of: 'stances of a party', ask: (asking) => new StancesHandler(asking).execute(new StancesQuery('n', { ...PAGE, party: 'a' })) },
  { of: 'expired stances', ask: (asking) => new ExpiredStancesHandler(asking).execute(new ExpiredStancesQuery('n', PAGE)) },
  { of: 'meetings', ask: (asking) => new MeetingsHandler(asking).execute(new MeetingsQuery('n', PAGE)) },
  { of: 'plans', ask: (asking) => new PlansHandler(asking).execute(new PlansQuery('n', PAGE)) },
  { of: 'parties', ask: entries('party') },
  { of: 'persons', ask: entries('person') },
  { of: 'propositions', ask: entries('proposition') },
  { of: 'sources', ask: entries('source') },
  { of: 'reports', ask: reports({}) },
  { of: 'reports by publication', ask: reports({ axis: 'published' }) },
  { of: 'reports as recorded', ask: reports({ axis: 'recorded' }) },
  { of: 'reports of a party', ask: reports({ party: 'a' }), isNarrowed: true },
  { of: 'reports of a party as recorded', ask: reports({ party: 'a', axis: 'recorded' }), isNarrowed: true },
  { of: 'reports with a text', ask: reports({ q: 'summary' }), isNarrowed: true },
  { of: 'changes from nothing', ask: changes({ to: PAGE.asOf }) },
  { of: 'changes as recorded', ask: changes({ axis: 'recorded', asOf: PAGE.asOf }), isNarrowed: true },
];

const found =
  (q: string): Ask =>
  (asking) =>
    new SearchHandler(asking).execute(new SearchQuery('n', { ...PAGE, q }));

/**
 * What is best, or has changed, is looked for among so many at most; the files of these tests hold more. What entries are called is
 * read once.
 */
const AMONG_MOST: readonly { readonly of: string; readonly ask: Ask; readonly before?: Ask }[] = [
  { of: 'what is found', ask: found('summary'), before: found('0001') },
  { of: 'changes of a span', ask: changes({ from: '2025-01-20', to: PAGE.asOf }) },
];
const BEYOND = [700, 1_400];

/** One read model each, closed, so that each question begins with nothing that another one has read. */
const own = folder();
function fileOf(many: number): string {
  const readModel = new ReadModel(own.file(`${String(many)}.sqlite`));
  readModel.apply(asStored(storyOf(many).log));
  readModel.close();
  return readModel.path;
}
const files = [FEW, MANY].map(fileOf);
afterAll(() => {
  own[Symbol.dispose]();
});

it.each(LISTS)('a list of one item looks up as much among few as among twenty times as many: $of', async ({ ask, before, isNarrowed }) => {
  const [few, many] = [await costOf(files[0] ?? '', ask, before), await costOf(files[1] ?? '', ask, before)];
  expect(few.queries).toBeGreaterThan(0);
  expect(many.texts).toBe(few.texts);
  expect(many.queries - few.queries).toBeLessThanOrEqual(isNarrowed === true ? MORE_PIECES : 0);
});

it('what has to be looked for among many looks up as much among so many as among twice as many', async () => {
  const beyond = BEYOND.map(fileOf);
  for (const { of, ask, before } of AMONG_MOST) {
    const [few, many] = [await costOf(beyond[0] ?? '', ask, before), await costOf(beyond[1] ?? '', ask, before)];
    console.log(of, JSON.stringify([few, many]));
    expect([of, many.texts]).toEqual([of, few.texts]);
  }
});

async function costOf(path: string, ask: Ask, before?: Ask): Promise<LookUps> {
  const readModel = new ReadModel(path);
  const asking = new Asking(readModel, new NoClock());
  await before?.(asking);
  const lookedUp = countLookUps(readModel);
  const { body, nextCursor } = await ask(asking);
  expect((body as { items: unknown[] }).items).toHaveLength(1);
  expect(nextCursor).not.toBeNull();
  readModel.close();
  return lookedUp();
}
