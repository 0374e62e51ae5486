import type { ReportEnvelope } from './report.js';
import type { NamedKind, Texts, TextsOf } from './texts.js';
import type { Upcaster } from './upcasters/upcaster.js';

/** The one thing that a report tells of, which others may tell of too. */
export interface Account {
  /** What it is: a meeting, a plan, a party's stance on a target, a document, a role. */
  readonly of: readonly (string | null)[];
  /** One of the things that every report of it names; undefined where this one names none. */
  readonly foundBy: { readonly kind: Exclude<NamedKind, 'report'>; readonly id: string } | undefined;
}

/** What is told of a type of report once, beside its fields, its schemas and the words for it. */
export interface ReportTypeTold<R extends ReportEnvelope> {
  /** What leads from each version of its stored form to the next; none while there is one version. */
  readonly upcasters: readonly Upcaster[];
  /** What each text in its data is, in the order in which they are checked. */
  readonly texts: Texts;
  /** What a report of the type gives an account of; null where one source says much of one thing. */
  account(report: R): Account | null;
}

/** The class of a type of report, which tells each text of its data. */
export type ReportClass<R extends ReportEnvelope & { readonly data: object }> = ReportTypeTold<R> & {
  new (): R;
  readonly texts: TextsOf<R['data']>;
};
