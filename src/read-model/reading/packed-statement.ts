import type { Actor } from '../../vocabulary/actor.js';
import type { Certainty } from '../../vocabulary/axes.js';
import type { Day } from '../../vocabulary/day.js';
import type { DayWindow } from '../../vocabulary/edtf-window.js';
import type { Condition } from '../../vocabulary/events/position-stated.js';
import type { Form } from '../../vocabulary/events/report.js';
import type { Modality } from '../../vocabulary/modality.js';
import type { Axis, Visible } from '../../rules/scene.js';
import type { Statement, Target } from '../../rules/statements.js';
import { certaintyOf, uncertainAxes } from '../../rules/visibility.js';
import { fromColumn, windowOfColumns } from '../tables/columns.js';
import {
  formOfHead,
  hasConditionsInHead,
  isNamedInHead,
  modalityOfHead,
  rankOfStrand,
  strandOfHead,
  weightOfStrand,
} from '../tables/statement-head.js';
import type { Index } from './opened-lists.js';
import type { PairStatements } from './pair-statements.js';
import type { Point } from './point.js';
import type { ShortRows } from './short-rows.js';

const NONE: readonly Condition[] = [];

/** Whose statements they are, and on what. */
export interface Held {
  readonly party: string;
  readonly target: Target;
}

/** Where it is read: a pair at a point. */
export interface HeldAt {
  readonly index: Index;
  readonly point: Point;
  readonly held: Held;
  readonly pair: PairStatements;
}

/** A statement in the list of its pair, and where its report stands: what is not asked for is not read. */
export class PackedStatement implements Statement, Visible {
  readonly occurred: DayWindow;
  readonly published: DayWindow;
  private knownId: string | undefined;
  private knownUncertain: readonly Axis[] | undefined;

  constructor(
    private readonly on: HeldAt,
    readonly place: number,
  ) {
    const { rows } = this;
    this.occurred = windowOfColumns(rows.oLo(place), rows.oHi(place));
    this.published = windowOfColumns(rows.pLo(place), rows.pHi(place));
  }

  get report(): Visible {
    return this;
  }

  get id(): string {
    return (this.knownId ??= this.on.pair.idOf(this.place));
  }

  get party(): string {
    return this.on.held.party;
  }

  get target(): Target {
    return this.on.held.target;
  }

  get rank(): 0 | 1 {
    return rankOfStrand(strandOfHead(this.head));
  }

  get weight(): number {
    return weightOfStrand(strandOfHead(this.head));
  }

  get modality(): Modality {
    return modalityOfHead(this.head);
  }

  get form(): Form {
    return formOfHead(this.head);
  }

  get until(): Day {
    return fromColumn(this.rows.until(this.place));
  }

  /** The number of its report, and of the one that it names as its previous; 0 for none. */
  get reportNumber(): number {
    return this.rows.report(this.place);
  }

  get named(): number {
    return this.rows.names(this.place);
  }

  /** Whether any statement of its pair names its report. */
  get isNamed(): boolean {
    return isNamedInHead(this.head);
  }

  get names(): string | null {
    return this.named === 0 ? null : this.on.index.subjectOf(this.named);
  }

  get firstPosition(): bigint {
    return BigInt(this.reportNumber);
  }

  get hasConditions(): boolean {
    return hasConditionsInHead(this.head);
  }

  get conditions(): readonly Condition[] {
    return this.hasConditions ? this.on.index.conditions.of(this.rows.content(this.place)) : NONE;
  }

  get by(): readonly Actor[] {
    return this.on.index.speakersOf(this.rows.by(this.place));
  }

  get source(): string {
    return this.on.index.names.idOf(this.rows.source(this.place));
  }

  get occurredAsWritten(): string {
    return this.on.index.names.idOf(Math.abs(this.rows.written(this.place)));
  }

  get isDated(): boolean {
    return this.rows.written(this.place) > 0;
  }

  get certainty(): Certainty {
    return certaintyOf(this.uncertain);
  }

  get uncertain(): readonly Axis[] {
    return (this.knownUncertain ??= uncertainAxes(this.occurred, this.published, this.on.point.at));
  }

  private get head(): number {
    return this.rows.head(this.place);
  }

  private get rows(): ShortRows {
    return this.on.pair.rows;
  }
}
