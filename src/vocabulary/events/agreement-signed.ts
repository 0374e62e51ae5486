import { Type } from 'class-transformer';
import { Condition } from './position-stated.js';
import { ReportEnvelope } from './report.js';

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
}
