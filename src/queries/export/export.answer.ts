import { z } from 'zod';
import { position } from '../../http/answers/words.answer.js';

const line = z
  .looseObject({ entry: z.string().describe('Its kind: `negotiation`, `issue`, …, `report`, `correction`, …, `link`'), id: z.string() })
  .meta({ id: 'ExportedEntry', description: 'A line of an import' });

const closing = z
  .object({
    summary: z.object({
      lines: z.int().describe('How many came before this one'),
      events: z.int(),
      position: position.describe('Up to where it goes'),
      unreadableCount: z.int().describe('How many events could not be read, and are not in it'),
      unreadable: z.array(z.looseObject({})).describe('The first hundred of them'),
    }),
  })
  .meta({ id: 'ExportSummary', description: 'The last line' });

/** One line of an export. */
export const exportLine = z.union([line, closing]).meta({ id: 'ExportLine' });
