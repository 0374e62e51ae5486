import { z } from 'zod';
import { explained } from '../../http/openapi/explained.js';

const entry = explained('LineKind', 'What the line brings', {
  negotiation: 'the entry of the negotiation itself',
  issue: 'an issue',
  proposition: 'a proposition',
  party: 'a party',
  person: 'a person',
  plan: 'a plan',
  meeting: 'a meeting',
  source: 'a source',
  report: 'a report',
  correction: 'a correction of the report `id`',
  retraction: 'a retraction of the report `id`',
  reinstatement: 'what takes the retraction of the report `id` back',
  withdrawal: 'a withdrawal of the source `id`',
  readmission: 'what takes the withdrawal of the source `id` back',
  link: 'a link of the report `id`',
});

const line = z
  .looseObject({ entry, id: z.string() })
  .meta({ id: 'ImportEntry', description: 'The kind, the id, and the fields of the body that the route of this kind takes' });

const closing = z
  .object({ summary: z.looseObject({ lines: z.int().describe('How many came before this one: else it is rejected') }) })
  .meta({ id: 'ImportClosing', description: 'The last line of an export, which brings nothing' });

/** One line of an import, for the documentation. */
export const importLine = z.union([line, closing]).meta({ id: 'ImportLine' });
