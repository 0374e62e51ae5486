import { type CorrectionBody, correctionSchema } from '../writing/amendment.schema.js';
import { type MaybeAsRecorded, orAsRecorded } from '../writing/as-recorded.schema.js';
import { type ImportKind, task } from '../writing/import-kind.js';
import { ANY_REVISION } from '../writing/precondition.js';
import { correctReport } from './correct-report.js';
import { toCorrection } from './correction-body.js';

export const correctionImport: ImportKind = {
  entry: 'correction',
  schema: orAsRecorded(correctionSchema),
  body: correctionSchema,
  toTask(line, id, negotiation, sender, repetitions) {
    const { body, asRecorded } = line as MaybeAsRecorded<CorrectionBody>;
    const correction = toCorrection(body, negotiation, id);
    const repeats = repetitions.count(correction);
    return task(correctReport, { ...sender, negotiation, id, precondition: ANY_REVISION, repeats, ...correction, asRecorded });
  },
};
