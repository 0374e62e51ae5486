import { z } from 'zod';
import { reportToldWith } from '../../http/answers/report-content.answer.js';
import { certainty, condition, dateTold, instant, linkKind, position, reason, revision } from '../../http/answers/words.answer.js';
import type { LinkView } from '../../read-model/reading/report-record.js';
import type { Counts } from '../../rules/how-it-counts.js';
import { claimedAs } from '../asking/answers/stance.answer.js';
import { explained } from '../../http/openapi/explained.js';
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

const counts = explained('Counts', 'How a statement counts for the stance of its party', {
  current: 'it is what the stance says',
  contests: 'the stance names it in contestedBy',
  previous: 'the stance names it as previous',
  since: 'from it on the stance is held',
  agrees: 'it says the same as the current one, and is weaker',
  lapsed: 'it has expired, and is stronger than the current one',
  expired: 'it has expired',
  superseded: 'another one names it as its previous',
  outranked: "somebody else's word or a guess, below the party's own word or the source's reporting",
  overtaken: "of the current one's rank and another weight, and weaker",
} satisfies Record<Counts, string>);

const statement = z
  .object({
    party: z.string(),
    proposition: z.string(),
    ...claimedAs,
    weight: z.int().describe('−3 to +3'),
    conditions: z.array(condition),
    counts,
    decidedBy: z.string().nullable().describe('The report by which it does not count more; null: a day alone, or nothing'),
  })
  .meta({ id: 'CountedStatement', description: 'What a report says of a party on a proposition, and how that counts' });

const listed = { ...visible, statements: z.array(statement).optional().describe('Where proposition is asked for') };

const report = reportToldWith(listed, (type) => `${type}Item`).meta({ id: 'ReportItem', description: 'The content in force' });
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
