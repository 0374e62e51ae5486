import type { Actor } from '../../vocabulary/actor.js';
import type { Day } from '../../vocabulary/day.js';
import type { DayWindow } from '../../vocabulary/edtf-window.js';
import type { Condition } from '../../vocabulary/events/position-stated.js';
import type { Form } from '../../vocabulary/events/report.js';
import type { Modality } from '../../vocabulary/modality.js';
import type { Visible } from '../../rules/scene.js';
import type { Statement, Target } from '../../rules/statements.js';
import { certaintyOf, uncertainAxes } from '../../rules/visibility.js';
import { fromColumn, windowOfColumns } from '../tables/columns.js';
import { STATEMENT } from '../tables/list-kinds.js';
import { formOfHead, hasConditionsInHead, modalityOfHead, rankOfStrand, strandOfHead, weightOfStrand } from '../tables/statement-head.js';
import type { Index } from './opened-lists.js';
import { type PairStatements, ROW_SHIFT } from './pair-statements.js';
import type { Point } from './point.js';

/** Whose statements they are, and on what. */
export interface Held {
  readonly party: string;
  readonly target: Target;
}

/** A statement in the list of its pair: what is not asked for is not read. */
export class PackedStatement implements Statement {
  readonly occurred: DayWindow;
  readonly published: DayWindow;
  private readonly at: number;
  private visible: Visible | undefined;

  constructor(
    private readonly index: Index,
    private readonly point: Point,
    private readonly held: Held,
    private readonly pair: PairStatements,
    readonly place: number,
  ) {
    this.at = place << ROW_SHIFT;
    this.occurred = windowOfColumns(this.number(STATEMENT.oLo), this.number(STATEMENT.oHi));
    this.published = windowOfColumns(this.number(STATEMENT.pLo), this.number(STATEMENT.pHi));
  }

  get party(): string {
    return this.held.party;
  }

  get target(): Target {
    return this.held.target;
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
    return fromColumn(this.number(STATEMENT.until));
  }

  /** The number of its report, and of the one that it names as its previous; 0 for none. */
  get reportNumber(): number {
    return this.number(STATEMENT.report);
  }

  get named(): number {
    return this.number(STATEMENT.names);
  }

  get names(): string | null {
    return this.named === 0 ? null : this.index.subjectOf(this.named);
  }

  get firstPosition(): bigint {
    return BigInt(this.reportNumber);
  }

  get conditions(): readonly Condition[] {
    if (!hasConditionsInHead(this.head)) return [];
    const content = this.index.content(this.number(STATEMENT.content));
    return content.type === 'PositionStated' || content.type === 'AgreementSigned' ? content.data.conditions : [];
  }

  get by(): readonly Actor[] {
    return this.index.speakersOf(this.number(STATEMENT.by));
  }

  get source(): string {
    return this.index.names.idOf(this.number(STATEMENT.source));
  }

  get report(): Visible {
    return (this.visible ??= this.readVisible());
  }

  private readVisible(): Visible {
    const { occurred, published, firstPosition, point } = this;
    const uncertain = uncertainAxes(occurred, published, point.at);
    const written = this.number(STATEMENT.written);
    return {
      id: this.pair.idOf(this.place),
      occurred,
      published,
      occurredAsWritten: this.index.names.idOf(Math.abs(written)),
      isDated: written > 0,
      firstPosition,
      certainty: certaintyOf(uncertain),
      uncertain,
    };
  }

  private get head(): number {
    return this.number(STATEMENT.head);
  }

  private number(column: number): number {
    return this.pair.rows[this.at + column] as number;
  }
}
