import type { IssueFacts } from '../rules/issue-state.js';
import type { Sight } from '../rules/scene.js';
import { type Staleness, staleness } from '../rules/staleness.js';
import type { Grounds } from '../rules/stance.js';
import { compare } from '../vocabulary/compare.js';
import { axesValues, filed, sightOfRow, type SightRow, visible } from './axes-filter.js';
import { DAYS_IN_BLOCK } from './columns.js';
import { meetingFacts } from './meeting-reader.js';
import { idOfName, numberOfName } from './names.js';
import { planFacts } from './plan-reader.js';
import type { NamedValues, ReadModelFile } from './read-model-file.js';
import type { SceneReader } from './scene-reader.js';
import { StatementReader } from './statement-reader.js';

/** Reads what the state of issues rests on, each part from the index that has it in the order of its rule. */
export class IssueReader {
  private readonly file: ReadModelFile;
  private readonly values: NamedValues;
  private readonly statements: StatementReader;

  constructor(private readonly reader: SceneReader) {
    this.file = reader.file;
    this.values = axesValues(reader.at);
    this.statements = new StatementReader(reader.file, reader.negotiation, reader.at);
  }

  /** All that the state of an issue rests on. */
  facts(issue: string): IssueFacts {
    const assessments = this.reader.reportsNaming('issue', [issue], ['AssessmentMade']);
    const blockers = assessments.filter(({ content }) => content.type === 'AssessmentMade' && content.data.blocker);
    const [meetings, plans] = [this.tied(issue, 'meeting'), this.tied(issue, 'plan')];
    this.reader.entries.foresee('meeting', meetings);
    this.reader.entries.foresee('plan', plans);
    return {
      ...this.shortFacts(issue),
      agreements: this.reader.reportsNaming('issue', [issue], ['AgreementSigned']),
      assessments,
      resolving: this.reader.reportsNaming(
        'resolves',
        blockers.map(({ id }) => id),
        ['AssessmentMade'],
      ),
      meetings: meetings.map((meeting) => meetingFacts(this.reader, meeting)),
      plans: plans.map((plan) => planFacts(this.reader, plan)),
    };
  }

  /** Its age, and nothing else. */
  staleness(issue: string): Staleness {
    const { at, registry } = this.reader;
    return staleness(this.latest(issue), at.asOf, registry.negotiation.staleAfterDays);
  }

  /** What its convergence and its age rest on, and no lists. */
  shortFacts(issue: string): IssueFacts {
    const lists = { agreements: [], assessments: [], resolving: [], meetings: [], plans: [] };
    return { issue, grounds: this.grounds(issue), latest: this.latest(issue), ...lists };
  }

  /** What the stances on the propositions of an issue rest on. */
  grounds(issue: string, party?: string): Grounds[] {
    const propositions = this.propositionNumbers(issue);
    this.reader.entries.foresee(
      'proposition',
      propositions.map((number) => idOfName(this.file, number)),
    );
    return this.statements.onTargets('proposition', propositions, party);
  }

  private propositionNumbers(issue: string): number[] {
    const rows = this.file.allBy<{ proposition: number }>(
      'SELECT proposition FROM issue_proposition WHERE issue = $issue AND r_from <= $r AND $r < r_to',
      { ...this.values, $issue: this.numberOf(issue) ?? null },
    );
    return rows.map(({ proposition }) => proposition);
  }

  /** The propositions of an issue, as recorded by R, in no order. */
  propositions(issue: string): string[] {
    return this.propositionNumbers(issue).map((number) => idOfName(this.file, number));
  }

  /** How many visible reports an issue has. */
  reportCount(issue: string): number {
    const row = this.file.getBy<{ count: number }>(`SELECT count(*) AS count FROM standing s WHERE s.issue = $issue AND ${visible('s')}`, {
      ...this.values,
      $issue: this.numberOf(issue) ?? null,
    });
    return row?.count ?? 0;
  }

  /** Of the certain reports that are news the one with the latest `O.hi`: design 4, "Staleness". Blocks of days in which none can be are passed over. */
  latest(issue: string): Sight | undefined {
    const certain = `s.issue = $issue AND s.news = 1 AND s.o_hi <= $d AND s.p_hi <= $k AND ${visible('s')}`;
    const day = `b.block * ${String(DAYS_IN_BLOCK)}`;
    const inBlock = (first: string): string => `s.o_hi >= ${first} AND s.o_hi <= ${first} + ${String(DAYS_IN_BLOCK - 1)}`;
    const row = this.file.getBy<SightRow>(
      `WITH c AS MATERIALIZED (
         SELECT ${day} AS first_day FROM standing_block b
         WHERE b.issue = $issue AND b.block <= ($d >> 4) AND b.p_hi <= $k AND b.r_from <= $r
           AND EXISTS (SELECT 1 FROM standing s WHERE ${inBlock(day)} AND ${certain}) ORDER BY b.block DESC LIMIT 1)
       SELECT r.id, s.* FROM standing s CROSS JOIN report r WHERE ${inBlock('(SELECT first_day FROM c)')} AND ${certain} AND r.report = s.report
       ORDER BY s.o_hi DESC, s.p_hi DESC, s.report DESC LIMIT 1`,
      { ...this.values, $issue: this.numberOf(issue) ?? null },
    );
    return row && sightOfRow(row, this.reader.at);
  }

  /** The meetings or plans that the visible reports of an issue name, by id. */
  private tied(issue: string, kind: 'meeting' | 'plan'): string[] {
    const rows = this.file.allBy<{ number: number }>(
      `WITH RECURSIVE w (name) AS (
         SELECT min(name) FROM tie WHERE issue = $issue
         UNION ALL SELECT (SELECT min(t.name) FROM tie t WHERE t.issue = $issue AND t.name > w.name) FROM w WHERE w.name IS NOT NULL)
       SELECT w.name AS number FROM w CROSS JOIN name n WHERE n.key = w.name AND n.kind = $kind AND EXISTS (
         SELECT 1 FROM tie t CROSS JOIN in_force f WHERE t.issue = $issue AND t.name = w.name AND f.content = t.content AND ${visible('f')}
           AND ${filed('t', 't.issue')})`,
      { ...this.values, $issue: this.numberOf(issue) ?? null, $kind: kind },
    );
    return rows.map(({ number }) => idOfName(this.file, number)).sort(compare);
  }

  private numberOf(issue: string): number | undefined {
    return numberOfName(this.file, this.reader.negotiation, 'issue', issue);
  }
}
