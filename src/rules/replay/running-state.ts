import type { At } from '../../vocabulary/axes.js';
import type { Day } from '../../vocabulary/day.js';
import type { EntryKind } from '../../vocabulary/events/registry-entries.js';
import { tellsOtherwise } from '../content-in-force.js';
import { issueIn } from '../issue-state.js';
import { issuesOf } from '../mentions.js';
import { withoutRepeats } from '../order.js';
import type { Registry, VisibleReport } from '../scene.js';
import { byPlace } from './change.js';
import { type ElementDifference, Elements } from './elements.js';
import { ElementsOfParts } from './elements-of-parts.js';
import { inOrderOfWork, type Part, partKey, partsOf, restsOnEntry } from './parts.js';
import { NOTHING_VISIBLE, type View } from './view.js';

/** A report at the point where the state is, and at the one before it. */
export interface Comparison {
  readonly id: string;
  readonly before: VisibleReport | undefined;
  readonly after: VisibleReport | undefined;
  /** Whether it tells something else than before; else it is at most seen with another certainty. */
  readonly isChanged: boolean;
  /** Those of the report before and after. */
  readonly issues: readonly string[];
  /** Keys of the parts that the report touches, before and after. */
  readonly parts: readonly string[];
}

interface KeyedPart {
  readonly key: string;
  readonly part: Part;
}

/**
 * The state of a whole negotiation at one point on the axes, which moves: what changed is worked out anew, and nothing else.
 * It holds the state alone; the reports that it rests on are asked for, so that its size does not follow the history.
 * It gives, element by element, the state of each issue and what stands on none (a property in test/unit/replay holds it to
 * that).
 */
export class RunningState {
  private readonly elements = new Elements();
  private readonly elementsOf: ElementsOfParts;
  /** What the state is made of. */
  private readonly parts = new Map<string, KeyedPart>();
  private unsettled = new Map<string, KeyedPart>();
  /** D on both sides of what is worked out. */
  private asOf: ElementDifference['asOf'];
  private earlier: View = NOTHING_VISIBLE;

  /**
   * @param registry as recorded by R; where it changes, tell `entryChanged`
   * @param view what is visible from the point; of what is visible already, tell `startWith`
   */
  constructor(
    private readonly registry: Registry,
    at: At,
    private view: View,
  ) {
    this.asOf = { before: at.asOf, after: at.asOf };
    this.elementsOf = new ElementsOfParts(registry, at, view);
  }

  /** Takes what the state is made of where the way starts. */
  startWith(parts: readonly Part[]): void {
    for (const part of parts) this.unsettle(part);
    for (const _ of this.settle());
  }

  /**
   * Moves to another point; reports and entries that the way there touches must be compared.
   * @param before D of the last point before it on the way
   */
  moveTo(at: At, before: Day, view: View): void {
    this.asOf = { before, after: at.asOf };
    this.earlier = this.view;
    this.view = view;
    this.elementsOf.moveTo(at, view);
    for (const issue of this.elementsOf.due.by(at.asOf)) this.unsettle({ kind: 'staleness', issue });
  }

  /** Compares a report with what it was before the last move. All that rests on it is worked out anew, whether it changed or not. */
  compare(id: string): Comparison {
    const before = this.earlier.report(id);
    const after = this.view.report(id);
    const issueOf = issueIn(this.registry);
    const visible = [before, after].filter((report) => report !== undefined);
    const parts = visible.flatMap((report) => partsOf(report, issueOf)).map((part) => this.unsettle(part));
    return {
      id,
      before,
      after,
      isChanged: tellsOtherwise(before, after),
      issues: withoutRepeats(visible.flatMap(({ content }) => issuesOf(content, issueOf))),
      parts: withoutRepeats(parts),
    };
  }

  /** What an entry of the registry says is worked out anew where it shows. */
  entryChanged(kind: EntryKind, id: string): void {
    for (const { part } of [...this.parts.values()]) if (restsOnEntry(part, kind, id)) this.unsettle(part);
  }

  /** What rests on a proposition leaves the issue that it had; the reports that name it must be compared. */
  propositionMoved(proposition: string, from: string): void {
    const to = issueIn(this.registry)(proposition);
    if (to === undefined || to === from) return;
    this.elementsOf.propositionLeft(proposition, from);
    for (const issue of [from, to]) {
      this.unsettle({ kind: 'convergence', issue });
      this.unsettle({ kind: 'staleness', issue });
    }
  }

  /** The first day behind one, up to another, on which time alone changes something that no report tells of: an issue becomes stale. */
  nextDue(after: Day, upTo: Day): Day | undefined {
    return this.elementsOf.due.next(after, upTo);
  }

  /** Works out all that was touched since the last time, a part at each step. @returns what differs now, in the order of changes */
  *settle(): Generator<undefined, ElementDifference[]> {
    const touched = inOrderOfWork(this.unsettled.values(), ({ part }) => part);
    this.unsettled = new Map();
    const differences: ElementDifference[] = [];
    for (const keyed of touched) {
      differences.push(...this.worked(keyed));
      yield;
    }
    return differences.sort(byPlace);
  }

  /** @returns the key of the part */
  private unsettle(part: Part): string {
    const key = partKey(part);
    const keyed = this.unsettled.get(key) ?? this.parts.get(key) ?? { key, part };
    this.unsettled.set(key, keyed);
    return keyed.key;
  }

  private worked(keyed: KeyedPart): ElementDifference[] {
    const { key, part } = keyed;
    const placed = this.elementsOf.of(part);
    // What is not there any more must not be kept: a history has more of it than a state.
    if (placed.length > 0 || this.elementsOf.isKeptFor(part)) this.parts.set(key, keyed);
    else this.parts.delete(key);
    return this.elements.replace(key, placed, this.asOf);
  }
}
