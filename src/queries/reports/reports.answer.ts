import { z } from 'zod';
import { reportToldWith } from '../../http/answers/report-content.answer.js';
import { certainty, dateTold, instant, linkKind, position, reason, revision } from '../../http/answers/words.answer.js';
import type { LinkView } from '../../read-model/reading/report-record.js';
import { at, listAnswer } from '../asking/answers/frame.answer.js';

const postedBy = z.string().nullable().describe('The name of a key; null: told to editors only');
const recorded = { position, recordedAt: instant, postedBy };
const amended = { ...recorded, reason: reason.nullable(), published: dateTold.nullable(), note: z.string().nullable() };

const link = z
  .union([z.object({ kind: linkKind, to: z.string() }), z.object({ kind: linkKind, from: z.string() })])
  .meta({ id: 'ReportLink', description: 'A link to another report, or from one' }) satisfies z.ZodType<LinkView>;

const visible = {
  certainty,
  uncertain: z.array(z.enum(['occurred', 'published'])).describe('On which axes it is only possible'),
  revision,
  ...recorded,
  corrections: z.array(z.object(amended).meta({ id: 'CorrectionBrief' })),
  links: z.array(link),
};

const report = reportToldWith(visible, (type) => `${type}Item`).meta({ id: 'ReportItem', description: 'The content in force' });
const content = reportToldWith({}, (type) => `${type}Content`).meta({ id: 'ReportContent' });

const contentVersion = { ...amended, content };
const removal = { ...amended, content: z.null() };

const version = z
  .union([
    z.object({ kind: z.enum(['original', 'correction']), ...contentVersion }),
    z.object({ kind: z.enum(['retraction', 'reinstatement', 'withdrawal', 'readmission']), ...removal }),
  ])
  .meta({ id: 'ReportVersion', description: 'A content that a report had, or what took it away or back' });

export const reportsAnswer = listAnswer('Reports', report);
export const reportAnswer = reportToldWith({ at, ...visible }, (type) => `${type}Report`).meta({
  id: 'VisibleReport',
  description: 'A report: the content in force, and how it came to be recorded',
});
export const reportHistoryAnswer = listAnswer('ReportHistory', version, { id: z.string(), revision });
