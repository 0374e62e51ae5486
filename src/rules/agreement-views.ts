import type { Certainty } from '../vocabulary/axes.js';
import type { AgreementData } from '../vocabulary/events/agreement-signed.js';
import { byStrength, descending } from './order.js';
import type { VisibleReport } from './scene.js';
import { whenTold } from './when.js';

/** What was signed, as the state of an issue lists it. */
export interface AgreementView extends AgreementData {
  readonly report: string;
  /** EDTF */
  readonly when: string;
  readonly certainty: Certainty;
}

/** The AgreementSigned among some reports, the strongest first. */
export function agreementViews(reports: readonly VisibleReport[]): AgreementView[] {
  return descending(reports, byStrength).flatMap((report) => {
    const { id, content, certainty } = report;
    if (content.type !== 'AgreementSigned') return [];
    const { document, signatories, propositions, conditions } = content.data;
    return [{ report: id, when: whenTold(report), document, signatories, propositions, conditions, certainty }];
  });
}
