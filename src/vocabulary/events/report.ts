import { Type } from 'class-transformer';
import type { Actor } from '../actor.js';
import { ReportedDate } from '../reported-date.js';
import type { TextsOf } from './texts.js';

export const FORMS = ['direct-quote', 'attributed', 'stated', 'hedged', 'analysis'] as const;
export type Form = (typeof FORMS)[number];

/** Where a report stands: the source, and the place in it. */
export class SourceReference {
  readonly id!: string;
  /** Where in the source: "line 4". */
  readonly locator!: string | null;
  /** A few words of the source, in its own language. */
  readonly quote!: string | null;
}

/** Who says so, through whom, and in what form. */
export class Claim {
  /** Empty: the data's speaker if there is one, else the source itself. */
  readonly by!: Actor[];
  readonly via!: Actor[];
  readonly form!: Form;
}

/** The envelope of every report: one source's account of one development. */
export abstract class ReportEnvelope {
  readonly negotiation!: string;
  readonly id!: string;
  @Type(() => ReportedDate) readonly occurred!: ReportedDate | null;
  @Type(() => SourceReference) readonly source!: SourceReference;
  @Type(() => Claim) readonly claim!: Claim;
  readonly issues!: string[];
  readonly meeting!: string | null;
  readonly summary!: string;
}

/** What each text in the envelope is. */
export const TEXTS_OF_ENVELOPE: TextsOf<ReportEnvelope> = {
  negotiation: 'words',
  id: 'words',
  source: { id: 'source', locator: 'words', quote: 'words' },
  claim: { by: ['actor'], via: ['actor'] },
  issues: ['issue'],
  meeting: 'meeting',
  summary: 'words',
};
