import type { At } from '../../vocabulary/axes.js';
import type { Day } from '../../vocabulary/day.js';
import { compare } from '../../vocabulary/compare.js';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import { agreementViews } from '../agreement-views.js';
import { opposedTargets, reportedBlockers } from '../blockers.js';
import { tellsOtherwise } from '../content-in-force.js';
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
import {
  absent,
  agreementPath,
  blockerPath,
  byPlace,
  CONVERGENCE,
  meetingPath,
  type Element,
  planPath,
  STALE,
  stancePath,
} from './change.js';
import { DueDays } from './due-days.js';
import { type ElementMove, Elements, type Placed } from './elements.js';
import { Grouped } from './grouped.js';
import { NOTHING_SEEN, type Sights } from './sights.js';
import { inOrderOfWork, restsOnEntry, type Subject, subjectKey, subjectsOf } from './subjects.js';

/** A report that was looked at again. */
export interface Look {
  readonly id: string;
  readonly before: VisibleReport | undefined;
  readonly after: VisibleReport | undefined;
  /** Whether it tells something else than before; else it is at most seen with another certainty. */
  readonly isChanged: boolean;
  /** Those of the report before and after. */
  readonly issues: readonly string[];
  /** Keys of the subjects that the report touches, before and after. */
  readonly subjects: readonly string[];
}

interface Known {
  readonly key: string;
  readonly subject: Subject;
}

/**
 * The state of a whole negotiation at one point on the axes, which moves: what changed is worked out anew, and nothing else.
 * It holds the state alone; the reports that it rests on are asked for, so that its size does not follow the history.
 * It gives, element by element, what `issueState` and `unassignedState` give for each issue and for none (a property in
 * test/unit/replay holds it to that).
 */
export class Board {
  private readonly elements = new Elements();
  /** By proposition, then party. */
  private readonly stances = new Grouped<Stance>();
  /** By issue, then proposition. */
  private readonly verdicts = new Grouped<TargetVerdict>();
  /** Propositions with a counted stance, by issue. */
  private readonly counted = new Grouped<true>();
  /** What the state is made of. */
  private readonly subjects = new Map<string, Known>();
  /** When issues become stale that are not yet. */
  private readonly due = new DueDays();
  private unsettled = new Map<string, Known>();
  private before: At;
  private earlier: Sights = NOTHING_SEEN;

  /**
   * @param registry as recorded by R; where it changes, tell `entryChanged`
   * @param sights what is seen from the point; of what is seen already, tell `startWith`
   */
  constructor(
    private readonly registry: Registry,
    private at: At,
    private sights: Sights,
  ) {
    this.before = at;
  }

  /** Takes what the state is made of where the way starts. */
  startWith(subjects: readonly Subject[]): void {
    for (const subject of subjects) this.unsettle(subject);
    this.settle();
  }

  /**
   * Moves to another point; reports and entries that the way there touches must be looked at.
   * @param before the last point before it on the way
   */
  moveTo(at: At, before: At, sights: Sights): void {
    this.at = at;
    this.before = before;
    for (const issue of this.due.by(at.asOf)) this.unsettle({ kind: 'staleness', issue });
    this.earlier = this.sights;
    this.sights = sights;
  }

  /** Compares a report with what it was before the last move. All that rests on it is worked out anew, whether it changed or not. */
  look(id: string): Look {
    const before = this.earlier.report(id);
    const after = this.sights.report(id);
    const seen = [before, after].filter((report) => report !== undefined);
    const subjects = seen.flatMap((report) => subjectsOf(report, issueIn(this.registry))).map((subject) => this.unsettle(subject));
    return {
      id,
      before,
      after,
      isChanged: tellsOtherwise(before, after),
      issues: withoutRepeats(seen.flatMap((report) => this.issuesOf(report))),
      subjects: withoutRepeats(subjects),
    };
  }

  /** What an entry of the registry says is worked out anew where it shows. */
  entryChanged(kind: EntryKind, id: string): void {
    for (const { subject } of [...this.subjects.values()]) if (restsOnEntry(subject, kind, id)) this.unsettle(subject);
  }

  /** What rests on a proposition leaves the issue that it had; the reports that name it must be looked at. */
  propositionMoved(proposition: string, from: string): void {
    const to = this.issueOf(proposition);
    if (to === undefined || to === from) return;
    this.verdicts.delete(from, proposition);
    this.counted.delete(from, proposition);
    for (const issue of [from, to]) {
      this.unsettle({ kind: 'convergence', issue });
      this.unsettle({ kind: 'staleness', issue });
    }
  }

  /** The first day behind one, up to another, on which time alone changes something that no report tells of: an issue becomes stale. */
  nextDue(after: Day, upTo: Day): Day | undefined {
    return this.due.next(after, upTo);
  }

  /** Works out all that was touched since the last time. @returns what moved, in the order of changes */
  settle(): ElementMove[] {
    const touched = inOrderOfWork(this.unsettled.values(), ({ subject }) => subject);
    this.unsettled = new Map();
    return touched.flatMap((known) => this.worked(known)).sort(byPlace);
  }

  /** @returns the key of the subject */
  private unsettle(subject: Subject): string {
    const key = subjectKey(subject);
    const known = this.unsettled.get(key) ?? this.subjects.get(key) ?? { key, subject };
    this.unsettled.set(key, known);
    return known.key;
  }

  private worked(known: Known): ElementMove[] {
    const { key, subject } = known;
    const placed = this.placed(subject);
    // What is not there any more must not be kept: a history has more of it than a state.
    if (placed.length > 0 || this.isKeptFor(subject)) this.subjects.set(key, known);
    else this.subjects.delete(key);
    return this.elements.replace(key, placed, { before: this.before.asOf, after: this.at.asOf });
  }

  /** Whether an entry of the registry alone may make an element of it. */
  private isKeptFor(subject: Subject): boolean {
    if (subject.kind === 'verdict') return this.stances.has(subject.proposition);
    return (
      subject.kind === 'convergence' || subject.kind === 'staleness' || (subject.kind === 'stance' && this.stances.has(subject.target.id))
    );
  }

  private placed(subject: Subject): Placed[] {
    switch (subject.kind) {
      case 'stance':
        return this.stance(subject);
      case 'verdict':
        return this.verdict(subject.proposition);
      case 'convergence':
        return this.convergence(subject.issue);
      case 'staleness':
        return this.staleness(subject.issue);
      case 'agreement':
        return this.agreement(subject.id);
      case 'meeting':
        return this.meeting(subject.id);
      case 'plan':
        return this.plan(subject.id);
      case 'blocker':
        return this.blocker(subject.id);
    }
  }

  private stance({ party, target }: Subject & { kind: 'stance' }): Placed[] {
    const grounds = this.sights.grounds(party, target);
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
    const textOf = (id: string): string => this.registry.proposition.get(id)?.text ?? id;
    const [blocker] = verdict ? opposedTargets([verdict], textOf, this.at.asOf) : [];
    return blocker ? [placed(issue, blockerPath(proposition), blocker)] : [];
  }

  private convergence(issue: string): Placed[] {
    const targets = this.verdicts.of(issue);
    const element = convergence(
      targets.map(({ verdict }) => verdict),
      this.counted.of(issue).length,
    );
    const evidence = withoutRepeats(targets.flatMap((target) => target.evidence));
    return element === absent(CONVERGENCE) && evidence.length === 0 ? [] : [{ issue, path: CONVERGENCE, element, evidence }];
  }

  private staleness(issue: string): Placed[] {
    const latest = this.sights.latest(issue);
    const { asOf } = this.at;
    const { staleAfterDays } = this.registry.negotiation;
    const from = latest === undefined ? Infinity : staleFrom(latest, staleAfterDays);
    this.due.set(issue, from > asOf ? from : Infinity);
    if (latest === undefined) return [];
    return [{ issue, path: STALE, element: staleness(latest, asOf, staleAfterDays).stale, evidence: [latest.id] }];
  }

  private agreement(id: string): Placed[] {
    const report = this.sights.report(id);
    if (report === undefined) return [];
    return this.issuesListing([report]).flatMap((issue) =>
      agreementViews([report]).map((element) => ({ issue, path: agreementPath(id), element, evidence: [id] })),
    );
  }

  private meeting(id: string): Placed[] {
    const naming = this.sights.naming('meeting', id);
    if (naming.length === 0) return [];
    const briefs = meetingBriefs(this.sceneOf(naming), [id]);
    return this.issuesListing(naming).flatMap((issue) => briefs.map((element) => placed(issue, meetingPath(id), element)));
  }

  private plan(id: string): Placed[] {
    const naming = this.sights.naming('plan', id);
    if (naming.length === 0) return [];
    const scene = this.sceneOf(naming);
    return this.issuesListing(naming).flatMap((issue) =>
      planBriefs(scene, [id], issue).map((element) => placed(issue, planPath(id), element)),
    );
  }

  private blocker(id: string): Placed[] {
    const report = this.sights.report(id);
    if (report === undefined) return [];
    const [element] = reportedBlockers([report], this.sights.resolving(id), this.at.asOf);
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
