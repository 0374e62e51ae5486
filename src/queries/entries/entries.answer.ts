import { z } from 'zod';
import { entryFields } from '../../http/answers/entries.answer.js';
import { certainty, dateTold, edtfTold, evidence, instant, position, reason } from '../../http/answers/words.answer.js';
import { listAnswer, readAnswer } from '../asking/answers/frame.answer.js';
import type { RoleView } from './roles.js';

const role = z
  .object({
    party: z.string(),
    role: z.string(),
    change: z.enum(['appointed', 'acting', 'resigned', 'dismissed']),
    reason: z.string().nullable(),
    occurred: edtfTold,
    certainty,
    evidence,
  })
  .meta({ id: 'ReportedRole', description: 'A change of role that a report tells' }) satisfies z.ZodType<RoleView>;

const removal = z
  .object({
    position,
    recordedAt: instant,
    postedBy: z.string().nullable().describe('The name of a key; null: told to editors only'),
    reason,
    published: dateTold.nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'SourceRemoval', description: 'A withdrawal of a source, or what took it back' });

const id = z.string();
const party = { id, ...entryFields.party };
const person = { id, ...entryFields.person, roles: z.array(role).describe('As reported, latest first') };
const proposition = { id, ...entryFields.proposition };
const source = {
  id,
  ...entryFields.source,
  withdrawal: removal.nullable().describe('The latest one'),
  readmission: removal.nullable().describe('What took the latest withdrawal back'),
};

export const partyAnswer = readAnswer('Party', party);
export const partiesAnswer = listAnswer('Parties', z.object(party).meta({ id: 'PartyItem' }));
export const personAnswer = readAnswer('Person', person);
export const personsAnswer = listAnswer('Persons', z.object(person).meta({ id: 'PersonItem' }));
export const propositionAnswer = readAnswer('Proposition', proposition);
export const propositionsAnswer = listAnswer('Propositions', z.object(proposition).meta({ id: 'PropositionItem' }));
export const sourceAnswer = readAnswer('Source', source);
export const sourcesAnswer = listAnswer('Sources', z.object(source).meta({ id: 'SourceItem' }));
