import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { Clock } from '../../../src/ports/clock.js';
import type { IncomingReport } from '../../../src/ports/reports-beside.js';
import { ActivityHandler, ActivityQuery } from '../../../src/queries/activity/activity.query.js';
import { Asking } from '../../../src/queries/asking/asking.js';
import type { AxesQuery } from '../../../src/queries/asking/axes.schema.js';
import { ReportsBesideHandler, ReportsBesideQuery } from '../../../src/queries/beside/reports-beside.query.js';
import { ChangesHandler, ChangesQuery } from '../../../src/queries/changes/changes.query.js';
import { EntriesHandler, EntriesQuery } from '../../../src/queries/entries/entries.query.js';
import { IssueStateHandler, IssueStateQuery } from '../../../src/queries/issue-state/issue-state.query.js';
import { IssuesHandler, IssuesQuery } from '../../../src/queries/issues/issues.query.js';
import { MatrixHandler, MatrixQuery } from '../../../src/queries/matrix/matrix.query.js';
import { MeetingsHandler, MeetingsQuery } from '../../../src/queries/meetings/meetings.query.js';
import { NegotiationHandler, NegotiationQuery } from '../../../src/queries/negotiations/negotiations.query.js';
import { PlansHandler, PlansQuery } from '../../../src/queries/plans/plans.query.js';
import { ReplayHandler, ReplayQuery, type ReplayQuestion } from '../../../src/queries/replay/replay.query.js';
import { ReportsHandler, ReportsQuery } from '../../../src/queries/reports/reports.query.js';
import { SearchHandler, SearchQuery } from '../../../src/queries/search/search.query.js';
import { ExpiredStancesHandler, ExpiredStancesQuery } from '../../../src/queries/stances/expired-stances.query.js';
import { StancesHandler, StancesQuery } from '../../../src/queries/stances/stances.query.js';
import { ReadModel } from '../../../src/read-model/read-model.js';
import { REPLAY_AXES, type ReplayAxis } from '../../../src/rules/replay/journey.js';
import type { At } from '../../../src/vocabulary/axes.js';
import { endOfDay } from '../../../src/vocabulary/day.js';
import type { PositionStated } from '../../../src/vocabulary/events/position-stated.js';
import type { Recorded } from '../../../src/vocabulary/events/log-event.js';
import { Refusal } from '../../../src/vocabulary/refusal.js';
import { position, Story } from '../histories-by-hand.js';
import { FIRST_DAY } from '../histories-dates.js';
import { history } from '../histories.js';
import { ISSUES, NEGOTIATION, PARTIES, PROPOSITIONS } from '../histories-universe.js';
import { asStored } from '../indexed-log.js';
import { amongNeighbours } from '../neighbours.js';
import { query } from '../views.js';
import { type Alter, alterRule, called } from './alteration.js';

export { ruleNames } from './alteration.js';

/** The present lies behind all that is told. */
class LaterClock extends Clock {
  now(): number {
    return endOfDay(FIRST_DAY + 100);
  }
}

/** Histories in which reports of all types collide, the same ones in each run: the longest of many, and what none of them has. */
const HISTORIES = [
  ...fc
    .sample(history({ maxReports: 60 }), { seed: 20261127, numRuns: 100 })
    .toSorted((a, b) => b.length - a.length)
    .slice(0, 3),
  byHand(),
];

function byHand(): readonly Recorded[] {
  const story = new Story();
  for (const id of PROPOSITIONS) story.define('proposition', id, { issue: 'i', text: id });
  const [proposition] = PROPOSITIONS;
  story.position('first', 'a', 'demands', { occurred: '2026-01-03', proposition });
  story.position('second', 'a', 'rejects', { occurred: '2026-01-02', proposition, previous: 'first' });
  story.position('third', 'a', 'accepts', { occurred: '2026-01-01', proposition, previous: 'second' });
  const unsaid = { role: null, online: null, implied: null, note: null };
  story.meeting('MeetingHeld', 'meets', { attendance: ['a', 'b'].map((actor) => ({ actor, ...unsaid })) });
  return story.log;
}

/** The present, what was known on a day, and what is certain of some time ago. */
function pointsIn(log: readonly Recorded[]): At[] {
  const recordedBy = BigInt(log.at(-1)?.position ?? 0);
  return [
    { asOf: FIRST_DAY + 45, knownBy: Infinity, recordedBy, certainty: 'any' },
    { asOf: FIRST_DAY + 25, knownBy: FIRST_DAY + 25, recordedBy, certainty: 'any' },
    { asOf: FIRST_DAY + 30, knownBy: Infinity, recordedBy: (recordedBy * 4n) / 5n, certainty: 'certain' },
  ];
}

type Ask = (readModel: ReadModel) => Promise<string>;

/** The read model of a history, on a file of its own; `using` removes it. */
class IndexOf implements Disposable {
  private readonly folder = mkdtempSync(join(tmpdir(), 'altered-'));
  private readonly path = join(this.folder, 'read-model.sqlite');

  constructor(log: readonly Recorded[]) {
    const readModel = new ReadModel(this.path);
    readModel.apply(asStored(amongNeighbours(log)));
    readModel.close();
  }

  /** A question begins with nothing that another one has read. */
  async answer(ask: Ask): Promise<string> {
    const readModel = new ReadModel(this.path);
    try {
      return await ask(readModel);
    } catch (error) {
      // What is not known by then is an answer too.
      if (error instanceof Refusal) return error.code;
      throw error;
    } finally {
      readModel.close();
    }
  }

  [Symbol.dispose](): void {
    rmSync(this.folder, { recursive: true });
  }
}

/** A question, how it is answered, and by which rules. */
interface Answered {
  readonly ask: Ask;
  readonly answer: string;
  readonly rules: ReadonlySet<string>;
}

/** A history, its read model, and by which rules that was made. */
interface Told {
  readonly log: readonly Recorded[];
  readonly indexed: IndexOf;
  readonly rules: ReadonlySet<string>;
  readonly answered: readonly Answered[];
}

/** What became of the answers where a rule is another: it is enough that one of them is. */
export type Outcome = 'an answer is another one' | 'an answer fails' | 'all answers are as before';

/** Answers of the program, and what becomes of them by other rules. */
export class AlteredAnswers implements Disposable {
  private constructor(private readonly histories: readonly Told[]) {}

  static async of(): Promise<AlteredAnswers> {
    const histories: Told[] = [];
    for (const log of HISTORIES) {
      called.clear();
      const indexed = new IndexOf(log);
      const rules = new Set(called);
      const answered: Answered[] = [];
      for (const ask of pointsIn(log).flatMap(questions)) {
        called.clear();
        answered.push({ ask, answer: await indexed.answer(ask), rules: new Set(called) });
      }
      histories.push({ log, indexed, rules, answered });
    }
    return new AlteredAnswers(histories);
  }

  async outcome(rule: string, alter: Alter): Promise<Outcome> {
    alterRule(rule, alter);
    try {
      let outcome: Outcome = 'all answers are as before';
      for (const history of this.histories) {
        const became = await outcomeIn(history, rule);
        if (became === 'an answer is another one') return became;
        if (became === 'an answer fails') outcome = became;
      }
      return outcome;
    } finally {
      alterRule();
    }
  }

  [Symbol.dispose](): void {
    for (const { indexed } of this.histories) indexed[Symbol.dispose]();
  }
}

/** Only what the rule was asked for is asked again. */
async function outcomeIn({ log, indexed, rules, answered }: Told, rule: string): Promise<Outcome> {
  const isOfTheIndex = rules.has(rule);
  try {
    using anew = isOfTheIndex ? new IndexOf(log) : undefined;
    let outcome: Outcome = 'all answers are as before';
    for (const { ask, answer, rules: asked } of answered) {
      if (!isOfTheIndex && !asked.has(rule)) continue;
      const became = await (anew ?? indexed).answer(ask).catch(() => undefined);
      if (became === undefined) outcome = 'an answer fails';
      else if (became !== answer) return 'an answer is another one';
    }
    return outcome;
  } catch {
    return 'an answer fails';
  }
}

/** What is asked at a point. */
function questions(at: At): Ask[] {
  const axes = query(at);
  const page = { ...axes, limit: '500' };
  const [issue] = ISSUES;
  const [party] = PARTIES;
  const asks: Ask[] = [
    ...[{}, { stale: 'true' as const }].flatMap((asked) =>
      (['counted', 'brief'] as const).map((detail) => asking(IssuesHandler, new IssuesQuery(NEGOTIATION, { ...page, ...asked }, detail))),
    ),
    ...[{}, { voice: ['own', 'guess'] }].flatMap((asked) => [
      ...ISSUES.map((each) => asking(IssueStateHandler, new IssueStateQuery(NEGOTIATION, each, { ...axes, ...asked }))),
      asking(MatrixHandler, new MatrixQuery(NEGOTIATION, { ...axes, ...asked, issue: [...ISSUES] })),
    ]),
    asking(StancesHandler, new StancesQuery(NEGOTIATION, page)),
    asking(ExpiredStancesHandler, new ExpiredStancesQuery(NEGOTIATION, page)),
    ...[{}, { party }].map((asked) => asking(MeetingsHandler, new MeetingsQuery(NEGOTIATION, { ...page, ...asked }))),
    asking(PlansHandler, new PlansQuery(NEGOTIATION, page)),
    asking(NegotiationHandler, new NegotiationQuery(NEGOTIATION, axes)),
    asking(EntriesHandler, new EntriesQuery(NEGOTIATION, 'person', page)),
    ...[{}, { axis: 'published' as const }, { issue }, { proposition: [...PROPOSITIONS] }].map((asked) =>
      asking(ReportsHandler, new ReportsQuery(NEGOTIATION, { ...page, ...asked })),
    ),
    ...['report p', 'person', 'point'].map((q) => asking(SearchHandler, new SearchQuery(NEGOTIATION, { ...page, q }))),
    beside,
  ];
  return [...asks, ...REPLAY_AXES.flatMap((axis) => alongAxis(axis, axes))];
}

/** What is asked of the way along an axis. */
function alongAxis(axis: ReplayAxis, { certainty, asOf, knownBy, recordedBy }: AxesQuery): Ask[] {
  const others = { published: { recordedBy }, occurred: { knownBy, recordedBy }, recorded: { asOf, knownBy } }[axis];
  const way = { axis, certainty, ...others };
  const [issue] = ISSUES;
  const [party] = PARTIES;
  return [
    ...[{}, { party }].map((asked) => asking(ChangesHandler, new ChangesQuery(NEGOTIATION, { ...way, ...asked }))),
    asking(ActivityHandler, new ActivityQuery(NEGOTIATION, { ...way, groups: 'issue' })),
    ...[{}, { issue }].map((asked) => replayOf({ ...way, ...asked })),
  ];
}

interface Handler<Q> {
  execute(query: Q): Promise<{ readonly text: string }>;
}

function asking<Q>(HandlerOf: new (asking: Asking) => Handler<Q>, question: Q): Ask {
  return async (readModel) => (await new HandlerOf(new Asking(readModel, new LaterClock())).execute(question)).text;
}

function replayOf(question: ReplayQuestion): Ask {
  return async (readModel) => {
    const handler = new ReplayHandler(new Asking(readModel, new LaterClock()), readModel);
    const { body } = await handler.execute(new ReplayQuery(NEGOTIATION, question, { takesEvents: false, lastEventId: undefined }));
    let lines = '';
    for await (const line of body ?? []) lines += line;
    return lines;
  };
}

/** What is told to who posts a word of each party on each proposition, the first one and one that follows another. */
async function beside(readModel: ReadModel): Promise<string> {
  const told = { occurred: null, published: '2026-02-01', until: null, previous: null, plan: null } as const;
  const incoming = PARTIES.flatMap((party) =>
    PROPOSITIONS.flatMap((proposition): IncomingReport[] => {
      const word = { ...told, report: 'new', party, proposition, modality: 'rejects' as const };
      const content = position('new', party, 'rejects', { source: 'gazette', by: [party], proposition }) as PositionStated;
      const report = { negotiation: NEGOTIATION, id: 'new', type: 'PositionStated' as const, source: 'gazette', account: '' };
      const one = { ...report, ...told, names: { kind: 'proposition' as const, id: proposition } };
      return [
        { ...one, position: { word, stated: { content, parties: new Map() }, earlier: [] } },
        { ...one, position: { word, stated: null, earlier: [{ ...word, report: 'earlier', modality: 'demands' }] } },
      ];
    }),
  );
  return JSON.stringify(await new ReportsBesideHandler(readModel).execute(new ReportsBesideQuery(incoming)));
}
