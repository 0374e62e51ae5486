import { Type } from 'class-transformer';
import { Condition } from './position-stated.js';
import { ReportEnvelope } from './report.js';
import type { Account } from './report-class.js';
import type { TextsOf } from './texts.js';
import type { Upcaster } from './upcasters/upcaster.js';

/** The document that parties signed, as a report tells of it. */
export class SignedDocument {
  readonly id!: string | null;
  readonly title!: string;
  readonly kind!: string;
}

/** Who signed: a party, and the person who did so for it where that is told. */
export class Signatory {
  readonly party!: string;
  readonly person!: string | null;
}

/**
 * What was signed, by whom, and on what: on each of the propositions each signatory holds `accepts` then, with the conditions (design
 * 4, "Stance").
 */
export class AgreementData {
  @Type(() => SignedDocument) readonly document!: SignedDocument;
  @Type(() => Signatory) readonly signatories!: Signatory[];
  readonly propositions!: string[];
  @Type(() => Condition) readonly conditions!: Condition[];
}

/** A report that parties signed a document. */
export class AgreementSigned extends ReportEnvelope {
  readonly type!: 'AgreementSigned';
  @Type(() => AgreementData) readonly data!: AgreementData;

  static readonly upcasters: readonly Upcaster[] = [];
  static readonly texts: TextsOf<AgreementData> = {
    document: { id: 'words', title: 'words', kind: 'words' },
    signatories: [{ party: 'party', person: 'person' }],
    propositions: ['proposition'],
    conditions: [{ text: 'words', proposition: 'proposition of a condition' }],
  };
  static account({ data: { document, signatories } }: AgreementSigned): Account {
    const [first] = signatories;
    return { of: [document.id ?? document.title], foundBy: first && { kind: 'actor', id: first.party } };
  }
}
