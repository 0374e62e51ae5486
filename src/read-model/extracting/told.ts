import type { Form } from '../../vocabulary/events/report.js';
import { FORMS } from '../../vocabulary/events/report.js';
import { REPORT_TYPES, type ReportType } from '../../vocabulary/events/report-content.js';
import { MODALITIES, type Modality } from '../../vocabulary/modality.js';
import { type Extracted, NAMED_KINDS, type NamedKind, NONE } from './extract-form.js';

/** A statement as an extract tells it. */
export interface ToldStatement {
  readonly targetKind: 'proposition' | 'plan';
  readonly target: string;
  readonly party: string;
  readonly modality: Modality;
  /** As a column. */
  readonly until: number;
  readonly previous: string | null;
  readonly form: Form;
  readonly hasConditions: boolean;
  /** Who is named as claimant, as JSON; null for nobody. */
  readonly by: string | null;
  readonly rank: 0 | 1;
  /** The rank is 1, too, where one of these persons is of the party. */
  readonly persons: readonly string[];
}

/** A content as an extract tells it; days are columns. */
export interface ToldContent {
  readonly type: ReportType;
  readonly negotiation: string;
  readonly id: string;
  readonly source: string;
  /** Null where the report gives no `occurred`. */
  readonly occurred: { readonly lo: number; readonly hi: number; readonly edtf: string } | null;
  readonly isNews: boolean;
  /** The first day on which its statement is expired, and the first one on which its meeting's date has passed. */
  readonly expiry: number;
  readonly elapse: number;
  /** In small letters. */
  readonly summary: string;
  readonly issues: readonly string[];
  readonly propositions: readonly string[];
  readonly meetings: readonly string[];
  readonly plans: readonly string[];
  readonly named: readonly (readonly [kind: NamedKind, id: string])[];
  readonly statements: readonly ToldStatement[];
}

/** Goes through what was extracted, number by number. */
export class Reading {
  private readonly texts: readonly string[];
  private readonly numbers: Int32Array;
  /** Whether each event comes with the root of the log behind it, and not with its hash. */
  readonly hasRoots: boolean;
  private at = 0;

  constructor({ texts, numbers, hasRoots }: Extracted) {
    this.texts = texts;
    this.numbers = numbers;
    this.hasRoots = hasRoots;
  }

  get isAtEnd(): boolean {
    return this.at >= this.numbers.length;
  }

  next(): number {
    const number = this.numbers[this.at] as number;
    this.at += 1;
    return number;
  }

  some(count: number): number[] {
    const some: number[] = [];
    for (let i = 0; i < count; i += 1) some.push(this.next());
    return some;
  }

  text(): string {
    return this.texts[this.next()] as string;
  }

  content(): ToldContent {
    const type = REPORT_TYPES[this.next()] as ReportType;
    const [negotiation, id, source] = [this.text(), this.text(), this.text()];
    const [lo, hi] = [this.next(), this.next()];
    const edtf = this.textOrNull();
    return {
      type,
      negotiation,
      id,
      source,
      occurred: edtf === null ? null : { lo, hi, edtf },
      isNews: this.next() === 1,
      expiry: this.next(),
      elapse: this.next(),
      summary: this.text(),
      issues: this.ids(),
      propositions: this.ids(),
      meetings: this.ids(),
      plans: this.ids(),
      named: this.named(),
      statements: this.statements(),
    };
  }

  private named(): (readonly [NamedKind, string])[] {
    const named: (readonly [NamedKind, string])[] = [];
    for (let left = this.next(); left > 0; left -= 1) named.push([NAMED_KINDS[this.next()] as NamedKind, this.text()]);
    return named;
  }

  private statements(): ToldStatement[] {
    const statements: ToldStatement[] = [];
    for (let left = this.next(); left > 0; left -= 1) {
      statements.push({
        targetKind: NAMED_KINDS[this.next()] as 'proposition' | 'plan',
        target: this.text(),
        party: this.text(),
        modality: MODALITIES[this.next()] as Modality,
        until: this.next(),
        previous: this.textOrNull(),
        form: FORMS[this.next()] as Form,
        hasConditions: this.next() === 1,
        by: this.textOrNull(),
        rank: this.next() as 0 | 1,
        persons: this.ids(),
      });
    }
    return statements;
  }

  private ids(): string[] {
    const ids: string[] = [];
    for (let left = this.next(); left > 0; left -= 1) ids.push(this.text());
    return ids;
  }

  private textOrNull(): string | null {
    const place = this.next();
    return place === NONE ? null : (this.texts[place] as string);
  }
}
