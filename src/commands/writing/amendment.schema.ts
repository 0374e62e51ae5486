import { z } from 'zod';
import { optionalDate } from '../../http/fields/date.js';
import { optionalText, text } from '../../http/fields/text.js';
import { toldBeside } from '../../http/fields/told-beside.js';
import { REASONS } from '../../vocabulary/events/report-corrections.js';
import { reportSchema } from './report.schema.js';

const fields = { reason: z.enum(REASONS), published: optionalDate };

const needsPublished = {
  path: ['published'],
  message: 'is needed where the reason is "source": when the erratum came out',
  params: { code: 'required' },
  ...toldBeside,
};

function hasPublished({ reason, published }: { reason?: string; published?: unknown }): boolean {
  return reason !== 'source' || published != null;
}

/** A retraction or a withdrawal as it may come in. */
export const removalSchema = z
  .strictObject({ ...fields, note: optionalText })
  .refine(hasPublished, needsPublished)
  .meta({ id: 'Removal' });

/** A correction as it may come in: the whole new content, not what is different. */
export const correctionSchema = z
  .strictObject({ ...fields, note: text, report: reportSchema })
  .refine(hasPublished, needsPublished)
  .meta({ id: 'Correction' });

export type RemovalBody = z.output<typeof removalSchema>;
export type CorrectionBody = z.output<typeof correctionSchema>;
