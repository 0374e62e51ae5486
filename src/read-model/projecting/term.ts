import type { CountedRemoval } from '../../rules/in-force.js';
import { type Extracted, NONE } from '../extracting/extract-form.js';

/** A source as it stands at the event that is applied; days are columns. */
export interface KnownSource {
  /** The number of its name. */
  readonly number: number;
  readonly edtf: string;
  readonly lo: number;
  readonly hi: number;
  /** The number of the text of its date. */
  readonly written: number;
  /** Withdrawals and readmissions, in the order in which they were recorded. */
  readonly removals: readonly CountedRemoval[];
}

/** One value of an entry, from an event on. */
export interface Version<T> {
  readonly event: number;
  readonly value: T;
}

/** As long as nothing of what was found out is taken back, or changed: what was found out of a term in an earlier era holds no longer. */
export class Era {
  number = 0;

  end(): void {
    this.number += 1;
  }
}

/** An id of a negotiation, or another short text, as extracts tell it. What was found out of it stays with it, for each event asks a dozen times. */
export class Term {
  /** The numbers of the names that are called so, by the numbers of their kinds. */
  numbers: number[] = [];
  source: KnownSource | undefined;
  issues: readonly Version<string>[] | undefined;
  parties: readonly Version<string | null>[] | undefined;
  private eraOfNames = -1;
  private eraOfRegistry = -1;

  /** @param negotiation '' for what is of none */
  constructor(
    readonly negotiation: string,
    readonly id: string,
  ) {}

  /** Forgets the numbers of an earlier era. */
  holdNames({ number }: Era): void {
    if (this.eraOfNames === number) return;
    this.eraOfNames = number;
    this.numbers = [];
  }

  /** Forgets what the registry said in an earlier era. */
  holdRegistry({ number }: Era): void {
    if (this.eraOfRegistry === number) return;
    this.eraOfRegistry = number;
    this.source = undefined;
    this.issues = undefined;
    this.parties = undefined;
  }
}

/** The terms that one writer of extracts has told, by their numbers. */
export class Terms {
  private terms: Term[] = [];

  /** Takes those that are new in an extract. */
  take({ terms, negotiations, isAnew }: Extracted): readonly Term[] {
    if (isAnew) this.terms = [];
    for (const [i, text] of terms.entries()) {
      const negotiation = negotiations[i] ?? NONE;
      this.terms.push(new Term(negotiation === NONE ? '' : (this.terms[negotiation] as Term).id, text));
    }
    return this.terms;
  }
}
