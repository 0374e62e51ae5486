import type { Form } from '../../vocabulary/events/report.js';
import { FORMS } from '../../vocabulary/events/report.js';
import { REPORT_TYPES, type ReportType } from '../../vocabulary/events/report-content.js';
import { MODALITIES, type Modality } from '../../vocabulary/modality.js';
import { type Extracted, NAMED_KINDS, type NamedKind, NONE } from '../extracting/extract-form.js';
import { HALF } from '../tables/list-kinds.js';
import type { Term, Terms } from './term.js';

/** A statement as an extract tells it. */
export interface ToldStatement {
  readonly targetKind: 'proposition' | 'plan';
  readonly target: Term;
  readonly party: Term;
  readonly modality: Modality;
  /** As a column. */
  readonly until: number;
  readonly previous: Term | null;
  readonly form: Form;
  readonly hasConditions: boolean;
  /** Who is named as claimant, as JSON; null for nobody. */
  readonly by: Term | null;
  readonly rank: 0 | 1;
  /** The rank is 1, too, where one of these persons is of the party. */
  readonly persons: readonly Term[];
}

/** A part of the bytes of an extract: text. */
export interface ToldText {
  readonly bytes: Buffer;
  readonly start: number;
  readonly end: number;
}

/** The text itself. */
export function textOf({ bytes, start, end }: ToldText): string {
  return bytes.toString('utf8', start, end);
}

/** A content as an extract tells it; days are columns. */
export interface ToldContent {
  readonly type: ReportType;
  readonly negotiation: Term;
  readonly id: ToldText;
  /** The key by which its report is found. */
  readonly key: number;
  readonly source: Term;
  /** Null where the report gives no `occurred`. */
  readonly occurred: { readonly lo: number; readonly hi: number; readonly edtf: Term } | null;
  readonly isNews: boolean;
  /** The first day on which its statement is expired, and the first one on which its meeting's date has passed. */
  readonly expiry: number;
  readonly elapse: number;
  /** In small letters. */
  readonly summary: ToldText;
  readonly issues: readonly Term[];
  readonly propositions: readonly Term[];
  readonly meetings: readonly Term[];
  readonly plans: readonly Term[];
  readonly named: readonly ToldName[];
  readonly statements: readonly ToldStatement[];
}

/** What a content names, and as what. */
export interface ToldName {
  readonly kind: NamedKind;
  readonly term: Term;
}

/** Most contents name nothing of most kinds. */
const NO_TERMS: readonly Term[] = [];

/** Goes through what was extracted, number by number. */
export class Reading {
  private readonly terms: readonly Term[];
  private readonly numbers: Int32Array;
  private readonly bytes: Buffer;
  private readonly others: readonly string[];
  /** Whether each event comes with the root of the log behind it, and not with its hash. */
  readonly hasRoots: boolean;
  private at = 0;
  private atByte = 0;
  private atOther = 0;

  /** @param terms that were told by the same writer */
  constructor(extracted: Extracted, terms: Terms) {
    const { numbers, bytes, others, hasRoots } = extracted;
    this.terms = terms.take(extracted);
    this.numbers = numbers;
    this.bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.others = others;
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

  /** Some numbers in a row. */
  some(count: number): Int32Array {
    this.at += count;
    return this.numbers.subarray(this.at - count, this.at);
  }

  term(): Term {
    return this.terms[this.next()] as Term;
  }

  other(): string {
    this.atOther += 1;
    return this.others[this.atOther - 1] as string;
  }

  content(): ToldContent {
    const type = REPORT_TYPES[this.next()] as ReportType;
    const negotiation = this.term();
    const id = this.text();
    const key = this.next() + this.next() * HALF;
    const source = this.term();
    const [lo, hi] = [this.next(), this.next()];
    const edtf = this.termOrNull();
    return {
      type,
      negotiation,
      id,
      key,
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

  private named(): ToldName[] {
    const named: ToldName[] = [];
    for (let left = this.next(); left > 0; left -= 1) named.push({ kind: NAMED_KINDS[this.next()] as NamedKind, term: this.term() });
    return named;
  }

  private statements(): ToldStatement[] {
    const statements: ToldStatement[] = [];
    for (let left = this.next(); left > 0; left -= 1) {
      statements.push({
        targetKind: NAMED_KINDS[this.next()] as 'proposition' | 'plan',
        target: this.term(),
        party: this.term(),
        modality: MODALITIES[this.next()] as Modality,
        until: this.next(),
        previous: this.termOrNull(),
        form: FORMS[this.next()] as Form,
        hasConditions: this.next() === 1,
        by: this.termOrNull(),
        rank: this.next() as 0 | 1,
        persons: this.ids(),
      });
    }
    return statements;
  }

  private text(): ToldText {
    const { bytes, atByte: start } = this;
    this.atByte += this.next();
    return { bytes, start, end: this.atByte };
  }

  private ids(): readonly Term[] {
    let left = this.next();
    if (left === 0) return NO_TERMS;
    const ids: Term[] = [];
    for (; left > 0; left -= 1) ids.push(this.term());
    return ids;
  }

  private termOrNull(): Term | null {
    const place = this.next();
    return place === NONE ? null : (this.terms[place] as Term);
  }
}
