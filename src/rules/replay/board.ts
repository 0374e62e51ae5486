import type { At } from '../../vocabulary/axes.js';
import { compare } from '../../vocabulary/compare.js';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import { opposedTargets, reportedBlockers } from '../blockers.js';
import { convergence, principalsOf } from '../convergence.js';
import { issueIn, meetingBriefs, planBriefs } from '../issue-state.js';
import { withoutRepeats } from '../order.js';
import type { Registry, Scene, VisibleReport } from '../scene.js';
import { type Stance, stanceOf } from '../stance.js';
import { stanceView } from '../stance-view.js';
import { type TargetVerdict, targetVerdicts } from '../verdict.js';
import { blockerPath, byPlace, CONVERGENCE, meetingPath, NO_CONVERGENCE, planPath, stancePath } from './change.js';
import { tellTheSame } from '../content-in-force.js';
import { type ElementChange, Elements, type Placed } from './elements.js';
import { Grouped } from './grouped.js';
import { inOrderOfWork, restsOnEntry, type Subject, subjectKey } from './subjects.js';
import { type Seen, VisibleReports } from './visible-reports.js';

/** A report that was looked at again. */
export interface Look {
  readonly id: string;
  readonly before: VisibleReport | undefined;
  readonly after: VisibleReport | undefined;
  /** Whether it tells something else than before; else it is at most seen with another certainty. */
  readonly isNews: boolean;
  /** Those of the report before and after. */
  readonly issues: readonly string[];
  /** Keys of the subjects that the report touches, before and after. */
  readonly subjects: readonly string[];
}

/**
 * The state of a whole negotiation at one point on the axes, which moves: what changed is worked out anew, and nothing else.
 * It gives, element by element, what `issueState` and `unassignedState` give for each issue and for none (a property in
 * test/unit/replay holds it to that).
 */
export class Board {
  private readonly visible: VisibleReports;
  private readonly elements = new Elements();
  /** By proposition, then party. */
  private readonly stances = new Grouped<Stance>();
  /** By issue, then proposition. */
  private readonly verdicts = new Grouped<TargetVerdict>();
  private readonly subjects = new Map<string, Subject>();
  private unsettled = new Map<string, Subject>();

  /** @param registry as recorded by R; where it changes, tell `entryChanged` */
  constructor(
    private readonly registry: Registry,
    private at: At,
  ) {
    this.visible = new VisibleReports(issueIn(registry));
  }

  /** Moves to another point; reports and clocks that the way there touches must be looked at. */
  moveTo(at: At): void {
    this.at = at;
  }

  /** The report as it was last looked at. */
  report(id: string): VisibleReport | undefined {
    return this.visible.get(id)?.report;
  }

  /** Takes a report as it is seen now, undefined: not at all. All that rests on it is worked out anew, whether it changed or not. */
  look(id: string, report: VisibleReport | undefined): Look {
    const before = this.visible.get(id);
    const after = report && this.visible.put(report);
    if (after === undefined) this.visible.delete(id);
    const subjects = [before, after].flatMap((seen) => seen?.subjects ?? []);
    return {
      id,
      before: before?.report,
      after: after?.report,
      isNews: isNews(before, after),
      issues: withoutRepeats([before, after].flatMap((seen) => seen?.issues ?? [])),
      subjects: this.unsettle(subjects),
    };
  }

  /** What an entry of the registry says is worked out anew where it shows. */
  entryChanged(kind: EntryKind, id: string): void {
    this.unsettle([...this.subjects.values()].filter((subject) => restsOnEntry(subject, kind, id)));
  }

  /** Works out all that was touched since the last time. @returns what changed, in the order of changes */
  settle(): ElementChange[] {
    const subjects = inOrderOfWork(this.unsettled.values());
    this.unsettled = new Map();
    return subjects.flatMap((subject) => this.elements.replace(subjectKey(subject), this.placed(subject))).sort(byPlace);
  }

  private unsettle(subjects: readonly Subject[]): string[] {
    const byKey = new Map(subjects.map((subject) => [subjectKey(subject), subject]));
    for (const [key, subject] of byKey) {
      this.subjects.set(key, subject);
      this.unsettled.set(key, subject);
    }
    return [...byKey.keys()];
  }

  private placed(subject: Subject): Placed[] {
    switch (subject.kind) {
      case 'stance':
        return this.stance(subject);
      case 'verdict':
        return this.verdict(subject.proposition);
      case 'convergence':
        return this.convergence(subject.issue);
      case 'meeting':
        return this.meeting(subject.id);
      case 'plan':
        return this.plan(subject.id);
      case 'blocker':
        return this.blocker(subject.id);
    }
  }

  private stance({ party, target }: Subject & { kind: 'stance' }): Placed[] {
    const stance = stanceOf(this.visible.statementsOf(party, target), this.at.asOf);
    const isOnPlan = target.kind === 'plan';
    if (!isOnPlan) keep(this.stances, target.id, party, stance);
    const issue = isOnPlan ? null : this.issueOf(target.id);
    if (stance === undefined || issue === undefined) return [];
    return [{ issue, path: stancePath(party, target), element: stanceView(stance, this.registry) }];
  }

  private verdict(proposition: string): Placed[] {
    const issue = this.issueOf(proposition);
    if (issue === undefined) return [];
    const [verdict] = targetVerdicts(this.stances.of(proposition), principalsOf(this.registry, issue));
    keep(this.verdicts, issue, proposition, verdict);
    const [blocker] = verdict ? opposedTargets([verdict], (id) => this.registry.proposition.get(id)?.text ?? id) : [];
    return blocker ? [{ issue, path: blockerPath(proposition), element: blocker }] : [];
  }

  private convergence(issue: string): Placed[] {
    const element = convergence(this.verdicts.of(issue).map(({ verdict }) => verdict));
    return element === NO_CONVERGENCE ? [] : [{ issue, path: CONVERGENCE, element }];
  }

  private meeting(id: string): Placed[] {
    const naming = this.visible.namingMeeting(id);
    if (naming.length === 0) return [];
    const briefs = meetingBriefs(this.sceneOf(naming), [id]);
    return issuesListing(naming).flatMap((issue) => briefs.map((element) => ({ issue, path: meetingPath(id), element })));
  }

  private plan(id: string): Placed[] {
    const naming = this.visible.namingPlan(id);
    if (naming.length === 0) return [];
    const scene = this.sceneOf(naming);
    return issuesListing(naming).flatMap((issue) =>
      planBriefs(scene, [id], issue).map((element) => ({ issue, path: planPath(id), element })),
    );
  }

  private blocker(id: string): Placed[] {
    const seen = this.visible.get(id);
    if (seen === undefined) return [];
    const [element] = reportedBlockers([seen.report], this.visible.resolving(id));
    if (element === undefined) return [];
    return issuesListing([seen]).map((issue) => ({
      issue,
      path: blockerPath(id, issue !== null && this.issueOf(id) === issue),
      element,
    }));
  }

  private issueOf(proposition: string): string | undefined {
    return issueIn(this.registry)(proposition);
  }

  private sceneOf(seen: readonly Seen[]): Scene {
    return { at: this.at, registry: this.registry, reports: seen.map(({ report }) => report) };
  }
}

function isNews(before: Seen | undefined, after: Seen | undefined): boolean {
  if (before === undefined || after === undefined) return before !== after;
  return !tellTheSame(before.report, after.report);
}

/** The issues that list what some reports name; the negotiation itself where they tie it to none. */
function issuesListing(naming: readonly Seen[]): (string | null)[] {
  const issues = withoutRepeats(naming.flatMap((seen) => seen.issues)).sort(compare);
  return issues.length > 0 ? issues : [null];
}

function keep<T>(grouped: Grouped<T>, group: string, id: string, item: T | undefined): void {
  if (item === undefined) grouped.delete(group, id);
  else grouped.put(group, id, item);
}
