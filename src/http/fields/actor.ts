import { z } from 'zod';
import { id, optionalId, text } from './text.js';

/** The id of a party or a person, or a name for one without an entry. */
export const actor = z.union([id, z.strictObject({ name: text, party: optionalId })]).meta({ id: 'Actor' });
