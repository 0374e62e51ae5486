import { z } from 'zod';
import { storedEntries } from '../../http/answers/entries.answer.js';
import { instant, position, revision } from '../../http/answers/words.answer.js';

const { negotiation, ...others } = storedEntries;
const anyEntry = z.union([others.source, others.proposition, others.party, others.person, others.issue, others.plan, others.meeting]);

function historyOf(id: string, entry: z.ZodType) {
  const version = z.object({ revision, position, recordedAt: instant, postedBy: z.string(), entry });
  const next = z.string().nullable().describe('The URL of the next page; null behind the last one');
  return z.object({ items: z.array(version), next }).meta({ id, description: 'Versions, oldest first' });
}

export const storedNegotiationAnswer = negotiation;
export const storedEntryAnswer = anyEntry.meta({ id: 'AnyEntry', description: 'An entry of the kind that the path names' });
export const negotiationHistoryAnswer = historyOf('NegotiationHistory', negotiation);
export const entryHistoryAnswer = historyOf('EntryHistory', storedEntryAnswer);
