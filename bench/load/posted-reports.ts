import { NEGOTIATION } from '../generator/history-options.js';
import { ADMIN_KEY } from '../servers/child.js';
import { postRequest } from './connection.js';

const SUMMARY = 'The delegation repeated its position and named again the conditions under which it would come back to the table. '.repeat(
  4,
);

/** A request that posts a report of about a kilobyte, on one of the smaller issues. @param id that was not used before */
export function reportRequest(id: string, number: number, negotiation = NEGOTIATION): string {
  const proposition = `sanctions-${String(1 + (number % 5))}`;
  return postRequest(
    `/v1/admin/negotiations/${negotiation}/reports`,
    ADMIN_KEY,
    JSON.stringify({
      id,
      type: 'PositionStated',
      occurred: { edtf: '2023-12-15', phrase: 'on Friday', basis: 'relative' },
      source: { id: 'article-1', locator: 'line 3', quote: 'under no condition that is on the table today' },
      claim: { by: ['negotiator-of-turkey'], via: [], form: 'direct-quote' },
      summary: SUMMARY,
      data: { party: 'turkey', speaker: 'negotiator-of-turkey', proposition, modality: number % 2 === 0 ? 'supports' : 'objects' },
    }),
  );
}
