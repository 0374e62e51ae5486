import { issuesOf, meetingsOf, plansOf } from '../mentions.js';
import type { VisibleReport } from '../scene.js';
import { type Statement, statementsOf, type Target } from '../statements.js';
import { Grouped } from './grouped.js';
import { type Subject, subjectsOf } from './subjects.js';

/** A visible report with what is asked of it again and again. */
export interface Seen {
  readonly report: VisibleReport;
  readonly issues: readonly string[];
  readonly subjects: readonly Subject[];
}

/** The reports that are visible just now, found by what they touch. */
export class VisibleReports {
  private readonly byId = new Map<string, Seen>();
  private readonly statements = new Grouped<Statement>();
  private readonly meetings = new Grouped<Seen>();
  private readonly plans = new Grouped<Seen>();
  private readonly resolvers = new Grouped<VisibleReport>();

  /** @param issueOf the issue of a proposition */
  constructor(private readonly issueOf: (proposition: string) => string | undefined) {}

  get(id: string): Seen | undefined {
    return this.byId.get(id);
  }

  /** Puts a report as it is seen now in the place of the same report as it was seen before. */
  put(report: VisibleReport): Seen {
    this.delete(report.id);
    const { id, content } = report;
    const seen = { report, issues: issuesOf(content, this.issueOf), subjects: subjectsOf(report, this.issueOf) };
    this.byId.set(id, seen);
    for (const statement of statementsOf(report)) this.statements.put(stanceOf(statement), id, statement);
    for (const meeting of meetingsOf(content)) this.meetings.put(meeting, id, seen);
    for (const plan of plansOf(content)) this.plans.put(plan, id, seen);
    if (content.type === 'AssessmentMade' && content.data.resolves !== null) this.resolvers.put(content.data.resolves, id, report);
    return seen;
  }

  delete(id: string): void {
    const report = this.byId.get(id)?.report;
    if (report === undefined) return;
    const { content } = report;
    this.byId.delete(id);
    for (const statement of statementsOf(report)) this.statements.delete(stanceOf(statement), id);
    for (const meeting of meetingsOf(content)) this.meetings.delete(meeting, id);
    for (const plan of plansOf(content)) this.plans.delete(plan, id);
    if (content.type === 'AssessmentMade' && content.data.resolves !== null) this.resolvers.delete(content.data.resolves, id);
  }

  statementsOf(party: string, target: Target): Statement[] {
    return this.statements.of(stanceOf({ party, target }));
  }

  namingMeeting(id: string): Seen[] {
    return this.meetings.of(id);
  }

  namingPlan(id: string): Seen[] {
    return this.plans.of(id);
  }

  /** Those that say that the blocker is resolved. */
  resolving(blocker: string): VisibleReport[] {
    return this.resolvers.of(blocker);
  }
}

function stanceOf({ party, target }: Pick<Statement, 'party' | 'target'>): string {
  return `${party} ${target.kind} ${target.id}`;
}
