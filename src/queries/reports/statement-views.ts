import { GroundsReader } from '../../read-model/reading/grounds-reader.js';
import type { ReportsAsked } from '../../read-model/reading/reports-asked.js';
import type { SceneReader } from '../../read-model/reading/scene-reader.js';
import { type Grounds, statementIn } from '../../rules/grounds.js';
import { howItCounts } from '../../rules/how-it-counts.js';
import { said } from '../../rules/said.js';
import type { VisibleReport } from '../../rules/scene.js';
import { type Deciding, decidingOn } from '../../rules/stance.js';
import { type Statement, statementsOf, type Target } from '../../rules/statements.js';

/** What a party said on a target, and what decides its stance on it. */
interface OnTarget {
  readonly grounds: Grounds;
  readonly deciding: Deciding | undefined;
}

/** Shows how the statements of reports count, of those on the propositions, and of the parties, that are asked for. */
export class StatementViews {
  private readonly groundsReader: GroundsReader;
  private readonly known = new Map<string, OnTarget | undefined>();

  constructor(
    private readonly reader: SceneReader,
    private readonly asked: NonNullable<ReportsAsked['stated']>,
  ) {
    this.groundsReader = new GroundsReader(reader.index, reader.negotiation, reader.point);
  }

  /** Those of one report, in the order in which it names parties and propositions. */
  of(report: VisibleReport): object[] {
    return statementsOf(report)
      .filter(({ target, party }) => this.isAskedFor(target, party))
      .flatMap((statement) => this.view(statement));
  }

  private view({ party, target, weight, rank, occurred, published, firstPosition }: Statement): object[] {
    const on = this.onTarget(party, target);
    const statement = on && statementIn(on.grounds, { rank, weight, occurred, published, firstPosition });
    if (on === undefined || statement === undefined) return [];
    const { report: _, ...shown } = said(statement);
    const { counts, decidedBy } = howItCounts(statement, on.deciding, on.grounds, this.reader.at.asOf);
    const decided = { counts, decidedBy: decidedBy?.report.id ?? null };
    return [{ party, proposition: target.id, ...shown, weight, conditions: statement.conditions, ...decided }];
  }

  private onTarget(party: string, target: Target): OnTarget | undefined {
    const key = `${party} ${target.id}`;
    if (!this.known.has(key)) {
      const [grounds] = this.groundsReader.onTarget(target, [party]);
      this.known.set(key, grounds && { grounds, deciding: decidingOn(grounds, this.reader.at.asOf) });
    }
    return this.known.get(key);
  }

  private isAskedFor({ kind, id }: Target, party: string): boolean {
    const { propositions, parties } = this.asked;
    return kind === 'proposition' && propositions.includes(id) && (parties === undefined || parties.includes(party));
  }
}
