import { z } from 'zod';
import { names } from '../../../http/answers/entries.answer.js';
import { actorTold, certainty, condition, edtfTold, evidence, form, modality } from '../../../http/answers/words.answer.js';
import { explained } from '../../../http/openapi/explained.js';
import type { Said } from '../../../rules/said.js';
import type { StanceView } from '../../../rules/stance-view.js';

const voice = explained('Voice', 'Whose word it is', {
  own: "the party's own",
  source: "the source's own reporting",
  other: "somebody else's, about the party",
  guess: "the source's guess",
} satisfies Record<Said['voice'], string>);

const movement = explained('Movement', 'How the party moved since its previous statement', {
  weakened: 'to a smaller weight on the same side, or to none',
  strengthened: 'to a larger weight on the same side, or from none',
  reversed: 'to the other side',
  restated: 'said again with the same weight',
} satisfies Record<NonNullable<StanceView['movement']>, string>);

const direction = explained('Direction', 'Where it moved: a No that weakens moves toward', {
  toward: 'to a larger weight',
  away: 'to a smaller one',
} satisfies Record<NonNullable<StanceView['direction']>, string>);

/** What is told of a statement: how strong it is, and whose word. */
export const claimedAs = {
  modality,
  voice,
  by: z.array(actorTold).describe('Who says so; empty: the source itself'),
  form,
  source: z.string(),
};

export const said = z
  .object({ report: z.string(), ...claimedAs })
  .meta({ id: 'Said', description: 'One statement of a party' }) satisfies z.ZodType<Said>;

/** What one party holds on one target. */
export const stance = z
  .object({
    party: z.string(),
    target: z.union([
      z.object({ proposition: z.string(), text: z.string(), issue: z.string(), names }),
      z.object({ plan: z.string(), title: z.string(), names }),
    ]),
    ...claimedAs,
    conditions: z.array(condition),
    certainty,
    uncertain: z.array(z.enum(['occurred', 'published'])).describe('On which axes it is only possible'),
    since: edtfTold.describe('Since when the party is known to hold it: EDTF'),
    movement: movement.nullable(),
    direction: direction.nullable(),
    previous: said.nullable().describe('What it held before'),
    contestedBy: z.array(said).describe('Statements of another weight that are not older'),
    lapsed: said.nullable().describe('A stronger statement that was limited in time and has expired'),
    evidence,
  })
  .meta({ id: 'Stance', description: 'What one party holds on one proposition or plan' }) satisfies z.ZodType<StanceView>;
