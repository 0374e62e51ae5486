import { type CorrectionBody, correctionSchema } from '../writing/amendment.schema.js';
import { type ImportKind, task } from '../writing/import-kind.js';
import { ANY_REVISION } from '../writing/precondition.js';
import { correctReport } from './correct-report.js';
import { toCorrection } from './correction-body.js';

export const correctionImport: ImportKind = {
  entry: 'correction',
  schema: correctionSchema,
  toTask(body, id, negotiation, sender, repetitions) {
    const correction = toCorrection(body as CorrectionBody, negotiation, id);
    const repeats = repetitions.count(correction);
    const request = { ...sender, negotiation, id, precondition: ANY_REVISION, repeats, ...correction };
    return task(correctReport, request);
  },
};
