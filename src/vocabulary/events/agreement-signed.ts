import { Type } from 'class-transformer';
import { Condition } from './position-stated.js';
import { ReportEnvelope } from './report.js';
import type { Account } from './report-class.js';
import type { TextsOf } from './texts.js';
import type { Upcaster } from './upcasters/upcaster.js';

export class SignedDocument {
  readonly id!: string | null;
  readonly title!: string;
  readonly kind!: string;
}

export class Signatory {
  readonly party!: string;
  readonly person!: string | null;
}

export class AgreementData {
  @Type(() => SignedDocument) readonly document!: SignedDocument;
  @Type(() => Signatory) readonly signatories!: Signatory[];
  readonly propositions!: string[];
  @Type(() => Condition) readonly conditions!: Condition[];
}

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
