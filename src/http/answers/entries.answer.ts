import { z } from 'zod';
import type { Entries } from '../../vocabulary/events/registry-entries.js';
import { explained } from '../openapi/explained.js';
import { dateTold, idsTold } from './words.answer.js';

const aliases = z.array(z.string()).describe('Other names and spellings');
const text = z.string().nullable();

const partyKind = explained('PartyKind', 'What kind of party it is', {
  state: 'a state',
  organisation: 'an organisation that states or others are members of',
  bloc: 'states that act together',
  group: 'any other group',
} satisfies Record<Entries['party']['kind'], string>);

const retired = z.literal(true).optional().describe('Kept for what was reported of it, and not to be used any more');

/** What something is called in other languages. */
export const names = z
  .record(z.string(), z.string())
  .optional()
  .describe('What it is called in other languages, by language tag; left out where it has no other name');
/** The fields of the entries of the registry, by kind, as they are stored. */
export const entryFields = {
  negotiation: {
    title: z.string(),
    opened: dateTold.nullable(),
    description: text,
    principals: idsTold.describe('The parties without whom nothing is agreed; empty: none are named'),
    staleAfterDays: z.int().describe('An issue without news for longer is stale'),
    language: z.string().optional().describe('The language in which its texts are written, by language tag; left out where it is not told'),
    names,
    retired,
  },
  issue: {
    title: z.string(),
    parent: text,
    description: text,
    principals: idsTold.describe('Empty: those of the negotiation'),
    names,
    retired,
  },
  proposition: { issue: z.string(), text: z.string(), names, retired },
  party: { name: z.string(), kind: partyKind, aliases, names, retired },
  person: { name: z.string(), party: text, role: text, aliases, names, retired },
  plan: { title: z.string(), aliases, names, retired },
  meeting: { title: z.string(), aliases, names, retired },
  source: {
    published: dateTold,
    publisher: text,
    headline: text,
    author: text,
    url: text,
    language: text,
    notes: z.array(z.string()),
    retired,
  },
};

/** An entry of each kind as it is stored: what a PUT replaces. */
export const storedEntries = {
  negotiation: z.object(entryFields.negotiation).meta({ id: 'NegotiationEntry' }),
  issue: z.object(entryFields.issue).meta({ id: 'IssueEntry' }),
  proposition: z.object(entryFields.proposition).meta({ id: 'PropositionEntry' }),
  party: z.object(entryFields.party).meta({ id: 'PartyEntry' }),
  person: z.object(entryFields.person).meta({ id: 'PersonEntry' }),
  plan: z.object(entryFields.plan).meta({ id: 'PlanEntry' }),
  meeting: z.object(entryFields.meeting).meta({ id: 'MeetingEntry' }),
  source: z.object(entryFields.source).meta({ id: 'SourceEntry' }),
} satisfies { [K in keyof Entries]: z.ZodType<Entries[K]> };
