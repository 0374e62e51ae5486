import type { At } from '../../vocabulary/axes.js';
import { compare } from '../../vocabulary/compare.js';
import { agreementViews } from '../agreement-views.js';
import { opposedTargets, reportedBlockers } from '../blockers.js';
import { convergence } from '../convergence.js';
import { isCounted } from '../counted.js';
import { issueIn } from '../issue-state.js';
import { meetingBriefs } from '../meeting-brief.js';
import { issuesOf } from '../mentions.js';
import { withoutRepeats } from '../order.js';
import { planBriefs } from '../plan-brief.js';
import { principalsOf } from '../principals.js';
import type { Registry, Scene, VisibleReport } from '../scene.js';
import { staleFrom, staleness } from '../staleness.js';
import { type Stance, stanceOn } from '../stance.js';
import { stanceView } from '../stance-view.js';
import { type TargetVerdict, targetVerdicts } from '../targets.js';
import { absent, agreementPath, blockerPath, CONVERGENCE, type Element, meetingPath, planPath, STALE, stancePath } from './change.js';
import { DueDays } from './due-days.js';
import type { Placed } from './elements.js';
import { Grouped } from './grouped.js';
import type { Part } from './parts.js';
import type { View } from './view.js';

/**
 * Gives the elements of each part of a state at a point, which moves. Stances must be worked out before the verdicts that rest on them,
 * and these before the convergence: it holds both, so that neither is worked out again for the other.
 */
export class ElementsOfParts {
  /** By proposition, then party. */
  private readonly stances = new Grouped<Stance>();
  /** By issue, then proposition. */
  private readonly verdicts = new Grouped<TargetVerdict>();
  /** Propositions with a counted stance, by issue. */
  private readonly counted = new Grouped<true>();
  /** When issues become stale that are not yet. */
  readonly due = new DueDays();

  /**
   * @param registry as recorded by R
   * @param view what is visible from the point
   */
  constructor(
    private readonly registry: Registry,
    private at: At,
    private view: View,
  ) {}

  moveTo(at: At, view: View): void {
    this.at = at;
    this.view = view;
  }

  /** Whether an entry of the registry alone may make an element of it. */
  isKeptFor(part: Part): boolean {
    if (part.kind === 'verdict') return this.stances.has(part.proposition);
    return part.kind === 'convergence' || part.kind === 'staleness' || (part.kind === 'stance' && this.stances.has(part.target.id));
  }

  /** The elements that a part gives at the point. */
  of(part: Part): Placed[] {
    switch (part.kind) {
      case 'stance':
        return this.stance(part);
      case 'verdict':
        return this.verdict(part.proposition);
      case 'convergence':
        return this.convergence(part.issue);
      case 'staleness':
        return this.staleness(part.issue);
      case 'agreement':
        return this.agreement(part.id);
      case 'meeting':
        return this.meeting(part.id);
      case 'plan':
        return this.plan(part.id);
      case 'blocker':
        return this.blocker(part.id);
    }
  }

  /** What rests on a proposition leaves the issue that it had. */
  propositionLeft(proposition: string, issue: string): void {
    this.verdicts.delete(issue, proposition);
    this.counted.delete(issue, proposition);
  }

  private stance({ party, target }: Part & { kind: 'stance' }): Placed[] {
    const grounds = this.view.grounds(party, target);
    const stance = grounds && stanceOn(grounds, this.at.asOf);
    const isOnPlan = target.kind === 'plan';
    if (!isOnPlan) keep(this.stances, target.id, party, stance);
    const issue = isOnPlan ? null : this.issueOf(target.id);
    if (stance === undefined || issue === undefined) return [];
    return [placed(issue, stancePath(party, target), stanceView(stance, this.registry))];
  }

  private verdict(proposition: string): Placed[] {
    const issue = this.issueOf(proposition);
    if (issue === undefined) return [];
    const principals = principalsOf(this.registry, issue);
    const stances = this.stances.of(proposition);
    const [verdict] = targetVerdicts(stances, principals);
    keep(this.verdicts, issue, proposition, verdict);
    keep(this.counted, issue, proposition, stances.some((stance) => isCounted(stance, principals)) || undefined);
    const [blocker] = verdict ? opposedTargets([verdict], this.registry.proposition, this.at.asOf) : [];
    return blocker ? [placed(issue, blockerPath(proposition), blocker)] : [];
  }

  private convergence(issue: string): Placed[] {
    // They came in the order in which they were looked at.
    const targets = [...this.verdicts.of(issue)].sort((a, b) => compare(a.proposition, b.proposition));
    const element = convergence(
      targets.map(({ verdict }) => verdict),
      this.counted.of(issue).length,
    );
    const evidence = withoutRepeats(targets.flatMap((target) => target.evidence));
    return element === absent(CONVERGENCE) && evidence.length === 0 ? [] : [{ issue, path: CONVERGENCE, element, evidence }];
  }

  private staleness(issue: string): Placed[] {
    const latest = this.view.latest(issue);
    const { asOf } = this.at;
    const { staleAfterDays } = this.registry.negotiation;
    const from = latest === undefined ? Infinity : staleFrom(latest, staleAfterDays);
    this.due.set(issue, from > asOf ? from : Infinity);
    if (latest === undefined) return [];
    return [{ issue, path: STALE, element: staleness(latest, asOf, staleAfterDays).stale, evidence: [latest.id] }];
  }

  private agreement(id: string): Placed[] {
    const report = this.view.report(id);
    if (report === undefined) return [];
    return this.issuesListing([report]).flatMap((issue) =>
      agreementViews([report]).map((element) => ({ issue, path: agreementPath(id), element, evidence: [id] })),
    );
  }

  private meeting(id: string): Placed[] {
    const naming = this.view.naming('meeting', id);
    if (naming.length === 0) return [];
    const briefs = meetingBriefs(this.sceneOf(naming), [id]);
    return this.issuesListing(naming).flatMap((issue) => briefs.map((element) => placed(issue, meetingPath(id), element)));
  }

  private plan(id: string): Placed[] {
    const naming = this.view.naming('plan', id);
    if (naming.length === 0) return [];
    const scene = this.sceneOf(naming);
    return this.issuesListing(naming).flatMap((issue) =>
      planBriefs(scene, [id], issue).map((element) => placed(issue, planPath(id), element)),
    );
  }

  private blocker(id: string): Placed[] {
    const report = this.view.report(id);
    if (report === undefined) return [];
    const [element] = reportedBlockers([report], this.view.resolving(id), this.at.asOf);
    if (element === undefined) return [];
    return this.issuesListing([report]).map((issue) =>
      placed(issue, blockerPath(id, issue !== null && this.issueOf(id) === issue), element),
    );
  }

  private issueOf(proposition: string): string | undefined {
    return issueIn(this.registry)(proposition);
  }

  private issuesOf({ content }: VisibleReport): string[] {
    return issuesOf(content, issueIn(this.registry));
  }

  /** The issues that list what some reports name; the negotiation itself where they tie it to none. */
  private issuesListing(naming: readonly VisibleReport[]): (string | null)[] {
    const issues = withoutRepeats(naming.flatMap((report) => this.issuesOf(report))).sort(compare);
    return issues.length > 0 ? issues : [null];
  }

  private sceneOf(reports: readonly VisibleReport[]): Scene {
    return { at: this.at, registry: this.registry, reports };
  }
}

function placed(issue: string | null, path: string, element: Element & { readonly evidence: readonly string[] }): Placed {
  return { issue, path, element, evidence: element.evidence };
}

function keep<T>(grouped: Grouped<T>, group: string, id: string, item: T | undefined): void {
  if (item === undefined) grouped.delete(group, id);
  else grouped.put(group, id, item);
}
